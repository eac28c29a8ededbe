"""The rights desk: receiving a request for log information, deciding, answering."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.access.gate import refuse as turn_away
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.actions import ask_for_log, close, grant, refuse, send
from welfare.datarights.desks import Desk, add_shared
from welfare.datarights.desks.desk import back, taken
from welfare.datarights.forms import GrantForm, IdentityForm, LogRequestForm, RefusalForm, SendForm
from welfare.datarights.models import LogRequest
from welfare.datarights.pages import DeskList, LogRequestPage, guardian_options, stated
from welfare.datarights.pages.choosing import subject_name
from welfare.datarights.pages.papers import decision_paper, report_paper
from welfare.datarights.pages.report import Report
from welfare.datarights.pages.request import PREVIEW
from welfare.datarights.queries import may_be_told, registers_of
from welfare.datarights.routes.blueprint import bp
from welfare.datarights.steps import IdentityNotSureError, NoRightError, TakenError
from welfare.documents.serving import csv_answer, pdf_answer
from welfare.people.models import Person
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.locale import LOCALES, current_locale

NEW = "/rights/logs/new/<data_subject_id:subject>"
UNKNOWN = "/rights/logs/new/unknown"
ONE = "/rights/logs/<log_request_id:asked>"
DESK = Desk(
    bp,
    _l("Requests for log information"),
    list_at="/rights/logs",
    one_at=ONE,
    list_needs=Permission.LOG_REQUEST_LIST,
    handle_needs=Permission.LOG_REQUEST_HANDLE,
)
add_shared(DESK)


@bp.get("/rights/logs", needs=Permission.LOG_REQUEST_LIST)
def desk(work: UnitOfWork) -> str:
    """The requests and their lights."""
    return render_template("datarights/desk.html", page=DeskList.of(work, LogRequest, stated))


@bp.get(UNKNOWN, needs=Permission.LOG_REQUEST_LIST)
def begin_unknown(work: UnitOfWork) -> str:
    """The form of a request about somebody whom the directory does not know."""
    return _draw_form(_form(work, None), None)


@bp.post(UNKNOWN, needs=Permission.LOG_REQUEST_LIST)
def receive_unknown(work: UnitOfWork) -> ResponseReturnValue:
    """Write it down; it is answered like any other."""
    return _receive(work, _form(work, None), None)


@bp.get(NEW, needs=Permission.LOG_REQUEST_RECEIVE)
def begin_for(work: UnitOfWork, subject: Person) -> str:
    """The form of a request about this person."""
    form = _form(work, subject)
    form.name.put(subject_name(work, subject))
    return _draw_form(form, subject)


@bp.post(NEW, needs=Permission.LOG_REQUEST_RECEIVE)
def receive(work: UnitOfWork, subject: Person) -> ResponseReturnValue:
    """Write the request down, with its last day."""
    return _receive(work, _form(work, subject), subject)


@bp.get(ONE, needs=Permission.LOG_REQUEST_HANDLE)
def show(work: UnitOfWork, asked: LogRequest) -> str:
    """One request, and the next thing to do."""
    return _draw(work, asked, GrantForm(formdata=None))


@bp.post(f"{ONE}/grant", needs=Permission.LOG_REQUEST_HANDLE, endpoint="grant")
def make_report(work: UnitOfWork, asked: LogRequest) -> ResponseReturnValue:
    """Decide to give it."""
    form = GrantForm()
    if not form.validate_on_submit() or not form.asks_for(is_account_wanted=asked.wants_account):
        return _draw(work, asked, form), 422
    try:
        grant(work, asked, form.account.data)
    except TakenError:
        return taken(asked)
    except IdentityNotSureError:
        form.refuse(None, _("It has not been made sure yet who asks. Make it sure first."))
        return _draw(work, asked, form), 422
    except NoRightError:
        form.refuse(None, _("Whoever asks has no right to this log today. Refuse the request."))
        return _draw(work, asked, form), 422
    flash(_("The report is made. Look at it, and send it."), "good")
    return back(asked)


@bp.get(f"{ONE}/refuse", needs=Permission.LOG_REQUEST_HANDLE)
def begin_refusal(work: UnitOfWork, asked: LogRequest) -> str:
    """The grounds there are, and the form of the decision."""
    return _draw_refusal(work, asked, _refusal(asked))


@bp.post(f"{ONE}/refuse", needs=Permission.LOG_REQUEST_HANDLE, endpoint="refuse")
def decide_against(work: UnitOfWork, asked: LogRequest) -> ResponseReturnValue:
    """Decide not to give it."""
    form = _refusal(asked)
    if not form.validate_on_submit():
        return _draw_refusal(work, asked, form), 422
    try:
        refuse(work, asked, form.why.data, form.grounds.data)
    except TakenError:
        return taken(asked)
    flash(_("The decision is made. Print it, and send it."), "good")
    return back(asked)


@bp.get(f"{ONE}/send", needs=Permission.LOG_REQUEST_HANDLE)
def begin_sending(work: UnitOfWork, asked: LogRequest) -> str:
    """When and how the answer goes."""
    form = SendForm(today=work.facts.on)
    form.on.put(work.facts.on)
    return _draw_sending(work, asked, form)


@bp.post(f"{ONE}/send", needs=Permission.LOG_REQUEST_HANDLE, endpoint="send")
def mark_sent(work: UnitOfWork, asked: LogRequest) -> ResponseReturnValue:
    """Keep that it went."""
    form = SendForm(today=work.facts.on)
    if not form.validate_on_submit():
        return _draw_sending(work, asked, form), 422
    try:
        send(work, asked, form.on.data, form.by.data)
    except TakenError:
        return taken(asked)
    except NoRightError:
        flash(_("Whoever asks has lost the right to this log. Do not send it: refuse the request."), "soon")
        return back(asked)
    flash(_("It is saved that the answer was sent."), "good")
    return back(asked)


@bp.post(f"{ONE}/close", needs=Permission.LOG_REQUEST_HANDLE, endpoint="close")
def end(work: UnitOfWork, asked: LogRequest) -> ResponseReturnValue:
    """Nothing more is to be done."""
    try:
        close(work, asked)
    except TakenError:
        return taken(asked)
    flash(_("The request is closed."), "good")
    return redirect(url_for("datarights.desk"), 303)


@bp.get(f"{ONE}/report.pdf", needs=Permission.LOG_REQUEST_HANDLE)
def report_pdf(work: UnitOfWork, asked: LogRequest) -> Response:
    """The report on paper."""
    _refuse_undecided(work, asked, is_refusal=False)
    return pdf_answer(report_paper(work, asked, _language(asked)))


@bp.get(f"{ONE}/report.csv", needs=Permission.LOG_REQUEST_HANDLE)
def report_csv(work: UnitOfWork, asked: LogRequest) -> Response:
    """The report as a table, each event on a line of its own."""
    _refuse_undecided(work, asked, is_refusal=False)
    with force_locale(_language(asked)):
        return csv_answer(Report.of(work, asked, by_visit=False).csv(), "log")


@bp.get(f"{ONE}/decision.pdf", needs=Permission.LOG_REQUEST_HANDLE)
def decision_pdf(work: UnitOfWork, asked: LogRequest) -> Response:
    """The decision on paper."""
    _refuse_undecided(work, asked, is_refusal=True)
    return pdf_answer(decision_paper(work, asked, _language(asked)))


def _refuse_undecided(work: UnitOfWork, asked: LogRequest, *, is_refusal: bool) -> None:
    """A paper exists once it has been decided that there is one; a log, while whoever asks has the right to it."""
    is_none = asked.decided_at is None or (asked.refused_why is not None) is not is_refusal
    if is_none or (not is_refusal and not may_be_told(work.session, asked, work.facts)):
        turn_away(work, work.facts)


def _language(asked: LogRequest) -> str:
    wished = request.args.get("language", "")
    return wished if wished in LOCALES else asked.language


def _form(work: UnitOfWork, subject: Person | None) -> LogRequestForm:
    form = LogRequestForm(today=work.facts.on)
    form.offer(registers_of(work.session, work.actor), guardian_options(work, subject) if subject else [])
    if request.method == "GET":
        form.received_on.put(work.facts.on)
        form.language.put(current_locale())
        if len(form.register.options) == 1:
            form.register.put(form.register.options[0].value)
    return form


def _receive(work: UnitOfWork, form: LogRequestForm, subject: Person | None) -> ResponseReturnValue:
    if not form.validate_on_submit():
        return _draw_form(form, subject), 422
    row = ask_for_log(work, form.to_command(subject.id if subject else None))
    flash(_("The request is received. It is to be answered in time."), "good")
    return back(row)


def _refusal(asked: LogRequest) -> RefusalForm:
    form = RefusalForm()
    form.offer(asked.register)
    return form


def _draw_form(form: LogRequestForm, subject: Person | None) -> str:
    return render_template("datarights/receive.html", form=form, subject=subject)


def _draw(work: UnitOfWork, asked: LogRequest, form: GrantForm) -> str:
    page = LogRequestPage.of(work, asked, None if request.args.get("show") == "all" else PREVIEW)
    return render_template("datarights/show.html", page=page, form=form, ending=ActionForm(formdata=None))


def _draw_identity(work: UnitOfWork, asked: LogRequest, form: IdentityForm) -> str:
    return render_template("datarights/identity.html", page=LogRequestPage.of(work, asked), form=form)


def _draw_refusal(work: UnitOfWork, asked: LogRequest, form: RefusalForm) -> str:
    return render_template("datarights/refuse.html", page=LogRequestPage.of(work, asked), form=form)


def _draw_sending(work: UnitOfWork, asked: LogRequest, form: SendForm) -> str:
    return render_template("datarights/send.html", page=LogRequestPage.of(work, asked), form=form)
