"""Talks: offered, answered, held."""

from typing import TypeVar

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.requests.actions.duties import told_in_talk
from welfare.requests.actions.talks import TalkLiesAheadError, answer_talk, hold_talk, offer_talk
from welfare.requests.forms.handling import AnswerForm, HeldTalkForm, TalkForm, TellingForm
from welfare.requests.models import ContactRequest, Talk
from welfare.requests.pages.handing import opened_document
from welfare.requests.pages.safety import opened_safety
from welfare.requests.queries.parts import open_tasks_of
from welfare.requests.routes.answers import TOO_LATE, Answer, done, form_page, is_sent, moved_on
from welfare.requests.routes.blueprint import bp
from welfare.rules.permissions import Permission
from welfare.rules.sending import TaskKind

Form = TypeVar("Form", bound=TellingForm)


@bp.get("/requests/<request_id:request>/talks/new", needs=Permission.REQUEST_HANDLE)
def ask_offer(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Ask when and how."""
    form = _safe(work, request, TalkForm(formdata=None))
    form.revision.put(request.revision)
    return form_page(work, request, "offer", form)


@bp.post("/requests/<request_id:request>/talks/new", needs=Permission.REQUEST_HANDLE)
def offer(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Offer a talk."""
    form = _safe(work, request, TalkForm(today=work.facts.on))
    try:
        if not is_sent(request, form):
            return form_page(work, request, "offer", form, 422)
        offer_talk(work, request, form.to_command())
    except TOO_LATE:
        return moved_on(work, request, "offer", form)
    return done(request, _("The offer of a talk has been recorded."))


@bp.get("/requests/<request_id:request>/talks/held", needs=Permission.REQUEST_HANDLE)
def ask_held(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Ask when and how a talk was held that nobody had offered."""
    form = _held_form(work, request, HeldTalkForm(formdata=None))
    form.on.put(work.facts.on)
    form.revision.put(request.revision)
    return form_page(work, request, "held", form)


@bp.post("/requests/<request_id:request>/talks/held", needs=Permission.REQUEST_HANDLE)
def held(work: UnitOfWork, request: ContactRequest) -> Answer:
    """Write down a talk that was held."""
    form = _held_form(work, request, HeldTalkForm(today=work.facts.on))
    try:
        if not is_sent(request, form):
            return form_page(work, request, "held", form, 422)
        talk = hold_talk(work, request, form.to_command())
        if form.has_told:
            told_in_talk(work, request, talk)
    except TalkLiesAheadError:
        form.refuse("clock", _("The time has not come yet. Write a time that has been"))
        return form_page(work, request, "held", form, 422)
    except TOO_LATE:
        return moved_on(work, request, "held", form)
    return done(request, _("The talk has been recorded."))


@bp.get("/requests/<request_id:request>/talks/<talk_id:talk>", needs=Permission.REQUEST_HANDLE)
def ask_answer(work: UnitOfWork, request: ContactRequest, talk: Talk) -> Answer:
    """Ask what came of the offer."""
    form = _held_form(work, request, AnswerForm(formdata=None))
    form.offer_after(talk.answer)
    form.revision.put(talk.revision)
    return form_page(work, request, "answer", form)


@bp.post("/requests/<request_id:request>/talks/<talk_id:talk>", needs=Permission.REQUEST_HANDLE)
def answer(work: UnitOfWork, request: ContactRequest, talk: Talk) -> Answer:
    """Write down what came of it."""
    form = _held_form(work, request, AnswerForm())
    form.offer_after(talk.answer)
    try:
        if not is_sent(talk, form):
            return form_page(work, request, "answer", form, 422)
        answer_talk(work, request, talk, form.answer.data, form.note.data)
        if form.has_told:
            told_in_talk(work, request, talk)
    except TalkLiesAheadError:
        form.refuse("answer", _("The time of the talk has not come yet"))
        return form_page(work, request, "answer", form, 422)
    except TOO_LATE:
        return moved_on(work, request, "answer", form, row=talk)
    return done(request, _("The answer has been recorded."))


def _safe(work: UnitOfWork, request: ContactRequest, form: TalkForm) -> TalkForm:
    """With those ways only that the one who asked has found safe."""
    form.keep_to(opened_safety(opened_document(work, request)))
    return form


def _held_form(work: UnitOfWork, request: ContactRequest, form: Form) -> Form:
    """With the question whether the pupil was told, while that is still to be done."""
    is_open = any(task.kind is TaskKind.TELL_STUDENT for task in open_tasks_of(work.session, request.id))
    form.ask_whether_told(is_open=is_open)
    return form
