"""What a receiver sees: the same on the receiver's page, on paper, and for those who gave it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from welfare.audit.unit_of_work import UnitOfWork
from welfare.disclosures.models import Disclosure
from welfare.disclosures.passages import Excerpt
from welfare.journal.words import KIND_WORDS
from welfare.ui.formats import date_text


@dataclass(frozen=True, slots=True)
class ShownExcerpt:
    """Sentences of one line of the journal, and where they stand there."""

    source: str
    label: str
    is_voice: bool
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The words written for the receiver, and the passages."""

    words: str
    excerpts: Sequence[ShownExcerpt]

    @classmethod
    def of(cls, work: UnitOfWork, row: Disclosure) -> "Shown":
        """Open a disclosure."""
        document = work.decrypt_document(row, Disclosure.document)
        kept = document.get("passages")
        return cls.to_be(document["words"], [Excerpt.kept(each) for each in kept or ()])

    @classmethod
    def to_be(cls, words: str, excerpts: Iterable[Excerpt]) -> "Shown":
        """What a receiver would see."""
        return cls(words, [_shown(each) for each in excerpts])


def _shown(excerpt: Excerpt) -> ShownExcerpt:
    source = f"{KIND_WORDS[excerpt.kind]} {date_text(excerpt.day)}"
    return ShownExcerpt(source, excerpt.label, excerpt.is_voice, excerpt.text)
