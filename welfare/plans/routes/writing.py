"""Writing a version: a draft while it is typed, agreed on whole, and never over what somebody else has entered."""

from flask import abort, flash, make_response, redirect, request, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.drafts.actions import StaleDraftError, check_draft, discard_draft
from welfare.journal.actions import IncompleteEntryError
from welfare.journal.pages.law import words_of_missing
from welfare.own_words.pages import QUOTE, taken_back_words
from welfare.plans.actions import ClosedMatterError, IncompletePlanError, StalePlanError, agree_on
from welfare.plans.actions.agreeing import DRAFT
from welfare.plans.forms import PlanForm
from welfare.plans.forms.lacks import refuse_lacks
from welfare.plans.pages.writing import command_of, posted_form
from welfare.plans.routes.blueprint import PLAN, Answer, bp
from welfare.plans.routes.desk import Desk
from welfare.rules.permissions import Permission

WRITE = f"{PLAN}/write"
BUTTON, STORED_BUTTON, TEMPLATE_BUTTON = "draft", "stored", "begin"


@bp.get(WRITE, needs=Permission.PLAN_WRITE)
def write(work: UnitOfWork, case: Case) -> Answer:
    """The form, as it was left or as the newest version has it."""
    desk = Desk(work, case)
    return desk.begin()


@bp.post(WRITE, needs=Permission.PLAN_WRITE)
def agree(work: UnitOfWork, case: Case) -> Answer:
    """Agree on the version, or keep it as a draft."""
    if STORED_BUTTON in request.form:
        return redirect(url_for("plans.write", case=case.id), 303)
    desk = Desk(work, case)
    form = posted_form(work, desk.before)
    stopped = desk.settle(form)
    if stopped is not None:
        return stopped
    kept = _kept(desk, form)
    if kept is not None:
        return kept
    if not form.validate_on_submit():
        return desk.draw(form, 422)
    return _agreed(desk, form)


def _kept(desk: Desk, form: PlanForm) -> Answer | None:
    """By the buttons that agree on nothing; None where none of them was pressed."""
    if TEMPLATE_BUTTON in request.form:
        return _begun(desk, form)
    if QUOTE in request.form:
        return _quoted(desk, form)
    if BUTTON in request.form:
        desk.keep(form)
        flash(_("The draft is kept. Only you can see it."), "good")
        return redirect(url_for("plans.write", case=desk.case.id), 303)
    return None


def _begun(desk: Desk, form: PlanForm) -> Answer:
    if desk.begin_from_template(form) is None:
        return desk.draw(form, 422)
    flash(_("The template is in the empty places, and all of it is kept as your draft."), "good")
    return redirect(url_for("plans.write", case=desk.case.id), 303)


def _quoted(desk: Desk, form: PlanForm) -> Answer:
    """Words of the own page in the view of their writer, in the draft."""
    if desk.take_quote(form, request.form[QUOTE]):
        flash(_("The words are taken into the plan, and all of it is kept as your draft."), "good")
    else:
        flash(taken_back_words(), "soon")
    return redirect(url_for("plans.write", case=desk.case.id), 303)


def _agreed(desk: Desk, form: PlanForm) -> Answer:
    work, case = desk.work, desk.case
    try:
        version = agree_on(work, case, command_of(work, form, desk.before, desk.people))
    except ClosedMatterError:
        abort(409)
    except StalePlanError:
        return Desk(work, case).settle(form) or desk.draw(form, 409)
    except IncompletePlanError as error:
        refuse_lacks(form, error.missing)
        return desk.draw(form, 422)
    except IncompleteEntryError as error:
        form.refuse(None, words_of_missing(error.missing))
        return desk.draw(form, 422)
    flash(
        _("Version %(number)s of the plan is in force. Earlier versions stay readable.", number=version.number), "good"
    )
    return redirect(url_for("plans.show", case=case.id), 303)


@bp.post(f"{WRITE}/draft", needs=Permission.PLAN_WRITE)
def autosave(work: UnitOfWork, case: Case) -> Answer:
    """Keep what is being typed; a window that is behind is told so and keeps its text."""
    desk = Desk(work, case)
    form = posted_form(work, desk.before)
    try:
        check_draft(work, DRAFT, case.id, form.seen_revision)
    except StaleDraftError:
        return make_response("", 409)
    return make_response("", 204, {"X-Draft-Revision": str(desk.keep(form))})


@bp.post(f"{WRITE}/discard", needs=Permission.PLAN_READ)
def discard(work: UnitOfWork, case: Case) -> Answer:
    """Throw the draft away; it may be one of a matter that has been closed."""
    discard_draft(work, DRAFT, case.id)
    flash(_("The draft is thrown away."), "info")
    return redirect(url_for("plans.show", case=case.id), 303)
