"""One matter's plan being written: its form and draft, and what two windows, two writers or an ending make of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from flask import Response, make_response, render_template, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.drafts.actions import StaleDraftError, check_draft, save_draft
from welfare.drafts.pages import SavedDraft, load_apart, load_draft
from welfare.own_words.pages import quote_of
from welfare.phrases.pages import phrases_by_place
from welfare.plan_templates.pages import template_options
from welfare.plan_templates.queries import offered_template
from welfare.plans.actions.agreeing import DRAFT
from welfare.plans.forms import PlanForm
from welfare.plans.forms.beginning import BeginningForm
from welfare.plans.forms.moving import Moved, place_over
from welfare.plans.forms.templating import filled
from welfare.plans.forms.typing import as_typed
from welfare.plans.pages.conflicts import Told, of_an_ending, of_two_windows, of_two_writers, put_together
from welfare.plans.pages.endings import endings_of
from welfare.plans.pages.known import PlanBefore
from welfare.plans.pages.people import People
from welfare.plans.pages.writing import (
    WritingPage,
    begun_form,
    first_values,
    moved_values,
    posted_values,
    typed_form,
)
from welfare.plans.queries import newest_version
from welfare.rules.phrases import PLAN_PLACES
from welfare.rules.plans import PlanPart
from welfare.rules.registers import Register
from welfare.ui.formats import moment_text
from welfare.ui.forms import ActionForm

NOTHING: Mapping[str, str] = MappingProxyType({})


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

    @cached_property
    def moved(self) -> Moved:
        """What was sent, without goals and measures that have ended since."""
        return moved_values(self.work, self.before, posted_values())

    def begin(self) -> Response:
        """The form as it was left; where two windows have written, both texts until their writer has chosen."""
        apart = load_apart(self.work, url_for("plans.write", case=self.case.id))
        if apart is None:
            begun = begun_form(self.work, self.case, self.before)
            return self.draw(begun.form, moved=begun.moved)
        typed, saved = first_values(apart.typed), load_draft(self.work, DRAFT, self.case.id)
        self.moved = moved_values(self.work, self.before, typed)
        form = typed_form(self.work, self.before, self.moved.typed)
        form.revision.put(saved.revision if saved else 0)
        return (self._both_drafts(form, saved, 200) if saved else None) or self.draw(form, moved=self.moved)

    @cached_property
    def beginning(self) -> BeginningForm | None:
        """The templates that a first version may begin from, if the provider offers any."""
        offered = template_options(self.work) if self.before.plan is None else ()
        return BeginningForm().offer(offered) if offered else None

    def draw(self, form: PlanForm, status: int = 200, moved: Moved | None = None) -> Response:
        """The page with its form."""
        beginning = self.beginning
        page = WritingPage.of(self.work, self.case, self.before, self.people)
        endings = endings_of(self.work, self.before, form, moved) if moved else ()
        words = {"page": page, "form": form, "endings": endings, "beginning": beginning, "action": ActionForm()}
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
            stopped = self._behind_a_window(form)
            if stopped is not None:
                return stopped
        if form.based_on.data is not None and form.base != self.before.number:
            return self._behind_a_writer(form)
        return self._behind_an_ending(form) if self.moved.moves else None

    def begin_from_template(self, form: PlanForm) -> int | None:
        """Keep what was typed with a template in its empty places; None where no template was chosen."""
        chosen = self.beginning.chosen if self.beginning else None
        found = offered_template(self.work.session, self.case.controller_id, chosen[0]) if chosen else None
        if found is None or chosen is None:
            return None
        typed = filled(first_values(form.typed), found, chosen[1])
        self.work.note(self.case.controller_id, Register.WELFARE, template=str(found.template_id), version=found.number)
        return save_draft(self.work, DRAFT, {name: [value] for name, value in typed.items()}, self.case.id).revision

    def take_quote(self, form: PlanForm, asked: str) -> bool:
        """Keep what was typed, with words of the own page in their writer's view if they are still shown."""
        quote = quote_of(self.work, self.case, asked)
        if quote is None:
            self.keep(form)
            return False
        place = PlanPart.STUDENT_WORDS if quote.is_students else PlanPart.GUARDIAN_VIEW
        self.keep(form, {place.value: quote.beneath(first_values(form.typed).get(place.value, ""))})
        return True

    def keep(self, form: PlanForm, changed: Mapping[str, str] = NOTHING) -> int:
        """Keep what was typed, also for what has ended since; its revision."""
        over = {name: [text] for name, text in posted_values().items() if place_over(name, self.before.known)}
        over |= {name: [text] for name, text in changed.items()}
        return save_draft(self.work, DRAFT, form.typed | over, self.case.id).revision

    def _behind_a_window(self, form: PlanForm) -> Response | None:
        saved = load_draft(self.work, DRAFT, self.case.id)
        if saved is None:
            mine = self._mine(form)
            mine.revision.put(0)
            words = _("This text was sent or thrown away in another window. Look at the plan before you send it again.")
            mine.refuse(None, words)
            return self.draw(mine, 409, self.moved)
        form.revision.put(saved.revision)
        return self._both_drafts(form, saved, 409)

    def _both_drafts(self, form: PlanForm, saved: SavedDraft, status: int) -> Response | None:
        typed = first_values(saved.typed)
        if all(typed.get(name, "") == value for name, value in form.shown.items()):
            return None
        stored = moved_values(self.work, self.before, typed).typed
        return self._both(form, stored, of_two_windows(moment_text(saved.saved_at)), status)

    def _behind_a_writer(self, form: PlanForm) -> Response:
        plan = self.before.plan
        if plan is None:  # a number that no page of ours has given
            form.based_on.put(0)
            form.refuse(None, _("The form was not whole. Check your answers and send it again."))
            return self.draw(form, 422)
        told = of_two_writers(self.work, newest_version(self.work.session, plan))
        return self._both(form, as_typed(self.before.open), told)

    def _behind_an_ending(self, form: PlanForm) -> Response:
        return self._both(form, as_typed(self.before.text), of_an_ending())

    def _mine(self, form: PlanForm) -> PlanForm:
        """What was sent, with new places for what has ended since."""
        return typed_form(self.work, self.before, self.moved.typed) if self.moved.moves else form

    def _both(self, form: PlanForm, stored: Mapping[str, str], told: Told, status: int = 409) -> Response:
        began_from = as_typed(self.before.version(self.work, form.base))
        found = put_together(self._mine(form), stored, began_from, told)
        merged = typed_form(self.work, self.before, found.typed)
        merged.revision.put(form.seen_revision)
        merged.based_on.put(self.before.number)
        page = WritingPage.of(self.work, self.case, self.before, self.people)
        endings = endings_of(self.work, self.before, merged, self.moved)
        words = {"page": page, "form": merged, "conflict": found, "endings": endings, "told": told}
        return make_response(render_template("plans/conflict.html", **words), status)
