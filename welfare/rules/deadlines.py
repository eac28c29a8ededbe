"""The time limit for a personal talk (OHL 15 § 1; IND §2.3 and §12 rules 3, 4 and 7)."""

from dataclasses import dataclass
from datetime import date

from welfare.rules.requests import HAS_CLOCK, Service, Urgency
from welfare.rules.working_days import (
    CalendarEndsError,
    SchoolDays,
    SchoolDaysElseWeekdays,
    WorkingDays,
    nth_working_day,
    working_days_between,
)

TALK_LIMIT = 7
"""A talk at the latest on this working day of the institution; the day of the request is day 0 (OHL 15 § 1)."""
URGENT_LIMIT = 1
"""An urgent one the same or the next working day. The act does not say "of the institution" here: weekdays count."""


@dataclass(frozen=True, slots=True)
class DueDate:
    """The last day on which the talk can be held in time."""

    on: date
    is_provisional: bool
    """The school's calendar did not reach this far, so weekdays were counted and the day may be earlier than the law's.

    Ask again when the school year has been entered. A request of late May whose seven days run into an unknown August
    gets a day in June: time to meet before the holidays, instead of no time limit at all.
    """


def days_of_clock(urgency: Urgency, school_days: SchoolDays | None, weekdays: WorkingDays) -> WorkingDays:
    """In which days a request's clock runs: the institution's, or weekdays when urgent."""
    return weekdays if urgency is Urgency.URGENT else SchoolDaysElseWeekdays(school_days, weekdays)


def due_date(
    received: date, urgency: Urgency, service: Service, school_days: SchoolDays | None, weekdays: WorkingDays
) -> DueDate | None:
    """The due date of a request received on a day; None for nurse and doctor, who have no clock (OHL 15, 17 §).

    Raises CalendarEndsError only if even weekdays run out.
    """
    return talk_limit(received, urgency, school_days, weekdays) if service in HAS_CLOCK else None


def talk_limit(received: date, urgency: Urgency, school_days: SchoolDays | None, weekdays: WorkingDays) -> DueDate:
    """The time limit itself; ``school_days`` is None while a school has no calendar.

    A student contacted about behind his or her back is told within it whatever the service (OHL 16 § 2).
    """
    if urgency is Urgency.URGENT:
        return DueDate(nth_working_day(weekdays, received, URGENT_LIMIT), is_provisional=False)
    days = SchoolDaysElseWeekdays(school_days, weekdays)
    try:
        on = nth_working_day(days, received, TALK_LIMIT)
    except CalendarEndsError:  # A forgotten school year between two entered ones.
        return DueDate(nth_working_day(weekdays, received, TALK_LIMIT), is_provisional=True)
    return DueDate(on, is_provisional=not (days.reaches(received) and days.reaches(on)))


def days_left(due: date, today: date, days: WorkingDays) -> int:
    """Working days from today to the due date: 0 on the day itself, negative when it has passed.

    A passed limit is at least one day late, also on the weekend right after it.
    """
    if today <= due:
        return working_days_between(days, today, due)
    return -max(1, working_days_between(days, due, today))


def days_gone(received: date, today: date, days: WorkingDays) -> int:
    """Working days used so far; the day of the request is not counted."""
    return working_days_between(days, received, today)


def was_kept(due: date, met_on: date) -> bool:
    """Whether the talk was held within the limit (OHL 15 § 1)."""
    return met_on <= due
