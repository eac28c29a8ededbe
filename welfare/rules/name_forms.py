"""The forms that a name takes in a running text: the cases of Finnish with what changes in them, the Swedish genitive.

A help for finding names, not a grammar: it makes some forms that nobody uses, and misses a few that somebody might.
"""

from collections.abc import Iterator
from unicodedata import normalize

VOWELS = "aeiouyåäö"
CASES = (
    "n",
    "t",
    "ssa",
    "ssä",
    "sta",
    "stä",
    "lla",
    "llä",
    "lta",
    "ltä",
    "lle",
    "ksi",
    "na",
    "nä",
    "tta",
    "ttä",
    "a",
    "ä",
)
MANY = ("ten", "ien", "ia", "iä", "iin", "issa", "issä", "ista", "istä", "illa", "illä", "ilta", "iltä", "ille")
"""Of a family: *Nevalaisten*, *Nevalaisille*."""
OWN_LETTERS = frozenset("åäö")
UNMARKED = {
    "ø": "o",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
}
SHORTEST_PIECE = 3
OWNED = ("ni", "si", "nsa", "nsä", "mme", "nne")
CLITICS = ("kaan", "kään", "kin", "han", "hän", "ko", "kö", "pa", "pä")
WEAKENED = (
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("nk", "ng"),
    ("nt", "nn"),
    ("mp", "mm"),
    ("lt", "ll"),
    ("rt", "rr"),
    ("lk", "lj"),
    ("rk", "rj"),
    ("p", "v"),
    ("t", "d"),
    ("k", ""),
)
"""Consonants before the last vowel as they are in most cases: Pekka and Pekan, Antti and Antin, Lahti and Lahden."""


def forms_of(name: str) -> frozenset[str]:
    """Every form of one word of a name, in small letters; of a name with a hyphen its last piece changes."""
    head, hyphen, last = name.casefold().rpartition("-")
    return frozenset(f"{head}{hyphen}{form}" for form in _forms(last))


def names_within(name: str) -> Iterator[str]:
    """What somebody is called by a name: by all of it, by a piece of it, and without marks that are hard to type."""
    pieces = [name, *(piece for piece in name.split("-") if "-" in name and len(piece) >= SHORTEST_PIECE)]
    for piece in pieces:
        yield piece
        if unmarked(piece) != piece:
            yield unmarked(piece)


def unmarked(word: str) -> str:
    """A word with nothing on or through its letters but what Finnish and Swedish have: *zoë* as *zoe*."""
    if word.isascii():
        return word
    return "".join(map(_unmarked_sign, normalize("NFC", word)))


def _unmarked_sign(sign: str) -> str:
    return sign if sign in OWN_LETTERS else UNMARKED.get(sign) or normalize("NFD", sign)[0]


def without_clitic(word: str) -> Iterator[str]:
    """A word in small letters as it stands, and without what Finnish hangs on its end: *Matillakin*, *Matti:n*."""
    yield word
    for clitic in CLITICS:
        if word.endswith(clitic):
            yield word.removesuffix(clitic)


def _forms(word: str) -> set[str]:
    found = {word, word if word.endswith(("s", "x", "z")) else word + "s"}
    found.update(f"{word}{mark}{ending}" for mark in ":’'" for ending in (*CASES, "s", "in"))
    for stem in _stems(word):
        found.update(stem + ending for ending in (*CASES, *OWNED))
        found.update({f"{stem}{stem[-1]}n", f"{stem}h{stem[-1]}n", stem + "seen"})
    if word.endswith(("nen", "s")):
        body = word[:-3] + "s" if word.endswith("nen") else word
        found.update({body + "ta", body + "tä"})
    if word.endswith("nen"):
        found.update(f"{word[:-3]}s{ending}" for ending in MANY)
    return found


def _stems(word: str) -> set[str]:
    """What the endings are put on; each ends in a vowel."""
    if not word:
        return set()
    if word.endswith("nen"):
        return {word[:-3] + "se"}
    if word.endswith("s") and len(word) > 1 and word[-2] in VOWELS:
        return {word[:-1] + "kse", word[:-1] + word[-2], word + "i"}
    if word[-1] not in VOWELS:
        return {word + "i"}
    bodies = {word[:-1], *_weak(word[:-1])}
    vowels = {"i": ("i", "e"), "e": ("e", "ee")}.get(word[-1], (word[-1],))
    return {body + vowel for body in bodies for vowel in vowels}


def _weak(body: str) -> list[str]:
    """The body with its last consonants weakened: by the first rule that fits, and by the next if there is one."""
    fitting = [(strong, weak) for strong, weak in WEAKENED if body.endswith(strong)]
    return [body.removesuffix(strong) + weak for strong, weak in fitting[:2]]
