"""The fixed periods that counts are told by: the two terms of a school year, which begins on 1 August (POL 23 §).

The terms of a school's own calendar move by a few days from place to place; a count that could be asked for any days
would let two of them be subtracted from each other (COM §4). These are the same everywhere and meet without a gap.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

YEAR_BEGINS = 8
"""August."""


class Season(StrEnum):
    """The half of a school year."""

    AUTUMN = "autumn"
    SPRING = "spring"


@dataclass(frozen=True, slots=True, order=True)
class SchoolTerm:
    """One term, known by its first day."""

    starts_on: date

    @classmethod
    def beginning(cls, year: int, month: int) -> "SchoolTerm":
        """The term that begins with a month."""
        return cls(date(year, month, 1))

    @property
    def season(self) -> Season:
        """Which half."""
        return Season.AUTUMN if self.starts_on.month == YEAR_BEGINS else Season.SPRING

    @property
    def ends_on(self) -> date:
        """Its last day."""
        year = self.starts_on.year
        return date(year, 12, 31) if self.season is Season.AUTUMN else date(year, YEAR_BEGINS - 1, 31)

    def is_over(self, day: date) -> bool:
        """Whether it has ended before this day. While it runs, two looks at a count would tell of who came between."""
        return self.ends_on < day

    @property
    def before(self) -> "SchoolTerm":
        """The term before it."""
        year = self.starts_on.year
        return SchoolTerm(date(year, 1, 1) if self.season is Season.AUTUMN else date(year - 1, YEAR_BEGINS, 1))

    @property
    def after(self) -> "SchoolTerm":
        """The term after it."""
        year = self.starts_on.year
        return SchoolTerm(date(year + 1, 1, 1) if self.season is Season.AUTUMN else date(year, YEAR_BEGINS, 1))


def term_of(day: date) -> SchoolTerm:
    """The term of a day."""
    return SchoolTerm(date(day.year, YEAR_BEGINS if day.month >= YEAR_BEGINS else 1, 1))


def term_in(year: int, season: Season) -> SchoolTerm:
    """One term of the school year that begins in a calendar year."""
    first = {Season.AUTUMN: (year, YEAR_BEGINS), Season.SPRING: (year + 1, 1)}[season]
    return SchoolTerm.beginning(*first)


def terms_of_year(year: int) -> tuple[SchoolTerm, SchoolTerm]:
    """The two terms of the school year that begins in a calendar year."""
    return term_in(year, Season.AUTUMN), term_in(year, Season.SPRING)


def latest_terms(day: date, count: int) -> list[SchoolTerm]:
    """The term of a day and those before it, the newest first."""
    found = [term_of(day)]
    while len(found) < count:
        found.append(found[-1].before)
    return found
