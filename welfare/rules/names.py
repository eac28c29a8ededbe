"""Whether a name stands in a running text, in Finnish also inflected: *Haapakorpi* is in "Elias Haapakorven".

It is a help for writers, not a grammar: a form it does not know is not found, and nothing rests on it.
"""

import re
from functools import lru_cache

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
