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

    @property
    def about_parts(self) -> tuple[str, str]:
        """Whom or what it is about, and the matter's number at the end, which does not break at its dash."""
        before, space, last = self.about.rpartition(" ")
        return (before + space, last) if "/" in last else (self.about, "")


def deadline_words(work: UnitOfWork, state: MeasureState, until: date | None) -> str:
    """By when a measure is done, or since when it is late."""
    if until is None:
        return ""
    if is_overdue(state, until, work.facts.on):
        return _("Late: it was to be done by %(day)s", day=weekday_text(until))
    return latest(until)


def latest(day: date) -> str:
    """A deadline in words."""
    return _("At the latest %(day)s", day=weekday_text(day))
