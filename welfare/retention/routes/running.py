"""What is due, the list that is made of it, its approval by somebody else, and its papers."""

from flask import Response, current_app, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse as turn_away
from welfare.accounts.actions.second_factor import CodeRefusedError, give_code
from welfare.accounts.models import Account
from welfare.accounts.routes.steps import wait_words
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import UnitOfWork
from welfare.documents.serving import pdf_answer
from welfare.organisations.models import Organisation
from welfare.retention.actions import (
    AnsweredError,
    ClocksDisagreeError,
    NearError,
    NothingDueError,
    RunLiveError,
    approve,
    propose,
    refuse_run,
)
from welfare.retention.certifying import notary_of, read_certificate
from welfare.retention.forms import ApprovalForm
from welfare.retention.models import RetentionRun
from welfare.retention.pages import DuePage, RunPage
from welfare.retention.pages.runs import run_paper
from welfare.retention.routes.blueprint import KEEPER, RUN, bp
from welfare.retention.words import near_words
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get(f"{KEEPER}/due", needs=Permission.RETENTION_READ)
def due(work: UnitOfWork, keeper: Organisation) -> str:
    """The dry run."""
    page = DuePage.of(work, keeper, _daily())
    return render_template("retention/due.html", page=page, action=ActionForm(formdata=None))


@bp.post(f"{KEEPER}/due", needs=Permission.RETENTION_PROPOSE, endpoint="propose")
def make_list(work: UnitOfWork, keeper: Organisation) -> ResponseReturnValue:
    """Propose it to another person."""
    if not ActionForm().validate_on_submit():
        turn_away(work, work.facts)
    try:
        run = propose(work, keeper, _daily())
    except ClocksDisagreeError:
        flash(_("The clocks disagree: nothing is proposed or destroyed until they agree."), "late")
    except RunLiveError:
        flash(_("A list waits for its answer, or is being carried out. One list at a time."), "soon")
    except NearError:
        flash(near_words(), "soon")
    except NothingDueError:
        flash(_("Nothing is over its time."), "soon")
    else:
        flash(_("The list is proposed. Somebody else approves it."), "good")
        return redirect(url_for("retention.show_run", run=run.id), 303)
    return redirect(url_for("retention.due", keeper=keeper.id), 303)


@bp.get(RUN, needs=Permission.RETENTION_READ)
def show_run(work: UnitOfWork, run: RetentionRun) -> str:
    """The list, and how far it has come."""
    return _draw(work, run, ApprovalForm(formdata=None))


@bp.post(f"{RUN}/approve", needs=Permission.RETENTION_APPROVE, endpoint="approve")
def say_yes(work: UnitOfWork, run: RetentionRun) -> ResponseReturnValue:
    """Have it carried out, with the second factor once more."""
    form = ApprovalForm()
    if not form.validate_on_submit() or not _is_proved(work, form):
        return _draw(work, run, form), 422
    try:
        approve(work, run)
    except ClocksDisagreeError:
        form.refuse(None, _("The clocks disagree: nothing is proposed or destroyed until they agree."))
        return _draw(work, run, form), 422
    except AnsweredError:
        flash(_("Somebody has answered this list already."), "soon")
    else:
        flash(_("The list is approved. The records are destroyed one by one from now on."), "good")
    return redirect(url_for("retention.show_run", run=run.id), 303)


@bp.post(f"{RUN}/refuse", needs=Permission.RETENTION_PROPOSE, endpoint="refuse")
def put_aside(work: UnitOfWork, run: RetentionRun) -> ResponseReturnValue:
    """Destroy nothing of it."""
    if not ActionForm().validate_on_submit():
        turn_away(work, work.facts)
    try:
        refuse_run(work, run)
    except AnsweredError:
        flash(_("Somebody has answered this list already."), "soon")
    else:
        flash(_("The list is put aside. Nothing of it is destroyed."), "good")
    return redirect(url_for("retention.show_run", run=run.id), 303)


@bp.get(f"{RUN}/certificate.pdf", needs=Permission.RETENTION_READ)
def certificate_pdf(work: UnitOfWork, run: RetentionRun) -> Response:
    """The list and the certificate on paper."""
    if run.certificate is None:
        turn_away(work, work.facts)
    ledger: Ledger = current_app.extensions["ledger"]
    verified = read_certificate(run.certificate, notary_of(ledger).public)
    return pdf_answer(run_paper(work, run, verified.note, verified.signature))


@bp.get(f"{RUN}/certificate.json", needs=Permission.RETENTION_READ)
def certificate_json(work: UnitOfWork, run: RetentionRun) -> Response:
    """The certificate as it was signed, for whoever verifies it."""
    if run.certificate is None:
        turn_away(work, work.facts)
    response = make_response(run.certificate)
    response.mimetype = "application/json"
    response.headers["Content-Disposition"] = 'attachment; filename="certificate.json"'
    return response


def _is_proved(work: UnitOfWork, form: ApprovalForm) -> bool:
    """Whether the second factor is the actor's own, once more; each code opens once."""
    account = work.session.get_one(Account, work.actor.account_id)
    try:
        give_code(work, account, form.code.data)
    except CodeRefusedError as error:
        words = _("The code is not right, or it was too old or used before. Write a new code.")
        form.refuse("code", wait_words(error.wait) if error.wait else words)
        return False
    return True


def _daily() -> int:
    daily: int = current_app.extensions["settings"].retention_daily
    return daily


def _draw(work: UnitOfWork, run: RetentionRun, form: ApprovalForm) -> str:
    page = RunPage.of(work, run)
    return render_template("retention/run.html", page=page, form=form, action=ActionForm(formdata=None))
