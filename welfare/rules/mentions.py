"""Whether a text of communal work names a pupil: a group handles matters generally, never one pupil (OHL 14 § 2, 4).

The names come in from outside and go nowhere: what is given back is words of the text itself, and the sentences they
stand in. A finding is a question to the writer, not a verdict; a place may be called like a pupil.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from unicodedata import normalize

from welfare.rules.name_forms import forms_of, without_clitic

_WORD = re.compile(r"[^\W\d_]+(?:[-:’'][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\s|$)[^.!?\n]+)*[.!?]*")
_PAIR = re.compile(r"(?<!\w)[^\W\d_a-zåäö]\w*(?:[-:’']\w+)*\s+[^\W\d_a-zåäö]\w*")
_BETWEEN = re.compile(r"\s+")
_SHORT = 4
"""In shorter names the second letter may be one of those that change: *Ape* and *Aven*."""


class MayStand(StrEnum):
    """Why a word that could be a pupil's name may stay where it is: a code in the trail, never the word."""

    PLACE = "place"
    ADULT = "adult"
    PUBLIC = "public"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class FullName:
    """Somebody's name, as the directory has it."""

    given: str
    family: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A word or two that could be a pupil's name, as they stand in the text, and their sentence."""

    words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def pieces(self) -> Iterator[str]:
        """The word as it may be looked up: whole, and piece by piece where it has a hyphen (*Matti-niminen*)."""
        small = self.text.casefold()
        yield from without_clitic(small)
        if "-" in small:
            for piece in small.split("-"):
                yield from without_clitic(piece)


@dataclass(slots=True)
class _Names:
    """Names by every form of their words, as far as a word of the text begins like them."""

    given: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    family: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    pairs: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def among(cls, people: Iterable[FullName], beginnings: Collection[str]) -> "_Names":
        found = cls()
        for person in people:
            given, family = normalize("NFC", person.given).casefold().split(), _last(person.family)
            if not given or not family:
                continue
            found.pairs.add((given[0], family))
        for index, place in ((found.given, 0), (found.family, 1)):
            for name in {pair[place] for pair in found.pairs}:
                if name[: 1 if len(name) < _SHORT else 2] in beginnings:
                    for form in forms_of(name):
                        index[form].add(name)
        return found

    def given_in(self, word: _Word) -> set[str]:
        return _looked_up(self.given, word)

    def family_in(self, word: _Word) -> set[str]:
        return _looked_up(self.family, word)

    def is_whole(self, one: _Word, other: _Word) -> bool:
        """Whether two words are one person's name, in either order."""
        return any(
            (given, family) in self.pairs
            for first, second in ((one, other), (other, one))
            for given in self.given_in(first)
            for family in self.family_in(second)
        )


def mentions(
    text: str, pupils: Iterable[FullName], staff: Iterable[FullName] = (), *, whole_names_alone: bool = False
) -> tuple[Mention, ...]:
    """Where a text could name a pupil, in the order of the text; each word once for its sentence.

    A given and a family name side by side are found however they are written, one alone only with a capital. Names of
    the staff are no pupils': a member's whole name, and a family name that one of them has. With ``whole_names_alone``
    a name alone is nothing: among the pupils of a whole town every name is somebody's.
    """
    text = normalize("NFC", text)
    words = [_Word(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]
    beginnings = {piece[:length] for word in words for piece in word.pieces for length in (1, 2)}
    known, own = _Names.among(pupils, beginnings), _Names.among(staff, beginnings)
    found: dict[Mention, None] = {}
    for start, end in _stretches(text, words, known, own, whole_names_alone=whole_names_alone):
        found[Mention(text[start:end], _sentence_around(text, start))] = None
    return tuple(found)


def could_be_whole_name(text: str) -> bool:
    """Whether two words with capitals stand side by side: where not, no town needs to be looked through."""
    return _PAIR.search(text) is not None


def new_mentions(found: Sequence[Mention], let_through: Collection[str]) -> tuple[Mention, ...]:
    """Without those whose sentences stand, word for word, in texts that have been let through before."""
    return tuple(mention for mention in found if not any(mention.sentence in text for text in let_through))


def _stretches(
    text: str, words: Sequence[_Word], known: _Names, own: _Names, *, whole_names_alone: bool
) -> Iterator[tuple[int, int]]:
    of_staff = _places_of(text, words, own)
    whole = _places_of(text, words, known) - of_staff
    for place, word in enumerate(words):
        if place in whole and place + 1 in whole and known.is_whole(word, words[place + 1]):
            yield word.start, words[place + 1].end
        elif place in whole and place - 1 in whole and known.is_whole(words[place - 1], word):
            continue
        elif not whole_names_alone and place not in of_staff and word.is_capital and _stands_alone(word, known, own):
            yield word.start, word.end


def _stands_alone(word: _Word, known: _Names, own: _Names) -> bool:
    return bool(known.given_in(word) or (known.family_in(word) and not own.family_in(word)))


def _places_of(text: str, words: Sequence[_Word], names: _Names) -> set[int]:
    """The places of words that are somebody's whole name, two by two."""
    found: set[int] = set()
    for place, (one, other) in enumerate(pairwise(words)):
        if _BETWEEN.fullmatch(text[one.end : other.start]) and names.is_whole(one, other):
            found.update({place, place + 1})
    return found


def _sentence_around(text: str, place: int) -> str:
    for found in _SENTENCE.finditer(text):
        if found.start() <= place < found.end():
            return found[0].strip()
    return text.strip()


def _looked_up(index: Mapping[str, set[str]], word: _Word) -> set[str]:
    return {name for piece in word.pieces for name in index.get(piece, ())}


def _last(family: str) -> str:
    words = normalize("NFC", family).casefold().split()
    return words[-1] if words else ""
