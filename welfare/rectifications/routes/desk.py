"""The officer's desk: corrections that are asked for, receiving one, and that the asker was told."""

from flask import Response, flash, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.access.gate import refuse as turn_away
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.desks import Desk, add_shared
from welfare.datarights.desks.desk import back, taken
from welfare.datarights.forms import SendForm
from welfare.datarights.pages import DeskList, guardian_options
from welfare.datarights.pages.choosing import subject_name
from welfare.datarights.queries import registers_of
from welfare.datarights.steps import NoRightError, TakenError
from welfare.documents.serving import pdf_answer
from welfare.people.models import Person
from welfare.rectifications.actions import RectificationAsked, ask_for_rectification, refuse, tell
from welfare.rectifications.forms import NoRightForm, RectificationForm
from welfare.rectifications.models import Rectification
from welfare.rectifications.pages.lists import stated
from welfare.rectifications.pages.papers import decision_paper
from welfare.rectifications.pages.records import record_options
from welfare.rectifications.pages.request import RectificationPage
from welfare.rectifications.queries import is_right_lost
from welfare.rectifications.records import Record, records_about
from welfare.rectifications.routes.blueprint import bp
from welfare.rules.permissions import Permission
from welfare.rules.rectifications import RectificationRefusal
from welfare.ui.locale import current_locale

NEW, UNKNOWN = "/rights/corrections/new/<data_subject_id:subject>", "/rights/corrections/new/unknown"
ONE = "/rights/corrections/<desk_rectification_id:asked>"
DESK = Desk(
    bp,
    _l("Corrections asked for"),
    list_at="/rights/corrections",
    one_at=ONE,
    list_needs=Permission.RECTIFICATION_LIST,
    handle_needs=Permission.RECTIFICATION_HANDLE,
)
add_shared(DESK)


@bp.get("/rights/corrections", needs=Permission.RECTIFICATION_LIST)
def desk(work: UnitOfWork) -> str:
    """The requests and their lights."""
    return render_template("rectifications/desk.html", page=DeskList.of(work, Rectification, stated))


@bp.get(UNKNOWN, needs=Permission.RECTIFICATION_LIST)
def begin_unknown(work: UnitOfWork) -> str:
    """The form of a request about somebody whom the directory does not know."""
    return _draw_form(_form(work, None))


@bp.post(UNKNOWN, needs=Permission.RECTIFICATION_LIST)
def receive_unknown(work: UnitOfWork) -> ResponseReturnValue:
    """Write it down; it is answered like any other."""
    return _receive(work, _form(work, None), None)


@bp.get(NEW, needs=Permission.RECTIFICATION_RECEIVE)
def begin_for(work: UnitOfWork, subject: Person) -> str:
    """The form of a request about this person."""
    form = _form(work, subject)
    form.name.put(subject_name(work, subject))
    return _draw_form(form)


@bp.post(NEW, needs=Permission.RECTIFICATION_RECEIVE)
def receive(work: UnitOfWork, subject: Person) -> ResponseReturnValue:
    """Write the request down, with its last day."""
    return _receive(work, _form(work, subject), subject)


@bp.get(ONE, needs=Permission.RECTIFICATION_HANDLE)
def show(work: UnitOfWork, asked: Rectification) -> str:
    """One request, and the next thing to do."""
    return _draw(work, asked, NoRightForm(formdata=None))


@bp.post(f"{ONE}/refuse", needs=Permission.RECTIFICATION_HANDLE, endpoint="refuse")
def find_no_right(work: UnitOfWork, asked: Rectification) -> ResponseReturnValue:
    """Decide that whoever asks has no right."""
    form = NoRightForm()
    if not form.validate_on_submit():
        return _draw(work, asked, form), 422
    try:
        refuse(work, asked, RectificationRefusal.NO_RIGHT, form.grounds.data)
    except TakenError:
        return taken(asked)
    flash(_("The decision is made. Print it, and send it."), "good")
    return back(asked)


@bp.get(f"{ONE}/tell", needs=Permission.RECTIFICATION_HANDLE)
def begin_telling(work: UnitOfWork, asked: Rectification) -> str:
    """When and how the asker was told."""
    form = SendForm(today=work.facts.on)
    form.on.put(work.facts.on)
    return _draw_step(work, asked, "tell", form)


@bp.post(f"{ONE}/tell", needs=Permission.RECTIFICATION_HANDLE, endpoint="tell")
def keep_told(work: UnitOfWork, asked: Rectification) -> ResponseReturnValue:
    """Keep that the asker was told."""
    form = SendForm(today=work.facts.on)
    if not form.validate_on_submit():
        return _draw_step(work, asked, "tell", form), 422
    try:
        tell(work, asked, form.on.data, form.by.data)
    except TakenError:
        return taken(asked)
    except NoRightError:
        flash(_("Whoever asks has no right to it today. Refuse the request."), "soon")
        return back(asked)
    flash(_("It is saved that the answer was sent."), "good")
    return back(asked)


@bp.get(f"{ONE}/decision.pdf", needs=Permission.RECTIFICATION_HANDLE)
def decision_pdf(work: UnitOfWork, asked: Rectification) -> Response:
    """The decision on paper."""
    if asked.decided_at is None or is_right_lost(work.session, asked, work.facts):
        turn_away(work, work.facts)
    return pdf_answer(decision_paper(work, asked))


def _form(work: UnitOfWork, subject: Person | None) -> RectificationForm:
    form = RectificationForm(today=work.facts.on)
    served = registers_of(work.session, work.actor)
    form.offer(served, guardian_options(work, subject) if subject else [])
    form.record.offer(record_options(_records(work, subject)))
    if request.method == "GET":
        form.received_on.put(work.facts.on)
        form.language.put(current_locale())
        if len(served) == 1:
            form.register.put(form.register.options[0].value)
    return form


def _receive(work: UnitOfWork, form: RectificationForm, subject: Person | None) -> ResponseReturnValue:
    if not form.validate_on_submit():
        return _draw_form(form), 422
    record = next((each for each in _records(work, subject) if each.key == form.record.data), None)
    asking = form.asking(subject.id if subject else None)
    if record:
        asking["controller_id"] = record.row.controller_id
    asked = RectificationAsked(**asking, record=record, wrong=form.wrong.data, right=form.right.data)
    row = ask_for_rectification(work, asked)
    flash(_("The request is received. It is to be answered in time."), "good")
    return back(row)


def _records(work: UnitOfWork, subject: Person | None) -> list[Record]:
    served = [(organisation.id, register) for organisation, register in registers_of(work.session, work.actor)]
    return records_about(work.session, subject, served) if subject else []


def _draw_form(form: RectificationForm) -> str:
    return render_template("rectifications/receive.html", form=form)


def _draw(work: UnitOfWork, asked: Rectification, form: NoRightForm) -> str:
    return render_template("rectifications/show.html", page=RectificationPage.of(work, asked), form=form)


def _draw_step(work: UnitOfWork, asked: Rectification, step: str, form: object) -> str:
    return render_template(f"rectifications/{step}.html", page=RectificationPage.of(work, asked), form=form)
