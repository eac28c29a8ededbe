"""Letters by which families come to their own pages, until the national identification does it (ASVS 5.0 V6.4.1).

Whoever holds a letter proves besides to be the one it was written to: letters lie on kitchen tables.
"""

import re
from datetime import date, timedelta
from enum import StrEnum
from hmac import compare_digest

LASTS = timedelta(days=30)
"""Policy: how long a letter may be used."""
GIVEN_AGAIN = timedelta(minutes=10)
"""Policy: how long one form, sent again, gives the same letters: a second press takes the first answer's place."""
CODE_GROUP = 4
_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_END = re.compile(r"\d{3}[0-9A-Z]")


class LetterState(StrEnum):
    """How somebody of a family stands to the own pages."""

    NONE = "none"
    WAITING = "waiting"
    """A letter has been made and can still be used."""
    IN = "in"
    """Has an account."""
    UNKNOWN = "unknown"
    """Neither the birth date nor the personal identity code is known, so that nothing could be proved."""


def is_proof(typed: str, identity_code: str, born_on: date | None) -> bool:
    """Whether this is the end of the person's identity code, or the birth date as day.month.year.

    Compared without telling by time how much was right.
    """
    text = typed.strip().upper()
    if _END.fullmatch(text):
        return bool(identity_code) and compare_digest(identity_code[-4:].upper().encode(), text.encode())
    day = _DAY.fullmatch(text)
    if day is None or born_on is None:
        return False
    wanted = f"{born_on.day}.{born_on.month}.{born_on.year}"
    given = ".".join(str(int(part)) for part in day.groups())
    return compare_digest(wanted.encode(), given.encode())


def has_form_of_proof(typed: str) -> bool:
    """Whether it could be one at all."""
    text = typed.strip().upper()
    return bool(_END.fullmatch(text) or _DAY.fullmatch(text))
