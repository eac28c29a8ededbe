"""The Finnish personal identity code (Decree 690/2022; IND §5.6 and §12 rule 33).

Ten digits and letters say the birth date, the century by a separator, an individual number and a check character.
A code is shown masked unless a duty demands it whole (TSL 29 §), therefore no text form of the value here shows it.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from welfare.rules.plain_signs import readings

CENTURY_OF_SEPARATOR = {"+": 1800} | dict.fromkeys("-YXWVU", 1900) | dict.fromkeys("ABCDEF", 2000)
CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
FIRST_INDIVIDUAL_NUMBER = 2
FIRST_ARTIFICIAL_NUMBER = 900
"""Individual numbers 900-999 are given to nobody: they serve tests, demonstrations and passing use."""

SHAPE = re.compile(
    r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{2})(?P<separator>.)(?P<number>[0-9]{3})(?P<check>.)"
)
IN_RUNNING_TEXT = re.compile(
    r"(?<![0-9])(?P<birth>[0-9]{6})[ \t]*(?P<separator>[-+a-fu-y])[ \t]*(?P<rest>[0-9]{3}[0-9a-y])(?![0-9])",
    re.ASCII | re.IGNORECASE,
)
"""A code as people write it: with blanks around its sign, and stuck to a word."""


class Fault(StrEnum):
    """Why a text is not an acceptable identity code; each asks the reader for a different remedy."""

    FORMAT = "format"
    SEPARATOR = "separator"
    DATE = "date"
    NUMBER = "number"
    ARTIFICIAL = "artificial"
    CHECK = "check"


class IdentityCodeError(ValueError):
    """Not an identity code. Carries the coded fault and never the text that was typed."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True, repr=False)
class IdentityCode:
    """A code that has passed every check."""

    text: str
    """The code itself, upper case."""
    birth_date: date = field(compare=False)
    individual_number: int = field(compare=False)

    @property
    def is_artificial(self) -> bool:
        """Whether the code belongs to no living person."""
        return self.individual_number >= FIRST_ARTIFICIAL_NUMBER

    def masked(self) -> str:
        """Birth date and separator only, as in ``010199-****``."""
        return f"{self.text[:7]}****"

    def __repr__(self) -> str:
        """Masked, so that a log or an error page never shows the code."""
        return f"IdentityCode({self.masked()})"


def parse(text: str, *, allow_artificial: bool = False) -> IdentityCode:
    """Check and normalise a typed code: spaces around it are dropped, letters become capitals.

    Raises IdentityCodeError whose ``fault`` says what is wrong.
    """
    trimmed = text.strip()
    found = SHAPE.fullmatch(trimmed.upper()) if trimmed.isascii() else None
    if found is None:
        raise IdentityCodeError(Fault.FORMAT)
    number = int(found["number"])
    birth_date = _birth_date(found)
    if number < FIRST_INDIVIDUAL_NUMBER:
        raise IdentityCodeError(Fault.NUMBER)
    if number >= FIRST_ARTIFICIAL_NUMBER and not allow_artificial:
        raise IdentityCodeError(Fault.ARTIFICIAL)
    digits = found["day"] + found["month"] + found["year"] + found["number"]
    if found["check"] != CHECK_CHARACTERS[int(digits) % len(CHECK_CHARACTERS)]:
        raise IdentityCodeError(Fault.CHECK)
    return IdentityCode(found[0], birth_date, number)


def mentions_code(text: str) -> bool:
    """Whether anybody's code stands in a running text, whatever dashes, blanks and unseen signs it is written with."""
    return any(
        _is_code("".join(found.group("birth", "separator", "rest")))
        for reading in readings(text)
        for found in IN_RUNNING_TEXT.finditer(reading.text)
    )


def _is_code(text: str) -> bool:
    try:
        parse(text, allow_artificial=True)
    except IdentityCodeError:
        return False
    return True


def _birth_date(found: re.Match[str]) -> date:
    century = CENTURY_OF_SEPARATOR.get(found["separator"])
    if century is None:
        raise IdentityCodeError(Fault.SEPARATOR)
    try:
        return date(century + int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise IdentityCodeError(Fault.DATE) from None
