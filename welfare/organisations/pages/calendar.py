"""One school year of a provider or school, day by day."""

from calendar import Calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from uuid import UUID

from sqlalchemy.orm import Session

from welfare.organisations.calendar import SATURDAY, InstitutionCalendar, Period, days_of, holiday_names
from welfare.organisations.models import ClosedDays, Organisation, SchoolYear
from welfare.organisations.queries import closed_days_in, terms_of, years_of
from welfare.rules.languages import in_language
from welfare.ui.formats import month_text, weekday_names
from welfare.ui.locale import current_locale

MOST_MONTHS = 14
BETWEEN_NAMES = " – "
ONE_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """What a day is to a school."""

    WORK = "work"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSED = "closed"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Day:
    """One day in the grid."""

    on: date
    kind: DayKind


@dataclass(frozen=True)
class Month:
    """One month as weeks from Monday to Sunday; None for days of other months."""

    first: date
    weeks: Sequence[Sequence[Day | None]]

    @property
    def title(self) -> str:
        """The month and its year in words."""
        return month_text(self.first)

    @property
    def working_days(self) -> int:
        """How many days work."""
        return sum(day is not None and day.kind is DayKind.WORK for week in self.weeks for day in week)


@dataclass(frozen=True)
class TermLine:
    """A term and how long it is."""

    id: UUID
    name: str
    first: date
    last: date
    working_days: int


@dataclass(frozen=True)
class ClosedLine:
    """Days without school; ``is_own`` when they can be opened here, and not at the provider."""

    id: UUID
    name: str
    first: date
    last: date
    is_own: bool


@dataclass(frozen=True)
class YearPage:
    """A school year as the time limits see it. ``is_own`` when it belongs to this very organisation."""

    owner: Organisation
    year: SchoolYear
    terms: Sequence[TermLine]
    closed: Sequence[ClosedLine]
    calendar: InstitutionCalendar
    names: Mapping[date, str]
    has_begun: bool

    @classmethod
    def of(cls, session: Session, owner: Organisation, year: SchoolYear, on: date) -> "YearPage":
        """The year of an owner, with its provider's closed days."""
        locale = current_locale()
        terms, closed = terms_of(session, year), closed_days_in(session, owner, year)
        periods = [Period(max(row.starts_on, year.starts_on), min(row.ends_on, year.ends_on)) for row in closed]
        calendar = InstitutionCalendar(
            year_start=year.starts_on,
            year_end=year.ends_on,
            terms=tuple(Period(term.starts_on, term.ends_on) for term in terms),
            closed_days=days_of(periods),
        )
        names = {**holiday_names(year.starts_on.year, locale), **holiday_names(year.ends_on.year, locale)}
        lines = [
            TermLine(
                term.id,
                _term_name(term.name, locale),
                term.starts_on,
                term.ends_on,
                _count(calendar, term.starts_on, term.ends_on),
            )
            for term in terms
        ]
        shown = [_closed_line(row, owner, locale) for row in closed]
        return cls(owner, year, lines, shown, calendar, names, has_begun=year.starts_on <= on)

    @property
    def is_own(self) -> bool:
        """Whether the year itself can be changed here."""
        return self.year.organisation_id == self.owner.id

    @cached_property
    def working_days(self) -> int:
        """How many days of the year work."""
        return _count(self.calendar, self.year.starts_on, self.year.ends_on)

    @property
    def weekdays(self) -> list[tuple[str, str]]:
        """Monday to Sunday, each short and in full, in the reader's language."""
        return weekday_names()

    @property
    def holidays(self) -> list[tuple[date, str]]:
        """National holidays of the year that fall on a weekday."""
        within = (pair for pair in self.names.items() if self.year.starts_on <= pair[0] <= self.year.ends_on)
        return sorted(pair for pair in within if pair[0].weekday() < SATURDAY)

    @property
    def months(self) -> list[Month]:
        """The months from the first day to the last."""
        return [self._month(first) for first in _months(self.year.starts_on, self.year.ends_on)]

    def _month(self, first: date) -> Month:
        weeks = Calendar().monthdatescalendar(first.year, first.month)
        return Month(first, [[self._day(on) if on.month == first.month else None for on in week] for week in weeks])

    def _day(self, on: date) -> Day:
        if self.calendar.is_working_day(on):
            return Day(on, DayKind.WORK)
        if on.weekday() >= SATURDAY:
            return Day(on, DayKind.WEEKEND)
        if on in self.names:
            return Day(on, DayKind.HOLIDAY)
        return Day(on, DayKind.CLOSED if on in self.calendar.closed_days else DayKind.OUTSIDE)


def chosen_year(
    session: Session, owner: Organisation, on: date, asked: UUID | None
) -> tuple[list[SchoolYear], SchoolYear | None]:
    """All school years of an owner and the one to show: the asked one, the one under way, the next, or the latest."""
    years = list(years_of(session, owner))
    for year in years:
        if year.id == asked:
            return years, year
    coming = [year for year in years if year.ends_on >= on]
    return years, min(coming, key=lambda year: year.starts_on) if coming else next(iter(years), None)


def _term_name(name: str, locale: str) -> str:
    """The reader's half of ``Finnish – Swedish``, as rosters write it; a single name stands for both."""
    finnish, _, swedish = name.partition(BETWEEN_NAMES)
    return in_language(finnish, swedish, locale)


def _closed_line(row: ClosedDays, owner: Organisation, locale: str) -> ClosedLine:
    name = in_language(row.name_fi, row.name_sv, locale)
    return ClosedLine(row.id, name, row.starts_on, row.ends_on, row.organisation_id == owner.id)


def _count(calendar: InstitutionCalendar, first: date, last: date) -> int:
    return sum(calendar.is_working_day(first + ONE_DAY * n) for n in range((last - first).days + 1))


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    for _ in range(MOST_MONTHS):
        if month > last:
            return
        yield month
        month = (month.replace(day=28) + 4 * ONE_DAY).replace(day=1)
