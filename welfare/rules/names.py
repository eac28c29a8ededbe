"""Names as people write them: folded for a search, and found in a running text, in Finnish also inflected.

*Haapakorpi* is in "Elias Haapakorven". It is a help for writers, not a grammar: a form it does not know is not found,
and nothing rests on it.
"""

import re
import unicodedata
from functools import lru_cache


class _Letters(dict[int, str]):
    """One letter for one letter, so that what is found in a folded text stands at the same place in the text."""

    def __missing__(self, code: int) -> str:
        plain = folded(chr(code))
        self[code] = plain if len(plain) == 1 else chr(code)
        return self[code]


_ENDINGS = (
    "n|a|ä|ta|tä|tta|ttä|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|ksi|na|nä|han|hän|in|seen|ille|illa|illä|s|"
    "kin|kaan|kään|kö|ko"
)
_WEAKENED = (
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("nk", "ng"),
    ("nt", "nn"),
    ("mp", "mm"),
    ("lt", "ll"),
    ("rt", "rr"),
    ("p", "v"),
    ("t", "d"),
    ("k", ""),
)
"""Consonants before the last vowel as they change in most cases."""
_VOWELS = "aeiouyäö"
_WITHOUT_ACCENT = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "ŧ": "t", "ŋ": "n", "þ": "th"}
)
"""Letters of neighbours that no accent can be taken from."""


def folded(text: str) -> str:
    """A text without case and accents: *Mäki*, *MAKI* and *maki* are one."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).translate(_WITHOUT_ACCENT)


_LETTERS = _Letters()


def folded_in_place(text: str) -> str:
    """A composed text (NFC) without case and accents, letter for letter; what cannot be one letter stays."""
    return text.translate(_LETTERS)


def stands_in(text: str, name: str) -> bool:
    """Whether a name stands in a text as whole words, in any case and the common forms of Finnish."""
    folded = name.strip().casefold()
    first = folded.split(" ")[0]
    return bool(folded) and first[:3] in text.casefold() and _pattern(folded).search(text) is not None


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    words = name.split()
    before, last = [re.escape(word) for word in words[:-1]], words[-1]
    stems = sorted({re.escape(stem) for stem in _stems(last)}, key=len, reverse=True)
    inflected = rf"(?:{'|'.join(stems)})(?:[:’']?(?:{_ENDINGS}))*"
    whole = r"\s+".join([*before, inflected])
    return re.compile(rf"(?<!\w){whole}(?!\w)", re.IGNORECASE)


def _stems(word: str) -> set[str]:
    """The word, and the bodies that its endings are put on."""
    found = {word}
    if word.endswith("nen"):
        found |= {word[:-3] + "se", word[:-3] + "s"}
    elif word.endswith(("as", "is", "us", "ys", "es", "os")):
        found |= {word[:-1] + "kse", word[:-1] + "s", word[:-1] + word[-2]}
    elif word[-1:] in _VOWELS:
        bodies = {word[:-1], _weakened(word[:-1])}
        vowels = {"i": {"i", "e"}, "e": {"e", "ee"}}.get(word[-1], {word[-1]})
        found |= {body + vowel for body in bodies for vowel in vowels}
    else:
        found.add(word + "i")
    return found


def _weakened(body: str) -> str:
    for strong, weak in _WEAKENED:
        if body.endswith(strong):
            return body[: -len(strong)] + weak
    return body
