"""Boxes before the sentences of a journal, entry by entry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from welfare.disclosures.passages import Excerpt, Passage, excerpts_of
from welfare.ui.fields import Checkboxes, Option


@dataclass(frozen=True, slots=True)
class OfferedEntry:
    """One entry whose sentences may be chosen."""

    title: str
    by: str
    passages: Sequence[Passage]


@dataclass(frozen=True, slots=True)
class Box:
    """One sentence with its box."""

    id: str
    passage: Passage
    is_chosen: bool
    opens_line: bool
    """Whether it is the first of its line, before which the label stands."""


class PassageBoxes(Checkboxes):
    """Any number of sentences; ``data`` are the chosen passages in the order of the journal."""

    macro = "checkboxes"

    def offer_entries(self, entries: Iterable[OfferedEntry]) -> None:
        """Offer the sentences of these entries."""
        self.entries = list(entries)
        passages = [passage for entry in self.entries for passage in entry.passages]
        self.places = {passage.key: place for place, passage in enumerate(passages)}
        self.offer(Option(_Keyed(passage), passage.text) for passage in passages)

    @property
    def chosen(self) -> list[Passage]:
        """The chosen sentences."""
        return [each.passage for each in self.data or ()]

    @property
    def excerpts(self) -> Sequence[Excerpt]:
        """What a receiver sees of them."""
        return excerpts_of(self.chosen)

    def boxes(self, entry: OfferedEntry) -> list[Box]:
        """The sentences of an entry as they are drawn."""
        keys = {each.key for each in self.chosen}
        line, found = "", []
        for passage in entry.passages:
            place = self.places[passage.key]
            found.append(Box(f"{self.id}-{place}", passage, passage.key in keys, opens_line=passage.line != line))
            line = passage.line
        return found

    def count_in(self, entry: OfferedEntry) -> int:
        """How many sentences of an entry stand chosen."""
        keys = {each.key for each in self.chosen}
        return sum(passage.key in keys for passage in entry.passages)


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A passage as the value of an answer: it is sent by its key."""

    passage: Passage

    def __str__(self) -> str:
        return self.passage.key
