"""What a cell may hold: each reader gives the value, or notes the problem and gives nothing."""

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache
from sys import intern
from typing import TypeVar

from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.problems import FilePen

ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_YEAR, LAST_YEAR = 1900, 2199
TRUTHS = {"true": True, "false": False}
GRADES = frozenset({"KG", *(f"{year:02}" for year in range(1, 13))})
"""KG pre-primary, 01-09 basic education, 10-12 upper secondary or vocational years 1-3."""
LANGUAGE = re.compile(r"[a-z]{2}")
EMAIL = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\"]+\.[^\s@,;<>\"]{2,}")
PHONE = re.compile(r"\+?[0-9][0-9 ()/-]{3,24}")

Choice = TypeVar("Choice", bound=StrEnum)


class CellReader:
    """Reads cells of the row at which the pen stands."""

    __slots__ = ("pen",)

    def __init__(self, pen: FilePen) -> None:
        self.pen = pen

    def needed(self, column: str, text: str) -> str:
        """The text; a blank cell is noted."""
        if not text:
            self.pen.note(ProblemCode.BLANK, column)
        return text

    def choice(self, column: str, text: str, kind: type[Choice]) -> Choice | None:
        """The member of this value, or None with the problem noted."""
        try:
            return kind(text)
        except ValueError:
            self.pen.note(ProblemCode.BAD_CHOICE if text else ProblemCode.BLANK, column, text)
            return None

    def day(self, column: str, text: str) -> date | None:
        """An ISO date, None for a blank cell, or None with the problem noted."""
        found = day_from(text)
        if found is None and text:
            self.pen.note(ProblemCode.BAD_DATE, column, text)
        return found

    def needed_day(self, column: str, text: str) -> date | None:
        """An ISO date; None with the problem noted when it is blank or no date."""
        return self.day(column, self.needed(column, text))

    def flag(self, column: str, text: str, *, blank: bool | None = None) -> bool:
        """True or false; what a blank cell means must be said, or it is noted."""
        found = TRUTHS.get(text.lower(), blank if not text else None)
        if found is None:
            self.pen.note(ProblemCode.BAD_BOOLEAN if text else ProblemCode.BLANK, column, text)
        return bool(found)

    def grades(self, column: str, text: str) -> tuple[str, ...]:
        """The grade codes of a list; unknown ones are noted."""
        found = several(text)
        for grade in found:
            if grade not in GRADES:
                self.pen.note(ProblemCode.BAD_GRADE, column, grade)
        return found

    def language(self, column: str, text: str) -> str:
        """Two letters of ISO 639-1 or nothing; anything else is noted."""
        code = text.lower()
        if code and not LANGUAGE.fullmatch(code):
            self.pen.note(ProblemCode.BAD_LANGUAGE, column, text)
        return intern(code)

    def email(self, column: str, text: str) -> str:
        """An address that mail could be sent to, or nothing; a wrong one is noted and left out."""
        return self._matching(EMAIL, ProblemCode.BAD_EMAIL, column, text)

    def phone(self, column: str, text: str) -> str:
        """A telephone number, or nothing; a wrong one is noted and left out."""
        return self._matching(PHONE, ProblemCode.BAD_PHONE, column, text)

    def _matching(self, shape: re.Pattern[str], code: ProblemCode, column: str, text: str) -> str:
        if not text or shape.fullmatch(text):
            return text
        self.pen.note(code, column, text)
        return ""


@lru_cache(maxsize=1 << 16)
def day_from(text: str) -> date | None:
    """The date of an ISO text within two centuries, or None. Cached: a roster repeats few dates many times."""
    try:
        found = date.fromisoformat(text) if ISO_DATE.fullmatch(text) else None
    except ValueError:
        return None
    return found if found is not None and FIRST_YEAR <= found.year <= LAST_YEAR else None


def several(text: str) -> tuple[str, ...]:
    """The parts of a comma-separated list, in order, blanks and repeats dropped. Ids recur: they are interned."""
    if "," not in text:
        return (intern(text),) if text else ()
    return tuple(dict.fromkeys(intern(part) for part in map(str.strip, text.split(",")) if part))


def sorted_ids(text: str) -> tuple[str, ...]:
    """A list of ids whose order means nothing, in a fixed order."""
    return tuple(sorted(several(text)))
