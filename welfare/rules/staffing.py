"""How many students one curator and one psychologist may have at most (OHL 9 a §)."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction


class StaffedService(StrEnum):
    """The services whose staffing the act binds."""

    CURATOR = "curator"
    PSYCHOLOGIST = "psychologist"


STUDENTS_AT_MOST: Mapping[StaffedService, int] = {StaffedService.CURATOR: 670, StaffedService.PSYCHOLOGIST: 780}
"""Students for each whole post (OHL 9 a §)."""


def posts_needed(service: StaffedService, students: int) -> Fraction:
    """Whole posts that so many students call for at least. ValueError for a negative number."""
    if students < 0:
        raise ValueError(students)
    return Fraction(students, STUDENTS_AT_MOST[service])


def is_enough(service: StaffedService, students: int, hundredths: int) -> bool:
    """Whether posts, in hundredths of a whole one, are enough for so many students."""
    return Fraction(hundredths, 100) >= posts_needed(service, students)
