"""The form of a version made ready, and what stands around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import request
from werkzeug.datastructures import MultiDict

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.drafts.pages import SavedDraft, load_draft
from welfare.drafts.queries import find_draft
from welfare.journal.pages.matter import MatterHead
from welfare.journal.queries import offices_of
from welfare.own_words.pages import ShownWords, shown_words
from welfare.plan_templates.pages import template_texts
from welfare.plans.actions import AgreePlan
from welfare.plans.actions.agreeing import DRAFT
from welfare.plans.content import GoalText
from welfare.plans.forms import PlanForm, form_of_shape, shape_of
from welfare.plans.forms.moving import Moved, moved
from welfare.plans.forms.typing import as_typed
from welfare.plans.pages.entry import entry_of
from welfare.plans.pages.known import PlanBefore
from welfare.plans.pages.people import People
from welfare.plans.pages.reading import level_lines
from welfare.rules.plans import PlanPart
from welfare.ui.given_back import waiting


@dataclass(frozen=True, slots=True)
class WritingPage:
    """Everything on it but the form."""

    matter: MatterHead
    number: int
    """Of the version to be."""
    people: Sequence[str]
    fixed: Mapping[int, Sequence[tuple[int, str, str]]]
    """The levels of goals that have been rated, by number."""
    closed: Sequence[GoalText]
    saved_at: datetime | None
    is_guardian_asked: bool
    own_words: Sequence[ShownWords]
    """What the family lets the group read."""

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, before: PlanBefore, people: People) -> "WritingPage":
        """Open what is known."""
        account_id = work.actor.account_id
        draft = find_draft(work.session, account_id, DRAFT, case.id) if account_id else None
        return cls(
            matter=MatterHead.of(work, case),
            number=before.number + 1,
            people=people.offered,
            fixed={goal.number: level_lines(goal) for goal in before.text.goals if goal.number in before.known.rated},
            closed=before.closed,
            saved_at=draft.saved_at if draft else None,
            is_guardian_asked=bool(people.guardians),
            own_words=shown_words(work, case),
        )


@dataclass(frozen=True, slots=True)
class Begun:
    """A form as its writer left it, with what was typed for goals and measures that have ended since put elsewhere."""

    form: PlanForm
    moved: Moved


def posted_form(work: UnitOfWork, before: PlanBefore) -> PlanForm:
    """The form as it was sent."""
    return _offered(work, form_of_shape(shape_of(before.known, posted_values(), has_room=False))(today=work.facts.on))


def posted_values() -> dict[str, str]:
    """One value of each field that was sent."""
    return {name: request.form.get(name, "") for name in request.form}


def moved_values(work: UnitOfWork, before: PlanBefore, typed: Mapping[str, str]) -> Moved:
    """What was typed over the version that it names, without what has ended since."""
    base = typed.get("based_on", "")
    began_from = before.version(work, int(base) if base.isascii() and base.isdigit() else before.number)
    return moved(typed, as_typed(began_from), before.known)


def typed_form(work: UnitOfWork, before: PlanBefore, typed: Mapping[str, str]) -> PlanForm:
    """The form with what was typed elsewhere, with places for more."""
    shape = shape_of(before.known, typed, has_room=True)
    return _offered(work, form_of_shape(shape)(today=work.facts.on, formdata=MultiDict(typed)))


def begun_form(work: UnitOfWork, case: Case, before: PlanBefore) -> Begun:
    """The form as its writer left it, or filled with the newest version; text given back stands before both."""
    saved, given_back = load_draft(work, DRAFT, case.id), waiting()
    if given_back is not None:
        return _given_back(work, before, first_values(given_back.to_dict(flat=False)), saved)
    if saved is None:
        return Begun(_fresh(work, before, {}, 0), Moved({}, ()))
    found = moved_values(work, before, first_values(saved.typed))
    form = typed_form(work, before, found.typed)
    form.revision.put(saved.revision)
    return Begun(form, found)


def _given_back(work: UnitOfWork, before: PlanBefore, typed: Mapping[str, str], saved: SavedDraft | None) -> Begun:
    """The form takes what is given back by its names; what has another name now is put into it here."""
    found = moved_values(work, before, typed)
    form = _fresh(work, before, found.typed, saved.revision if saved else 0)
    for name in found.typed.keys() - typed.keys():
        form.drawn(name).process(MultiDict({name: found.typed[name]}))
    return Begun(form, found)


def _fresh(work: UnitOfWork, before: PlanBefore, typed: Mapping[str, str], revision: int) -> PlanForm:
    shape = shape_of(before.known, typed, has_room=True)
    form = _offered(work, form_of_shape(shape)(today=work.facts.on, formdata=None))
    form.fill(before.open)
    form.revision.put(revision)
    form.based_on.put(before.number)
    form.agreed_on.put(work.facts.on)
    return form


def first_values(typed: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """One value of each field: none of a plan has more."""
    return {name: "".join(values[:1]) for name, values in typed.items()}


def command_of(work: UnitOfWork, form: PlanForm, before: PlanBefore, people: People) -> AgreePlan:
    """The command of a valid form."""
    text = form.text(before.text)
    asked = template_texts(work, PlanPart.NEED)
    return AgreePlan(
        based_on=form.base,
        text=text,
        agreed_on=form.agreed_on.data,
        review_on=form.review_on.data,
        office=form.chosen_office,
        entry=entry_of(before.number + 1, text),
        is_guardian_asked=bool(people.guardians),
        carried=before.closed,
        parties=people.parties(text),
        is_need_answered=" ".join(text.words[PlanPart.NEED].split()) not in asked,
        fixed_levels=before.fixed_levels,
    )


def _offered(work: UnitOfWork, form: PlanForm) -> PlanForm:
    form.offer_offices(offices_of(work.actor))
    return form
