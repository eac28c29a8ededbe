"""One thing that waits for the reader, and how its deadline is said."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.measures import MeasureState, is_overdue
from welfare.ui.formats import weekday_text


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing that waits for the reader."""

    title: str
    about: str
    url: str
    when: str
    icon: str = "speech"
    due_on: date | None = None
    clock: tuple[str, str, str] | None = None
    """Words, tone and icon of a clock that runs by the hour."""
    is_at_once: bool = False
    """Whether it presses although it has no day."""

    @property
    def order(self) -> tuple[bool, bool, date]:
        """What presses first, then what has a day in the order of the days, then the rest."""
        return not self.is_at_once, self.due_on is None, self.due_on or date.max

    @property
    def about_parts(self) -> tuple[str, str]:
        """Whom or what it is about, and the matter's number at the end, which does not break at its dash."""
        before, space, last = self.about.rpartition(" ")
        return (before + space, last) if "/" in last else (self.about, "")


def deadline_words(work: UnitOfWork, state: MeasureState, until: date | None) -> str:
    """By when a measure is done, or since when it is late."""
    if until is None:
        return ""
    return by_day(work, until) if is_overdue(state, until, work.facts.on) else latest(until)


def latest(day: date) -> str:
    """A deadline in words."""
    return _("At the latest %(day)s", day=weekday_text(day))


def by_day(work: UnitOfWork, due_on: date) -> str:
    """By when something is to be done, or since when it is late."""
    if due_on < work.facts.on:
        return _("Late: it was to be done by %(day)s", day=weekday_text(due_on))
    return latest(due_on)
