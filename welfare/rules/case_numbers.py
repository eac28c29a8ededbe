"""The number by which a matter is called where no name may stand: ``2026–27/KOI/014``.

School year, the school's abbreviation, and a running number within both. It says nothing of the student.
"""

import re
from dataclasses import dataclass

SHAPE = re.compile(r"(?P<year>20[0-9]{2})[-–](?P<next>[0-9]{2})/(?P<school>[A-ZÅÄÖ0-9]{2,6})/(?P<running>[0-9]{3,6})")
ABBREVIATION = re.compile(r"[A-ZÅÄÖ0-9]{2,6}")
EN_DASH = "–"


class CaseNumberError(ValueError):
    """The text is no case number, or its parts make none."""


@dataclass(frozen=True, slots=True, order=True)
class CaseNumber:
    """A case number in its parts. Raises CaseNumberError for parts that cannot be written as one."""

    school_year: int
    """The calendar year in which the school year begins."""
    school: str
    running: int

    def __post_init__(self) -> None:
        if self.running < 1 or SHAPE.fullmatch(str(self)) is None:
            raise CaseNumberError

    def __str__(self) -> str:
        """As printed: en dash between the years, at least three digits at the end."""
        return f"{school_year_label(self.school_year)}/{self.school}/{self.running:03}"


def school_year_label(school_year: int) -> str:
    """A school year by its first calendar year, as in ``2026–27``."""
    return f"{school_year}{EN_DASH}{(school_year + 1) % 100:02}"


def read_case_number(text: str) -> CaseNumber:
    """Read a typed case number; a hyphen does for the dash and small letters for capitals. Raises CaseNumberError."""
    found = SHAPE.fullmatch(text.strip().upper())
    if found is None or int(found["next"]) != (int(found["year"]) + 1) % 100:
        raise CaseNumberError
    return CaseNumber(int(found["year"]), found["school"], int(found["running"]))


def is_abbreviation(text: str) -> bool:
    """Whether a school may be abbreviated so: two to six capitals or digits."""
    return ABBREVIATION.fullmatch(text) is not None
