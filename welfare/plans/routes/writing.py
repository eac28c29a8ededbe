"""Writing a version: a draft while it is typed, agreed on whole, and never over what somebody else has entered."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from flask import Response, abort, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.drafts.actions import StaleDraftError, check_draft, discard_draft, save_draft
from welfare.drafts.pages import load_draft
from welfare.journal.actions import IncompleteEntryError
from welfare.journal.pages.law import words_of_missing
from welfare.phrases.pages import phrases_by_place
from welfare.plans.actions import ClosedMatterError, IncompletePlanError, StalePlanError, agree_on
from welfare.plans.actions.agreeing import DRAFT
from welfare.plans.forms import PlanForm
from welfare.plans.forms.lacks import refuse_lacks
from welfare.plans.forms.typing import as_typed
from welfare.plans.pages.conflicts import Told, of_two_windows, of_two_writers, put_together
from welfare.plans.pages.known import PlanBefore
from welfare.plans.pages.people import People
from welfare.plans.pages.writing import (
    WritingPage,
    command_of,
    first_values,
    fresh_form,
    posted_form,
    typed_form,
)
from welfare.plans.queries import newest_version
from welfare.plans.routes.blueprint import PLAN, Answer, bp
from welfare.rules.permissions import Permission
from welfare.rules.phrases import PLAN_PLACES
from welfare.ui.formats import moment_text
from welfare.ui.forms import ActionForm

WRITE = f"{PLAN}/write"
BUTTON = "draft"


@dataclass
class Desk:
    """One matter's plan being written."""

    work: UnitOfWork
    case: Case

    @cached_property
    def before(self) -> PlanBefore:
        """The newest version."""
        return PlanBefore.of(self.work, self.case)

    @cached_property
    def people(self) -> People:
        """Who may be named."""
        return People.of(self.work, self.case)

    def draw(self, form: PlanForm, status: int = 200) -> Response:
        """The page with its form."""
        page = WritingPage.of(self.work, self.case, self.before, self.people)
        words = {"page": page, "form": form, "action": ActionForm()}
        phrases = phrases_by_place(self.work, PLAN_PLACES)
        return make_response(render_template("plans/write.html", phrases=phrases, **words), status)

    def settle(self, form: PlanForm) -> Response | None:
        """Nothing where nobody has written meanwhile, in another window or as somebody else; else both texts."""
        if self.before.text.is_broken:
            words = _(
                "The version before cannot be opened, so none can be written over it. Tell the data protection officer."
            )
            form.refuse(None, words)
            return self.draw(form, 409)
        try:
            check_draft(self.work, DRAFT, self.case.id, form.seen_revision)
        except StaleDraftError:
            return self._behind_a_window(form)
        if form.based_on.data is not None and form.base != self.before.number:
            return self._behind_a_writer(form)
        return None

    def keep(self, form: PlanForm) -> int:
        """Keep what was typed; its revision."""
        return save_draft(self.work, DRAFT, form.typed, self.case.id).revision

    def _behind_a_window(self, form: PlanForm) -> Response | None:
        saved = load_draft(self.work, DRAFT, self.case.id)
        if saved is None:
            form.revision.put(0)
            words = _("This text was sent or thrown away in another window. Look at the plan before you send it again.")
            form.refuse(None, words)
            return self.draw(form, 409)
        form.revision.put(saved.revision)
        typed = first_values(saved.typed)
        own = form.shown
        if all(typed.get(name, "") == value for name, value in own.items()):
            return None
        return self._both(form, typed, of_two_windows(moment_text(saved.saved_at)))

    def _behind_a_writer(self, form: PlanForm) -> Response:
        plan = self.before.plan
        if plan is None:  # a number that no page of ours has given
            form.based_on.put(0)
            form.refuse(None, _("The form was not whole. Check your answers and send it again."))
            return self.draw(form, 422)
        told = of_two_writers(self.work, newest_version(self.work.session, plan))
        return self._both(form, as_typed(self.before.open), told)

    def _both(self, form: PlanForm, stored: Mapping[str, str], told: Told) -> Response:
        found = put_together(form, stored, self.before.version(self.work, form.base), told)
        merged = typed_form(self.work, self.before, found.typed)
        merged.revision.put(form.seen_revision)
        merged.based_on.put(self.before.number)
        page = WritingPage.of(self.work, self.case, self.before, self.people)
        words = {"page": page, "form": merged, "conflict": found, "told": told}
        return make_response(render_template("plans/conflict.html", **words), 409)


@bp.get(WRITE, needs=Permission.PLAN_WRITE)
def write(work: UnitOfWork, case: Case) -> Answer:
    """The form, as it was left or as the newest version has it."""
    desk = Desk(work, case)
    return desk.draw(fresh_form(work, case, desk.before))


@bp.post(WRITE, needs=Permission.PLAN_WRITE)
def agree(work: UnitOfWork, case: Case) -> Answer:
    """Agree on the version, or keep it as a draft."""
    desk = Desk(work, case)
    form = posted_form(work, desk.before)
    stopped = desk.settle(form)
    if stopped is not None:
        return stopped
    if BUTTON in request.form:
        desk.keep(form)
        flash(_("The draft is kept. Only you can see it."), "good")
        return redirect(url_for("plans.write", case=case.id), 303)
    if not form.validate_on_submit():
        return desk.draw(form, 422)
    return _agreed(desk, form)


def _agreed(desk: Desk, form: PlanForm) -> Answer:
    work, case = desk.work, desk.case
    try:
        version = agree_on(work, case, command_of(form, desk.before, desk.people))
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
