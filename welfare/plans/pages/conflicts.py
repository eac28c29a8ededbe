"""Two writers and one plan: what only one of them changed is taken over, what both changed is shown twice.

Every version is kept, so the one that both began from tells who has changed what.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.plans.forms import PlanForm
from welfare.plans.forms.moving import words_of
from welfare.plans.forms.shape import parts_of, renumbered
from welfare.plans.forms.typing import used_goals
from welfare.plans.models import PlanVersion
from welfare.rules.actors import Role
from welfare.ui.fields import LongText, TextLine
from welfare.ui.formats import moment_text
from welfare.ui.versions import Conflict

Typed = Mapping[str, str]
NAMES = frozenset({"by", "name"})
"""How fields end that name one person: `by`, `followed_by` and the names of who agreed."""


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """One text that two have written differently."""

    name: str
    label: str
    versions: Conflict
    is_joined: bool
    """Whether both stand in the form; of names, days and choices only one can, and it is one's own."""


@dataclass(frozen=True, slots=True)
class Told:
    """How the two texts are told apart on the page."""

    lead: str
    mine_under: str
    stored_under: str
    is_draft: bool
    """Whether going on means keeping a draft; else it means agreeing on the version put together."""


@dataclass(frozen=True, slots=True)
class PutTogether:
    """One text of two: its fields as they would be typed, and those that two have written."""

    typed: dict[str, str]
    fields: Sequence[FieldConflict]


def put_together(mine: PlanForm, stored: Typed, before: Typed, told: Told) -> PutTogether:
    """Compare three texts by their fields: one's own, the stored one, and the version that both began from."""
    own = _apart(_without_empty_goals(mine.shown, before), stored, before)
    merged: dict[str, str] = {}
    found = []
    for name in _ordered(own, stored):
        if name not in own and name in before:
            continue  # one's own form did not ask for it, as for the levels of a goal that has been rated
        ours, theirs, was = (each.get(name, "") for each in (own, stored, before))
        merged[name] = theirs if ours == was else ours
        if was not in {ours, theirs} and ours != theirs:
            conflict = Conflict.between(ours, theirs, mine_under=told.mine_under, stored_under=told.stored_under)
            joined = _joined(mine, name, conflict, (ours, theirs))
            found.append(FieldConflict(name, label_of(mine, name), conflict, is_joined=joined is not None))
            merged[name] = ours if joined is None else joined
    return PutTogether(merged, found)


def _joined(form: PlanForm, name: str, conflict: Conflict, lines: tuple[str, str]) -> str | None:
    """Both texts in one, so that neither is lost unseen; nothing for what holds one answer only."""
    if name not in form or not isinstance(form[name], TextLine):
        return None
    if isinstance(form[name], LongText):
        return conflict.merged
    if name.rpartition("_")[2] in NAMES:
        return None
    ours, theirs = lines
    if ours in theirs or theirs in ours:
        return max(lines, key=len)
    return f"{ours} / {theirs}"


def of_two_windows(saved_at: str) -> Told:
    """Words for two drafts of one writer."""
    return Told(
        lead=_("You have saved this draft in another window since you opened this page."),
        mine_under=_("On this page, not saved"),
        stored_under=_("Draft of %(moment)s", moment=saved_at),
        is_draft=True,
    )


def of_two_writers(work: UnitOfWork, newest: PlanVersion) -> Told:
    """Words for a version that somebody else has entered meanwhile."""
    author = PersonName.of(work, work.session.get_one(Person, newest.author_person_id)).full
    office = str(ROLE_WORDS[Role(newest.author_office)]).lower()
    lead = _(
        "%(author)s entered version %(number)s of the plan while you were writing.",
        author=author,
        number=newest.number,
    )
    return Told(
        lead=lead,
        mine_under=_("On this page, not saved"),
        stored_under=f"{author}, {office}, {moment_text(newest.written_at)}",
        is_draft=False,
    )


def of_an_ending() -> Told:
    """Words for goals and measures that have ended meanwhile, where nobody else has written."""
    return Told(
        lead=_("Part of the plan has ended while you were writing."), mine_under="", stored_under="", is_draft=False
    )


def label_of(form: PlanForm, name: str) -> str:
    """What a field is called, with the goal it is of."""
    parts = parts_of(name)
    label = str(form[name].label.text) if name in form else ""
    return _("Goal %(goal)s: %(label)s", goal=parts[0], label=label) if parts else label


def _without_empty_goals(own: Typed, before: Typed) -> dict[str, str]:
    """Places for more goals that nobody has used say nothing against what somebody else has put there."""
    used = used_goals(own) | used_goals(before)
    return {name: value for name, value in own.items() if (parts := parts_of(name)) is None or parts[0] in used}


def _apart(own: Typed, stored: Typed, before: Typed) -> dict[str, str]:
    """Two new goals that were written in one place are two goals."""
    old, mine, theirs = (used_goals(each) for each in (before, own, stored))
    first_free = max(old | mine | theirs, default=0) + 1
    both = [goal for goal in sorted((mine - old) & (theirs - old)) if _says(own, goal) != _says(stored, goal)]
    return renumbered(own, dict(zip(both, range(first_free, first_free + len(both)), strict=True)))


def _says(typed: Typed, goal: int) -> dict[str, str]:
    return {name: value for name, value in words_of(typed, goal).items() if value.strip()}


def _ordered(own: Typed, stored: Typed) -> Iterable[str]:
    return dict.fromkeys((*own, *stored))
