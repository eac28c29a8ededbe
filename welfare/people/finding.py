"""Matching names as people type them: without case, accents and hyphens, in any order, with one slip of the finger.

Nothing here knows where the names come from. One edit is all that is forgiven, so a few comparisons of slices do what a
library of edit distances would; and only distinct parts of names are compared, of which there are few.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from uuid import UUID

from welfare.rules.names import folded

SHORTEST_WITH_A_SLIP = 4
"""In shorter words a slip makes another name: Ari, Aki, Ali."""


class Fit(IntEnum):
    """How well a word sought fits a part of a name. Added up: one slip weighs more than any number of beginnings."""

    EXACT = 0
    BEGINNING = 1
    SLIP = 100


class NameIndex:
    """Names by their distinct parts."""

    def __init__(self, names: Iterable[tuple[UUID, str]]) -> None:
        """Take in names in the order in which equally good hits are to be given."""
        self._ids: list[UUID] = []
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for place, (id, name) in enumerate(names):
            self._ids.append(id)
            for part in parts_of(name):
                self._holders[part].append(place)
        for part in self._holders:
            self._by_length[len(part)].append(part)

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._ids)

    def find(self, text: str) -> list[UUID]:
        """Whose name every word of a text fits, the best first."""
        tokens = folded(text).split()
        wanted = [pieces for token in tokens if (pieces := _pieces(token))]
        if not wanted:
            return []
        found = self._fitting(wanted[0])
        for pieces in wanted[1:]:
            found = _both(found, self._fitting(pieces))
        return [self._ids[place] for _fit, place in sorted((fit, place) for place, fit in found.items())]

    def _fitting(self, pieces: Sequence[str]) -> dict[int, int]:
        """The places of names that a word fits: with its hyphens taken away, or piece by piece."""
        joined = self._of_word("".join(pieces))
        if len(pieces) == 1:
            return joined
        apart = self._of_word(pieces[0])
        for piece in pieces[1:]:
            apart = _both(apart, self._of_word(piece))
        return {place: min(joined.get(place, fit), fit) for place, fit in apart.items()} | {
            place: fit for place, fit in joined.items() if place not in apart
        }

    def _of_word(self, word: str) -> dict[int, int]:
        found: dict[int, int] = {}
        for part in self._slips(word):
            found.update(dict.fromkeys(self._holders[part], int(Fit.SLIP)))
        for part, holders in self._holders.items():
            if part.startswith(word):
                found.update(dict.fromkeys(holders, int(Fit.BEGINNING)))
        if word in self._holders:
            found.update(dict.fromkeys(self._holders[word], int(Fit.EXACT)))
        return found

    def _slips(self, word: str) -> list[str]:
        """Parts one slip away. A slip leaves one half of a word as it was, which is quickly seen."""
        if len(word) < SHORTEST_WITH_A_SLIP:
            return []
        half = (len(word) - 1) // 2
        head, tail = word[:half], word[-half:]
        return [
            part
            for length in (len(word) - 1, len(word), len(word) + 1)
            for part in self._by_length.get(length, ())
            if (part.startswith(head) or part.endswith(tail)) and is_one_slip_away(word, part)
        ]


def is_one_slip_away(word: str, part: str) -> bool:
    """Whether one letter is missing, too much or wrong, or two neighbours have changed places."""
    pairs = zip(word, part, strict=False)
    same = next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(word), len(part)))
    typed, meant = word[same:], part[same:]
    is_swapped = typed[:2] == meant[1::-1] and typed[2:] == meant[2:]
    return typed[1:] == meant[1:] or typed[1:] == meant or typed == meant[1:] or is_swapped


def parts_of(name: str) -> set[str]:
    """What of a name may be typed: its words, the pieces of those with a hyphen, and these joined."""
    found: set[str] = set()
    for token in folded(name).split():
        pieces = _pieces(token)
        found.update(pieces, ("".join(pieces),) if pieces else ())
    return found


def normal(text: str) -> str:
    """What two ways of typing the same words have in common, for the keyed hash that a search leaves."""
    return " ".join(piece for token in folded(text).split() for piece in _pieces(token))


def _pieces(token: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in token).split()


def _both(one: Mapping[int, int], other: Mapping[int, int]) -> dict[int, int]:
    few, many = sorted((one, other), key=len)
    return {place: fit + many[place] for place, fit in few.items() if place in many}
