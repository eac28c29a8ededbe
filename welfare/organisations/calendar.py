"""Which days are working days of an institution: school year, terms, closed days, national holidays.

The time limits of OHL 15 § 1 run in the working days of the institution. A day works when it lies in a term, is a
weekday and is neither a national holiday nor a closed day of the municipality, or when the school has said that it
works all the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from holidays import country_holidays

ONE_DAY = timedelta(days=1)
_HOLIDAY_LANGUAGES = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}
SATURDAY = 5


class CalendarError(ValueError):
    """The dates of a calendar contradict each other; the message says which."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from the first to the last, both included. Raises CalendarError when they are the wrong way round."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            message = f"a period cannot end on {self.last} before it begins on {self.first}"
            raise CalendarError(message)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def days(self) -> frozenset[date]:
        """Every day of the period."""
        return frozenset(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


@dataclass(frozen=True, slots=True)
class InstitutionCalendar:
    """One school year of one institution.

    Without terms the whole year counts as one. Closed days are holiday weeks and single days off, by municipality or
    school; extra days are working days in spite of a weekend, a holiday or a closed week. Raises CalendarError when a
    term or an extra day lies outside the year, or a day is both closed and extra.
    """

    year_start: date
    year_end: date
    terms: tuple[Period, ...] = ()
    closed_days: frozenset[date] = frozenset()
    extra_days: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        year = Period(self.year_start, self.year_end)
        if any(term.first not in year or term.last not in year for term in self.terms):
            message = f"a term lies outside the school year {self.year_start} to {self.year_end}"
            raise CalendarError(message)
        if any(day not in year for day in self.extra_days):
            message = f"an extra working day lies outside the school year {self.year_start} to {self.year_end}"
            raise CalendarError(message)
        if both := self.closed_days & self.extra_days:
            message = f"{min(both)} cannot be both closed and an extra working day"
            raise CalendarError(message)

    @property
    def starts_on(self) -> date:
        """The first day this calendar knows of."""
        return self.year_start

    @property
    def ends_on(self) -> date:
        """The last day this calendar knows of; a count that runs past it has no answer here."""
        return self.year_end

    def is_working_day(self, day: date) -> bool:
        """Whether the institution works on this day; False outside the school year."""
        if day in self.extra_days:
            return True
        return self._is_term_day(day) and day not in self.closed_days and is_national_working_day(day)

    def _is_term_day(self, day: date) -> bool:
        if not self.year_start <= day <= self.year_end:
            return False
        return not self.terms or any(day in term for term in self.terms)


@dataclass(frozen=True, slots=True)
class SuccessiveCalendars:
    """Several school years of one institution, so that a count may run over the summer."""

    years: tuple[InstitutionCalendar, ...]

    def __post_init__(self) -> None:
        if not self.years:
            message = "at least one school year is needed"
            raise CalendarError(message)

    @property
    def starts_on(self) -> date:
        """The first day of the earliest year."""
        return min(year.starts_on for year in self.years)

    @property
    def ends_on(self) -> date:
        """The last day of the latest year."""
        return max(year.ends_on for year in self.years)

    def is_working_day(self, day: date) -> bool:
        """Whether the institution works on this day in any of its years."""
        return any(year.is_working_day(day) for year in self.years)


def is_national_working_day(day: date) -> bool:
    """Whether this is a weekday and no national holiday (midsummer eve and Christmas eve are holidays)."""
    return day.weekday() < SATURDAY and day not in national_holidays(day.year)


@lru_cache(maxsize=128)
def national_holidays(year: int) -> frozenset[date]:
    """List the public holidays of Finland in one year."""
    return frozenset(country_holidays("FI", years=year, expand=False))


@lru_cache(maxsize=128)
def holiday_names(year: int, locale: str) -> Mapping[date, str]:
    """The public holidays of one year by day, named in Finnish, Swedish or English."""
    found = country_holidays("FI", years=year, expand=False, language=_HOLIDAY_LANGUAGES[locale])
    return MappingProxyType(dict(found.items()))


def days_of(periods: Iterable[Period]) -> frozenset[date]:
    """Every day of all the periods together: holiday weeks become closed days."""
    return frozenset[date]().union(*(period.days() for period in periods))
