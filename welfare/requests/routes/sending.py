"""Whom it is about, and three steps to a request: who and what, told and together, check and send."""

from uuid import UUID

from flask import flash, render_template, url_for
from flask import redirect as lead_to
from flask import request as asked
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.requests.actions.sending import RequestIncompleteError, send_request
from welfare.requests.forms.finding import FindForm
from welfare.requests.pages import wizard
from welfare.requests.pages.choosing import ChoosePage
from welfare.requests.pages.sending import Asking, CheckPage, sender_of
from welfare.requests.routes.blueprint import bp
from welfare.rules.ids import MalformedIdError, parse_id
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm, PageForm

Answer = str | tuple[str, int] | Response
NEXT = {"ask": "requests.tell", "tell": "requests.check"}


@bp.get("/requests/new", needs=Permission.REQUEST_SEND)
def choose(work: UnitOfWork) -> Answer:
    """Choose whom it is about; who can only mean one person goes straight on."""
    page = ChoosePage.of(work, _class_id())
    if len(page.students) == 1 and page.is_obvious:
        return _to("requests.ask", page.students[0].id)
    return render_template("requests/choose.html", page=page, find=FindForm())


@bp.post("/requests/new", needs=Permission.REQUEST_SEND, writes_at_once=False)
def find(work: UnitOfWork) -> Answer:
    """Seek by name among those one may ask support for."""
    form = FindForm()
    if not form.validate_on_submit():
        return render_template("requests/choose.html", page=ChoosePage.of(work, None), find=form, form=form), 422
    return render_template("requests/choose.html", page=ChoosePage.sought_by(work, form.name.data), find=form)


@bp.get("/requests/new/<student_id:student>/ask", needs=Permission.REQUEST_SEND_FOR)
def ask(work: UnitOfWork, student: Person) -> Answer:
    """Step 1: who and what."""
    asking = Asking.of(work, student)
    saved = wizard.drafted(work, asking, "ask")
    form = wizard.ask_form(work, asking, saved.formdata if saved else None)
    return render_template("requests/ask.html", asking=asking, form=form, saved=saved)


@bp.post("/requests/new/<student_id:student>/ask", needs=Permission.REQUEST_SEND_FOR)
def keep_ask(work: UnitOfWork, student: Person) -> Answer:
    """Keep step 1 and go on."""
    asking = Asking.of(work, student)
    return _keep(work, asking, "ask", wizard.ask_form(work, asking))


@bp.get("/requests/new/<student_id:student>/tell", needs=Permission.REQUEST_SEND_FOR)
def tell(work: UnitOfWork, student: Person) -> Answer:
    """Step 2: told and together."""
    asking = Asking.of(work, student)
    saved = wizard.drafted(work, asking, "tell")
    form = wizard.tell_form(work, asking, saved.formdata if saved else None)
    return render_template("requests/tell.html", asking=asking, form=form, saved=saved)


@bp.post("/requests/new/<student_id:student>/tell", needs=Permission.REQUEST_SEND_FOR)
def keep_tell(work: UnitOfWork, student: Person) -> Answer:
    """Keep step 2 and go on."""
    asking = Asking.of(work, student)
    return _keep(work, asking, "tell", wizard.tell_form(work, asking))


@bp.get("/requests/new/<student_id:student>/check", needs=Permission.REQUEST_SEND_FOR)
def check(work: UnitOfWork, student: Person) -> Answer:
    """Step 3: check."""
    asking = Asking.of(work, student)
    try:
        command = wizard.command_from_drafts(work, asking)
    except wizard.StepUnfinishedError as error:
        return _back_to(error.step, asking)
    page = CheckPage.of(work, asking, command)
    return render_template("requests/check.html", asking=asking, page=page, form=ActionForm())


@bp.post("/requests/new/<student_id:student>/check", needs=Permission.REQUEST_SEND_FOR)
def send(work: UnitOfWork, student: Person) -> Answer:
    """Send it, and let the drafts go."""
    asking = Asking.of(work, student)
    try:
        command = wizard.command_from_drafts(work, asking)
        if not ActionForm().validate_on_submit():
            return _to("requests.check", student.id)
        request = send_request(work, student, asking.school, sender_of(work, asking), command)
    except wizard.StepUnfinishedError as error:
        return _back_to(error.step, asking)
    except RequestIncompleteError:
        return _back_to("ask", asking)
    wizard.let_go(work, asking)
    flash(_("The request has been sent."), "good")
    return lead_to(url_for("requests.receipt", request=request.id), 303)


@bp.post("/requests/new/<student_id:student>/drafts/<any(ask, tell):step>", needs=Permission.REQUEST_SEND_FOR)
def autosave(work: UnitOfWork, student: Person, step: str) -> tuple[str, int]:
    """Keep what has been typed so far, without judging it."""
    asking = Asking.of(work, student)
    form = wizard.ask_form(work, asking) if step == "ask" else wizard.tell_form(work, asking)
    wizard.keep(work, asking, step, form)
    return "", 204


@bp.get("/requests/new/<student_id:student>/discard", needs=Permission.REQUEST_SEND_FOR)
def confirm_discard(work: UnitOfWork, student: Person) -> str:
    """Ask before a draft is thrown away."""
    return render_template("requests/discard.html", asking=Asking.of(work, student), form=ActionForm())


@bp.post("/requests/new/<student_id:student>/discard", needs=Permission.REQUEST_SEND_FOR)
def discard(work: UnitOfWork, student: Person) -> Answer:
    """Throw the draft away."""
    wizard.let_go(work, Asking.of(work, student))
    flash(_("The draft has been thrown away."), "info")
    return lead_to(url_for("requests.sent"), 303)


def _keep(work: UnitOfWork, asking: Asking, step: str, form: PageForm) -> Answer:
    if "draft" in asked.form:
        wizard.keep(work, asking, step, form)
        flash(_("The draft has been saved."), "good")
        return lead_to(url_for("requests.sent"), 303)
    if not form.validate_on_submit():
        return render_template(f"requests/{step}.html", asking=asking, form=form, saved=None), 422
    wizard.keep(work, asking, step, form)
    return _to(NEXT[step], asking.student.id)


def _back_to(step: str, asking: Asking) -> Answer:
    flash(_("Answer these questions first."), "soon")
    return _to(f"requests.{step}", asking.student.id)


def _to(endpoint: str, student_id: UUID) -> Response:
    return lead_to(url_for(endpoint, student=student_id), 303)


def _class_id() -> UUID | None:
    try:
        return parse_id(asked.args.get("class", ""))
    except MalformedIdError:
        return None
