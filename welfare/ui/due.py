"""How long the law still gives, ready to be drawn: words, the day, and seven marks that only repeat the words."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from flask_babel import gettext as _

from welfare.ui.formats import clock_text, local, weekday_text, working_days_left

WEEK_OF_LAW: Final = 7  # OHL 1287/2013, 15 §: within seven working days of the institution
_STEP: Final = 16
_OVER_X: Final = 117


@dataclass(frozen=True)
class Mark:
    """One mark of the day strip. ``kind``: gone, open, or over."""

    x: int
    kind: str
    is_now: bool = False


@dataclass(frozen=True)
class Due:
    """A deadline as shown. ``state``: late, today, soon, met or empty for plenty of time."""

    state: str
    words: str
    when: str
    marks: tuple[Mark, ...] = ()
    is_urgent: bool = False

    @property
    def icon(self) -> str:
        """The icon that repeats the state."""
        return {"late": "alert", "met": "check"}.get(self.state, "clock")

    @classmethod
    def open(cls, days_left: int, due_on: date) -> "Due":
        """Show a talk that must be held in seven working days; ``days_left`` is negative when late."""
        when = _("Due %(day)s", day=weekday_text(due_on))
        return cls(_state(days_left), working_days_left(days_left), when, _strip(days_left))

    @classmethod
    def urgent(cls, days_left: int, arrived_at: datetime) -> "Due":
        """Show an urgent request: the same or the next working day, without a strip."""
        day = weekday_text(local(arrived_at).date())
        when = _("Arrived %(day)s at %(clock)s", day=day, clock=clock_text(arrived_at))
        return cls(_state(days_left), working_days_left(days_left), when, is_urgent=True)

    @classmethod
    def met(cls, held_on: date, working_day: int) -> "Due":
        """Show a talk that was held, and on which working day."""
        day = weekday_text(held_on)
        when = _("%(day)s, working day %(number)s", day=day, number=working_day)
        when = when if working_day else _("%(day)s, the day it came", day=day)
        gone = min(working_day, WEEK_OF_LAW)
        marks = tuple(Mark(1 + _STEP * place, "gone" if place < gone else "open") for place in range(WEEK_OF_LAW))
        return cls("met", _("Talk held"), when, marks)


def _state(days_left: int) -> str:
    if days_left < 0:
        return "late"
    return {0: "today", 1: "soon"}.get(days_left, "")


def _strip(days_left: int) -> tuple[Mark, ...]:
    today = WEEK_OF_LAW - 1 - days_left
    marks = tuple(
        Mark(1 + _STEP * place, "gone" if place < today else "open", is_now=place == today)
        for place in range(WEEK_OF_LAW)
    )
    return (*marks, Mark(_OVER_X, "over")) if days_left < 0 else marks
