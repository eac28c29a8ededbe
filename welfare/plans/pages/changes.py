"""What changed between two versions, section by section and word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.pages.differences import compare
from welfare.journal.pages.lines import Stretch
from welfare.journal.pages.matter import MatterHead
from welfare.plans.content import GoalText, MeasureText, PlanText
from welfare.plans.models import PlanVersion
from welfare.plans.pages.opened import opened_text
from welfare.plans.words import AGREED_WORDS, HEARD_WORDS, LEVEL_WORDS, PART_WORDS, WEIGHT_WORDS
from welfare.rules.goal_scaling import Level
from welfare.ui.formats import date_text


@dataclass(frozen=True, slots=True)
class Change:
    """One text that differs; ``shown`` has what was taken away and what was put in."""

    label: str
    shown: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the plan in which something changed."""

    title: str
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Two versions side by side, the later as it came to be."""

    matter: MatterHead
    earlier: int
    later: int
    earlier_on: date
    later_on: date
    sections: Sequence[Section]

    @classmethod
    def between(cls, work: UnitOfWork, case: Case, earlier: PlanVersion, later: PlanVersion) -> "ChangesPage":
        """Open both."""
        work.prefetch([earlier, later])
        was, now = opened_text(work, earlier), opened_text(work, later)
        found = [
            Section(_("The plan"), list(_of_parts(was, now))),
            *_of_goals(was, now),
            Section(_("Days and agreement"), list(_of_agreement((earlier, was), (later, now)))),
        ]
        return cls(
            matter=MatterHead.of(work, case),
            earlier=earlier.number,
            later=later.number,
            earlier_on=earlier.agreed_on,
            later_on=later.agreed_on,
            sections=[section for section in found if section.changes],
        )


def _of_parts(was: PlanText, now: PlanText) -> Iterator[Change]:
    for part, label in PART_WORDS.items():
        yield from _change(str(label), was.words[part], now.words[part])
    yield from _change(_("How was the pupil heard?"), _heard(was), _heard(now))


def _heard(text: PlanText) -> str:
    return str(HEARD_WORDS[text.heard]) if text.heard else ""


def _of_goals(was: PlanText, now: PlanText) -> Iterator[Section]:
    numbers = sorted({goal.number for goal in (*was.goals, *now.goals)})
    for number in numbers:
        before, after = was.goal(number), now.goal(number)
        title = _("Goal %(number)s", number=number)
        if before is None:
            title = _("Goal %(number)s, new", number=number)
        lines = zip(_lines(before, number, after), _lines(after, number, before), strict=True)
        yield Section(title, [each for old, new in lines for each in _change(old[0] or new[0], old[1], new[1])])


def _lines(goal: GoalText | None, number: int, other: GoalText | None) -> Iterator[tuple[str, str]]:
    """Every text of a goal with its label, in one order for both versions."""
    shown = goal or GoalText(number=number)
    yield _("What is the goal?"), shown.title
    yield _("Where do things stand now?"), shown.start
    yield _("How important is it to the pupil?"), str(WEIGHT_WORDS[shown.weight]) if goal else ""
    for level in Level:
        yield str(LEVEL_WORDS[level]), shown.level(level)
    measures = {each.number: each for each in shown.measures}
    others = {each.number for each in other.measures} if other else set()
    for each in sorted(measures.keys() | others):
        yield _("Measure %(number)s", number=each), _told(measures.get(each))


def _told(measure: MeasureText | None) -> str:
    """A measure in one line, so that a day that changed is seen among its words."""
    if measure is None:
        return ""
    parts = [measure.what, measure.place]
    parts += [_("Carried out by: %(name)s", name=measure.by), _("Followed up by: %(name)s", name=measure.followed_by)]
    if measure.starts_on:
        parts.append(_("From %(day)s", day=date_text(measure.starts_on)))
    if measure.until:
        parts.append(_("At the latest %(day)s", day=date_text(measure.until)))
    return " · ".join(filter(None, parts))


def _of_agreement(was: tuple[PlanVersion, PlanText], now: tuple[PlanVersion, PlanText]) -> Iterator[Change]:
    (earlier, before), (later, after) = was, now
    yield from _change(_("Agreed on"), date_text(earlier.agreed_on), date_text(later.agreed_on))
    yield from _change(_("Review"), date_text(earlier.review_on), date_text(later.review_on))
    yield from _change(_("Agreed by"), _agreed(before), _agreed(after))


def _agreed(text: PlanText) -> str:
    return ", ".join(f"{each.name} ({AGREED_WORDS[each.how]})" if each.how else each.name for each in text.agreed)


def _change(label: str, before: str, after: str) -> Iterator[Change]:
    if before != after:
        yield Change(label, compare(before, after))
