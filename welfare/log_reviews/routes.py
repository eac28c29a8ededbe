"""The review queue: what stands out, and deciding on it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.blueprint import GuardedBlueprint
from welfare.audit.unit_of_work import UnitOfWork
from welfare.log_reviews.actions import DecidedError, explain_finding
from welfare.log_reviews.forms import ExplainForm
from welfare.log_reviews.models import Finding
from welfare.log_reviews.pages import FindingPage, QueuePage
from welfare.log_reviews.queries import load_finding
from welfare.rules.permissions import Permission

bp = GuardedBlueprint("log_reviews", __name__, subjects={"finding_id": load_finding})
ONE = "/log-reviews/<finding_id:finding>"


@bp.get("/log-reviews", needs=Permission.LOG_REVIEW_LIST)
def index(work: UnitOfWork) -> str:
    """What waits, the samples, and what was decided."""
    return render_template("log_reviews/index.html", page=QueuePage.of(work))


@bp.get(ONE, needs=Permission.LOG_REVIEW_HANDLE)
def show(work: UnitOfWork, finding: Finding) -> str:
    """One finding, and the form to decide on it."""
    return _draw(work, finding, ExplainForm(formdata=None))


@bp.post(f"{ONE}/explain", needs=Permission.LOG_REVIEW_HANDLE)
def explain(work: UnitOfWork, finding: Finding) -> ResponseReturnValue:
    """It was in order."""
    form = ExplainForm()
    if not form.validate_on_submit():
        return _draw(work, finding, form), 422
    try:
        explain_finding(work, finding, form.to_command())
    except DecidedError:
        flash(_("Somebody has decided on it already. This is what was found."), "soon")
    else:
        flash(_("It is saved that it was in order. The same pattern weighs less from now on."), "good")
    return redirect(url_for("log_reviews.show", finding=finding.id), 303)


def _draw(work: UnitOfWork, finding: Finding, form: ExplainForm) -> str:
    return render_template("log_reviews/show.html", page=FindingPage.of(work, finding), form=form)
