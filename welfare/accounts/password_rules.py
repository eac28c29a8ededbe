"""Which passwords are refused: short ones, common ones, predictable ones, and what everybody here would guess.

NIST SP 800-63B-4 § 3.1.1.2 and ASVS 5.0 V6.2: length and a block list, no rules of composition, no forced change.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from importlib import import_module
from itertools import pairwise
from types import ModuleType

LEAST_ALONE = 15
LEAST_WITH_SECOND_FACTOR = 12
MOST = 200

HOUSE_WORDS = frozenset(
    {
        "opiskeluhuolto",
        "oppilashuolto",
        "elevhälsa",
        "elevhalsa",
        "elevvård",
        "studentwelfare",
        "student",
        "welfare",
        "oppilas",
        "opiskelija",
        "elev",
        "studerande",
        "opettaja",
        "lärare",
        "teacher",
        "rehtori",
        "rektor",
        "principal",
        "kuraattori",
        "kurator",
        "curator",
        "koulu",
        "skola",
        "school",
        "koulukuraattori",
        "psykologi",
        "terveydenhoitaja",
        "hyvinvointialue",
        "välfärdsområde",
        "kunta",
        "kommun",
        "kaupunki",
        "salasana",
        "lösenord",
        "losenord",
        "password",
        "tunnus",
        "kirjaudu",
        "welcome",
        "tervetuloa",
        "välkommen",
        "demo",
        "admin",
        "administrator",
        "pääkäyttäjä",
    }
)
"""What the service and its people are called: the first things an outsider tries (ASVS V6.1.2, V6.2.11)."""

LISTS = "welfare.accounts.password_lists"
"""Loaded where a password is chosen, not at every start."""
_LEET = str.maketrans("013457@$!", "oleastasi")
_PREDICTABLE = 2 / 3
_LEAST_OWN_LETTERS = 6
_LEAST_WORD = 4


class Fault(StrEnum):
    """Why a password is refused."""

    SHORT = "short"
    LONG = "long"
    COMMON = "common"
    GUESSABLE = "guessable"


def fault_of(password: str, *, is_alone: bool, own_words: Iterable[str] = ()) -> Fault | None:
    """What is wrong with a password, if anything. ``own_words``: user name, names, school, municipality."""
    if len(password) < (LEAST_ALONE if is_alone else LEAST_WITH_SECOND_FACTOR):
        return Fault.SHORT
    if len(password) > MOST:
        return Fault.LONG
    plain = password.casefold()
    if _is_common(plain) or _is_predictable(plain):
        return Fault.COMMON
    return Fault.GUESSABLE if _is_made_of(plain, words_of(own_words) | HOUSE_WORDS) else None


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of names that are long enough to be recognised in a password."""
    found = (word for text in texts for word in re.split(r"[\W\d_]+", text.casefold()))
    return frozenset(word for word in found if len(word) >= _LEAST_WORD)


def _lists() -> ModuleType:
    return import_module(LISTS)


def _is_common(plain: str) -> bool:
    cores = {plain, plain.translate(_LEET)}
    cores |= {re.sub(r"^[\W\d_]+|[\W\d_]+$", "", core) for core in cores}
    cores |= {unit for core in cores if (unit := _repeated_unit(core))}
    return _repeated_unit(plain) != "" or any(core in _lists().COMMON or core in HOUSE_WORDS for core in cores)


def _repeated_unit(text: str) -> str:
    """The part of which a text is nothing but repetitions, or an empty text."""
    for size in range(1, len(text) // 2 + 1):
        unit = text[:size]
        if unit * (len(text) // size) + unit[: len(text) % size] == text:
            return unit
    return ""


def _is_predictable(plain: str) -> bool:
    """Whether most signs follow from the one before: 123, abc, aaa, or the next key."""
    steps, neighbours = list(pairwise(plain)), _lists().NEIGHBOURS
    easy = sum(abs(ord(b) - ord(a)) <= 1 or b in neighbours.get(a, ()) for a, b in steps)
    return easy >= _PREDICTABLE * len(steps)


def _is_made_of(plain: str, words: Iterable[str]) -> bool:
    """Whether next to nothing is left of it without these words."""
    rest = plain
    for word in sorted(words, key=len, reverse=True):
        rest = rest.replace(word, " ")
    return rest != plain and sum(sign.isalpha() for sign in rest) < _LEAST_OWN_LETTERS
