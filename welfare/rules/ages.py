"""Age and coming of age (LHL 3 §: a child is under 18; IND §12 rule 35)."""

from calendar import isleap
from datetime import date

AGE_OF_MAJORITY = 18
LEAP_DAY = (2, 29)
FEBRUARY_28 = 28


class NotYetBornError(ValueError):
    """The day asked about is before the birth."""


def birthday_in(birth_date: date, year: int) -> date:
    """The day on which a year of age is completed in a calendar year.

    Someone born on 29 February completes it on 28 February of a common year: where a month lacks the matching day,
    its last day is taken (Act 150/1930 3 §, applied by analogy).
    """
    if (birth_date.month, birth_date.day) == LEAP_DAY and not isleap(year):
        return date(year, 2, FEBRUARY_28)
    return birth_date.replace(year=year)


def age_on(birth_date: date, on: date) -> int:
    """Completed years of age on a day. Raises NotYetBornError."""
    if on < birth_date:
        raise NotYetBornError
    return on.year - birth_date.year - (on < birthday_in(birth_date, on.year))


def comes_of_age_on(birth_date: date) -> date:
    """The first day of being an adult: the eighteenth birthday, from its beginning (LHL 3 §)."""
    return birthday_in(birth_date, birth_date.year + AGE_OF_MAJORITY)


def is_minor(birth_date: date, on: date) -> bool:
    """Whether the person is under 18 on the day (LHL 3 §)."""
    return on < comes_of_age_on(birth_date)
