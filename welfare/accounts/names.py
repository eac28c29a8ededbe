"""Names one signs in with: one spelling each, found by a keyed hash alone."""

import re
from unicodedata import normalize

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.registers import HOUSE

LONGEST = 64
_FORM = re.compile(r"[^\W_]([\w.@+-]{1,62})[^\W_]")


def one_spelling(username: str) -> str:
    """The name as it is compared: NFC, without blanks around it, capitals or not."""
    return normalize("NFC", username).strip().casefold()


def is_well_formed(username: str) -> bool:
    """Three to 64 letters, digits and ``. _ - + @`` that begin and end with a letter or a digit."""
    return _FORM.fullmatch(one_spelling(username)) is not None


def index_of(work: UnitOfWork, username: str) -> bytes:
    """The keyed hash by which an account is found."""
    return work.fingerprint(HOUSE, "username", one_spelling(username))
