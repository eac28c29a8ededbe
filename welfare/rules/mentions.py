"""Whether a text of communal work names a pupil: a group handles matters generally, never one pupil (OHL 14 § 2, 4).

The names come in from outside and go nowhere: what is given back is words of the text itself, and the sentences they
stand in. A finding is a question to the writer, not a verdict; a place may be called like a pupil.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from unicodedata import normalize

from welfare.rules.name_forms import forms_of, names_within, unmarked, without_clitic
from welfare.rules.plain_signs import Reading, plainly, readings

_WORD = re.compile(r"[^\W\d_]+(?:[-:’'][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\s|$)[^.!?\n]+)*[.!?]*")
_CAPITAL = r"[^\W\d_a-zåäö]\w*"
_PAIR = re.compile(
    rf"(?<!\w){_CAPITAL}(?:[-:’']\w+)*(?:-|\s*,\s*|\s+)(?:\w+(?:[-:’']\w+)*(?:\s+|\.\s*)){{0,2}}{_CAPITAL}"
)
_ADDRESS = re.compile(r"[^\W\d_][._][^\W\d_]")
_BETWEEN = re.compile(r"\s+|[._]")
"""A blank, or what stands between the names in an address: *matti.meikalainen@…*."""
_COMMA = re.compile(r"\s*,\s*")
_SHORTENED = re.compile(r"\.\s*")
_LONGEST_SHORTENED = 3
_MOST_BETWEEN = 2
"""Words that may stand in the middle of a name: *Matti Johannes Meikäläinen*, *Matti J. Meikäläinen*."""
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
        """Whether the word, or a piece of it after a hyphen, begins with a capital."""
        return any(piece[:1].isupper() for piece in self.text.split("-"))

    @property
    def halves(self) -> Iterator[tuple["_Word", "_Word"]]:
        """The word parted at each of its hyphens, for a name that is written as one word: *matti-meikäläinen*."""
        for place, sign in enumerate(self.text):
            if sign == "-":
                middle = self.start + place
                yield _Word(self.text[:place], self.start, middle), _Word(self.text[place + 1 :], middle + 1, self.end)

    @property
    def pieces(self) -> Iterator[str]:
        """The word as it may be looked up: whole, and piece by piece where it has a hyphen (*Matti-niminen*)."""
        small = self.text.casefold()
        for whole in {small, unmarked(small)}:
            yield from without_clitic(whole)
            if "-" in whole:
                for piece in whole.split("-"):
                    yield from without_clitic(piece)


@dataclass(slots=True)
class _Names:
    """Names by every form of their words, as far as a word of the text begins like them."""

    given: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    family: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    pairs: set[tuple[str, str]] = field(default_factory=set)
    middle: set[str] = field(default_factory=set)
    """What stands between in small letters: further given names, and the *von* of a family."""

    @classmethod
    def among(cls, people: Iterable[FullName], beginnings: Collection[str]) -> "_Names":
        found = cls()
        for person in people:
            given, family = (plainly(name).casefold().split() for name in (person.given, person.family))
            if not given or not family:
                continue
            found.pairs.update((name, family[-1]) for name in given)
            found.middle.update((*given, *family[:-1]))
        for index, place in ((found.given, 0), (found.family, 1)):
            for name in {pair[place] for pair in found.pairs}:
                for called in names_within(name):
                    if called[: 1 if len(called) < _SHORT else 2] in beginnings:
                        for form in forms_of(called):
                            index[form].add(name)
        return found

    def given_in(self, word: _Word) -> set[str]:
        return _looked_up(self.given, word)

    def family_in(self, word: _Word) -> set[str]:
        return _looked_up(self.family, word)

    def is_whole(self, one: _Word, other: _Word, *, is_family_first: bool = False) -> bool:
        """Whether two words are one person's name, in either order unless a comma says which is the family's."""
        return any(
            (given, family) in self.pairs
            for first, second in (((other, one),) if is_family_first else ((one, other), (other, one)))
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
    read = [(reading, _words_of(reading)) for reading in readings(text)]
    beginnings = {piece[:length] for _, words in read for word in words for piece in word.pieces for length in (1, 2)}
    known, own = _Names.among(pupils, beginnings), _Names.among(staff, beginnings)
    of_staff = {
        reading.written(words[first].start, words[last].end)
        for reading, words in read
        for first, last in _whole_names(reading.text, words, own)
        if not any(_stands_alone(word, known, own) for word in words[first + 1 : last])
    }
    whole = {
        reading.written(words[first].start, words[last].end)
        for reading, words in read
        for first, last in _whole_names(reading.text, words, known)
    }
    whole = {place for place in whole if not _meets(place, of_staff) and not _goes_past_another(place, whole)}
    whole = {place for place in whole if not _is_end_of_another(place, whole)}
    alone = {
        reading.written(word.start, word.end)
        for reading, words in read
        for word in words
        if not whole_names_alone and word.is_capital and _stands_alone(word, known, own)
    }
    alone = {place for place in alone if not _meets(place, of_staff | whole)}
    found = (Mention(text[start:end], _sentences_around(text, start, end)) for start, end in sorted(whole | alone))
    return tuple(dict.fromkeys(found))


def could_be_whole_name(text: str) -> bool:
    """Whether two words stand as those of a name or an address do: where not, no town is looked through."""
    return any(_PAIR.search(reading.text) or _ADDRESS.search(reading.text) for reading in readings(text))


def new_mentions(found: Sequence[Mention], let_through: Collection[str]) -> tuple[Mention, ...]:
    """Without those whose sentences stand, word for word, in texts that have been let through before."""
    return tuple(mention for mention in found if not any(mention.sentence in text for text in let_through))


def _words_of(reading: Reading) -> list[_Word]:
    return [_Word(found[0], found.start(), found.end()) for found in _WORD.finditer(reading.text)]


def _meets(place: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _goes_past_another(place: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether a whole name ends before a stretch that holds it does: then the rest is somebody else's."""
    return any(place[0] <= other[0] and other[1] < place[1] for other in others)


def _is_end_of_another(place: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether a stretch is a whole name without its first given names: *Johannes Meikäläinen* of Matti Johannes."""
    return any(other[0] < place[0] and place[1] == other[1] for other in others)


def _stands_alone(word: _Word, known: _Names, own: _Names) -> bool:
    return bool(known.given_in(word) or (known.family_in(word) and not own.family_in(word)))


def _whole_names(text: str, words: Sequence[_Word], names: _Names) -> Iterator[tuple[int, int]]:
    """The first and the last word of each stretch that is somebody's whole name."""
    for first, one in enumerate(words):
        if any(names.is_whole(*halves) for halves in one.halves):
            yield first, first
        for last in range(first + 1, min(first + _MOST_BETWEEN + 2, len(words))):
            gaps = [text[words[place].end : words[place + 1].start] for place in range(first, last)]
            has_comma = _COMMA.fullmatch(gaps[0]) is not None
            if not (has_comma or _BETWEEN.fullmatch(gaps[0])):
                break
            middle = words[first + 1 : last]
            if all(map(_goes_on, middle, gaps[1:], [names] * len(middle))) and names.is_whole(
                one, words[last], is_family_first=has_comma
            ):
                yield first, last


def _goes_on(word: _Word, gap: str, names: _Names) -> bool:
    """Whether a word may stand in the middle of a name, with what comes after it."""
    if not (word.is_capital or word.text in names.middle):
        return False
    is_short = len(word.text) <= _LONGEST_SHORTENED and _SHORTENED.fullmatch(gap) is not None
    return is_short or _BETWEEN.fullmatch(gap) is not None


def _sentences_around(text: str, start: int, end: int) -> str:
    """The sentence of a stretch; of one that a full stop parts, both sentences."""
    met = [found for found in _SENTENCE.finditer(text) if found.start() < end and start < found.end()]
    return text[met[0].start() : met[-1].end()].strip() if met else text.strip()


def _looked_up(index: Mapping[str, set[str]], word: _Word) -> set[str]:
    return {name for piece in word.pieces for name in index.get(piece, ())}
