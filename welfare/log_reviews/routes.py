"""The review queue: what stands out, and deciding on it."""

from contextlib import suppress

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.blueprint import GuardedBlueprint
from welfare.audit.unit_of_work import UnitOfWork
from welfare.log_reviews.actions import DecidedError, end_decoy, explain_finding, find_breach, set_decoy
from welfare.log_reviews.forms import ExplainForm, FindBreachForm, SeekDecoyForm
from welfare.log_reviews.models import Finding
from welfare.log_reviews.pages import DecoysPage, FindingPage, QueuePage, visit_options
from welfare.log_reviews.queries import load_decoy_candidate, load_finding
from welfare.log_reviews.visits import visits_behind
from welfare.people.models import Person
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm

bp = GuardedBlueprint(
    "log_reviews", __name__, subjects={"finding_id": load_finding, "decoy_student_id": load_decoy_candidate}
)
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


@bp.get(f"{ONE}/breach", needs=Permission.LOG_REVIEW_HANDLE)
def begin_breach(work: UnitOfWork, finding: Finding) -> str:
    """The form of a file."""
    return _draw_breach(work, finding, _breach_form(work, finding))


@bp.post(f"{ONE}/breach", needs=Permission.LOG_REVIEW_HANDLE)
def breach(work: UnitOfWork, finding: Finding) -> ResponseReturnValue:
    """It was not in order: a file begins."""
    form = _breach_form(work, finding)
    if not form.validate_on_submit():
        return _draw_breach(work, finding, form), 422
    try:
        row = find_breach(work, finding, form.to_command(), form.marked)
    except DecidedError:
        flash(_("Somebody has decided on it already. This is what was found."), "soon")
        return redirect(url_for("log_reviews.show", finding=finding.id), 303)
    flash(_("The file is open. From now on 72 hours run for telling the authority."), "good")
    return redirect(url_for("breaches.show", breach=row.id), 303)


@bp.get("/log-reviews/decoys", needs=Permission.DECOY_LIST)
def decoys(work: UnitOfWork) -> str:
    """The decoys, and the way to one more."""
    return _draw_decoys(DecoysPage.of(work), SeekDecoyForm(formdata=None))


@bp.post("/log-reviews/decoys", needs=Permission.DECOY_LIST, writes_at_once=False, saves=False)
def find_decoy(work: UnitOfWork) -> ResponseReturnValue:
    """Who answers to a name."""
    form = SeekDecoyForm()
    if not form.validate_on_submit():
        return _draw_decoys(DecoysPage.of(work), form), 422
    return _draw_decoys(DecoysPage.of(work, form.name.data), form)


@bp.post("/log-reviews/decoys/<decoy_student_id:student>", needs=Permission.DECOY_KEEP)
def keep_decoy(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """Make this pupil a decoy."""
    with suppress(DecidedError):
        set_decoy(work, student)
    flash(_("The pupil is a decoy now. Nobody but the data protection officers sees that."), "good")
    return redirect(url_for("log_reviews.decoys"), 303)


@bp.post("/log-reviews/decoys/<decoy_student_id:student>/end", needs=Permission.DECOY_KEEP)
def drop_decoy(work: UnitOfWork, student: Person) -> ResponseReturnValue:
    """It is none any more."""
    with suppress(DecidedError):
        end_decoy(work, student)
    flash(_("The pupil is a decoy no more."), "good")
    return redirect(url_for("log_reviews.decoys"), 303)


def _draw_decoys(page: DecoysPage, form: SeekDecoyForm) -> str:
    return render_template("log_reviews/decoys.html", page=page, form=form, ending=ActionForm(formdata=None))


def _draw(work: UnitOfWork, finding: Finding, form: ExplainForm) -> str:
    return render_template("log_reviews/show.html", page=FindingPage.of(work, finding), form=form)


def _breach_form(work: UnitOfWork, finding: Finding) -> FindBreachForm:
    form, visits = FindBreachForm(), visits_behind(work.session, finding)
    form.offer(visit_options(work, visits), [visit.key for visit in visits if visit.is_of(finding)])
    return form


def _draw_breach(work: UnitOfWork, finding: Finding, form: FindBreachForm) -> str:
    return render_template("log_reviews/breach.html", page=FindingPage.of(work, finding), form=form)
