"""Answering one's own questions: by whoever was asked, and by nobody else."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.assessments import actions
from welfare.assessments.forms import AnswerForm, answer_form
from welfare.assessments.models import Observation
from welfare.assessments.pages import ObservationPage, questions_of
from welfare.assessments.queries import DRAFT
from welfare.assessments.routes.blueprint import bp
from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import discard_draft, save_draft
from welfare.drafts.pages import SavedDraft, load_draft
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.locale import current_locale

OBSERVATION = "/observations/<observation_id:observation>"
BUTTON = "draft"


@bp.get(OBSERVATION, needs=Permission.OBSERVATION_GIVE)
def observe(work: UnitOfWork, observation: Observation) -> str:
    """The questions, or what one has answered."""
    page, kind = ObservationPage.of(work, observation), _form_of(work, observation)
    saved = None if page.is_answered else load_draft(work, DRAFT, observation.id)
    return _draw(page, kind(formdata=saved.formdata if saved else None), saved)


@bp.post(OBSERVATION, needs=Permission.OBSERVATION_GIVE)
def answer(work: UnitOfWork, observation: Observation) -> ResponseReturnValue:
    """Give the answers, once."""
    form = _form_of(work, observation)()
    if BUTTON in request.form:
        save_draft(work, DRAFT, form.typed, observation.id)
        flash(_("The draft has been saved."), "good")
        return redirect(url_for("assessments.observe", observation=observation.id), 303)
    is_sound = form.validate_on_submit()
    if is_sound and not form.has_answers:
        form.refuse(None, _("Answer at least one of the questions."))
        is_sound = False
    if not is_sound:
        return _draw(ObservationPage.of(work, observation), form, None), 422
    try:
        actions.give_answers(work, observation, form.answers)
    except actions.AnsweredAlreadyError:
        flash(_("You have answered already."), "soon")
    else:
        discard_draft(work, DRAFT, observation.id)
        flash(_("Thank you. Your answers have gone to the group."), "good")
    return redirect(url_for("assessments.observe", observation=observation.id), 303)


@bp.post(f"{OBSERVATION}/draft", needs=Permission.OBSERVATION_GIVE)
def keep_answers(work: UnitOfWork, observation: Observation) -> tuple[str, int]:
    """Keep answers that are being typed, without judging them."""
    save_draft(work, DRAFT, _form_of(work, observation)().typed, observation.id)
    return "", 204


@bp.post(f"{OBSERVATION}/draft/discard", needs=Permission.OBSERVATION_GIVE)
def discard_answers(work: UnitOfWork, observation: Observation) -> ResponseReturnValue:
    """Throw unfinished answers away."""
    discard_draft(work, DRAFT, observation.id)
    flash(_("The draft has been thrown away."), "info")
    return redirect(url_for("assessments.observe", observation=observation.id), 303)


def _form_of(work: UnitOfWork, observation: Observation) -> type[AnswerForm]:
    return answer_form(questions_of(work, observation), current_locale())


def _draw(page: ObservationPage, form: AnswerForm, saved: SavedDraft | None) -> str:
    return render_template("assessments/observe.html", page=page, form=form, saved=saved, action=ActionForm())
