"""A text as its reader takes it: without signs that nobody sees, with one hyphen for all dashes, in ordinary letters.

What is looked for in a text must be found however it was typed or copied: a soft hyphen of a printed page, a dash of a
word processor, wide letters. Each sign knows where it stood, so that what is found is shown as it was written.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category, combining, normalize

_PLAIN = re.compile(r"[\x00-\x7f\u00c0-\u00ff\u00a7\u2019\u201d]*")
"""What most texts and nearly all names consist of, and what reads as it is written."""
_JOINER = "\u034f"
"""Combines with nothing and shows nothing, and is no format sign by its category."""
_MINUS = "\u2212"
_BREAK = "\u200b"
"""Shows nothing either, and may stand between two words: it is read both as nothing and as a blank."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text, and the place of each of its signs in what was written."""

    text: str
    places: Sequence[tuple[int, int]]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the reading stands in what was written."""
        return self.places[start][0], self.places[end - 1][1]


def readings(text: str) -> Iterator[Reading]:
    """The plain reading of a text, and those others of which a reader could think."""
    if _PLAIN.fullmatch(text):
        yield _as_written(text)
        return
    plain = _plain(text, "")
    yield plain
    if _BREAK in text:
        yield _plain(text, " ")
    if plain.text != text:
        yield _as_written("".join(map(_one_hyphen, text)))


def plainly(text: str) -> str:
    """The plain reading alone."""
    return text if _PLAIN.fullmatch(text) else _plain(text, "").text


def _as_written(text: str) -> Reading:
    return Reading(text, [(place, place + 1) for place in range(len(text))])


def _plain(text: str, instead: str) -> Reading:
    signs: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end, cluster in _clusters(text, instead):
        for sign in normalize("NFKC", cluster):
            signs.append(_one_hyphen(sign))
            places.append((start, end))
    return Reading("".join(signs), places)


def _clusters(text: str, instead: str) -> Iterator[tuple[int, int, str]]:
    """Each letter with the marks that are put on it, and where it stands."""
    begun: tuple[int, int, str] | None = None
    for place, written in enumerate(text):
        sign = _seen(written, instead)
        if not sign:
            continue
        if begun and combining(sign):
            begun = begun[0], place + 1, begun[2] + sign
            continue
        if begun:
            yield begun
        begun = place, place + 1, sign
    if begun:
        yield begun


def _seen(sign: str, instead: str) -> str:
    if sign == _BREAK:
        return instead
    return "" if sign == _JOINER or category(sign) == "Cf" else sign


def _one_hyphen(sign: str) -> str:
    return "-" if sign == _MINUS or category(sign) == "Pd" else sign
