"""Passages: the sentences of the journal that may be picked out, and what a receiver is shown of them.

An entry is taken as it reads with its corrections. Who was present, headings and earlier disclosures are not offered:
they tell of other people, or more than the sentence that is needed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from welfare.rules.journal import EntryKind

NOT_OFFERED = frozenset({"heading", "participants", "initiator", "gap"})
LEFT_OUT = " […] "
_ENDS: re.Pattern[str] = re.compile(r"(?<=[.!?…])\s+(?=[\"”’»(–-]?\s?[A-ZÅÄÖ0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of one line of an entry."""

    entry_id: UUID
    kind: EntryKind
    day: date
    line: str
    label: str
    is_voice: bool
    place: int
    text: str

    @property
    def key(self) -> str:
        """By which it is chosen."""
        return f"{self.entry_id.hex}-{self.line}-{self.place}"

    @property
    def source(self) -> tuple[UUID, str]:
        """The line that it was picked from."""
        return self.entry_id, self.line


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What the receiver sees of one line of an entry."""

    kind: EntryKind
    day: date
    label: str
    is_voice: bool
    text: str

    @classmethod
    def kept(cls, words: dict[str, Any]) -> "Excerpt":
        """As a disclosure keeps it."""
        day = date.fromisoformat(words["day"])
        return cls(EntryKind(words["kind"]), day, words["label"], words["is_voice"], words["text"])

    def to_keep(self) -> dict[str, Any]:
        """As a document of JSON values."""
        return {
            "kind": self.kind.value,
            "day": self.day.isoformat(),
            "label": self.label,
            "is_voice": self.is_voice,
            "text": self.text,
        }


def sentences_of(text: str) -> list[str]:
    """The sentences and lines of a text, in order, none of them empty."""
    return [part.strip() for part in _ENDS.split(text) if part.strip()]


def excerpts_of(chosen: Iterable[Passage]) -> Sequence[Excerpt]:
    """Chosen sentences put together line by line; what was left out between two of them is marked."""
    return [_excerpt(list(passages)) for _, passages in groupby(chosen, key=lambda each: each.source)]


def _excerpt(passages: list[Passage]) -> Excerpt:
    first = passages[0]
    return Excerpt(first.kind, first.day, first.label, first.is_voice, "".join(_joined(passages)))


def _joined(passages: list[Passage]) -> Iterator[str]:
    before: int | None = None
    for each in passages:
        if before is not None:
            yield " " if each.place == before + 1 else LEFT_OUT
        yield each.text
        before = each.place
