"""Unfinished entries: one draft of each kind in each matter, or of each correction, for each writer alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.drafts.actions import check_draft, discard_draft, save_draft
from welfare.journal.models import JournalEntry
from welfare.journal.queries import DRAFT_PURPOSE
from welfare.rules.journal import EntryKind


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Where the drafts service keeps an unfinished entry."""

    kind: EntryKind
    subject_id: UUID

    @classmethod
    def of_new(cls, case: Case, kind: EntryKind) -> "DraftPlace":
        """The draft of a new entry in a matter."""
        return cls(kind, case.id)

    @classmethod
    def of_correction(cls, entry: JournalEntry) -> "DraftPlace":
        """The draft of an entry's correction."""
        return cls(EntryKind.CORRECTION, entry.id)

    @property
    def purpose(self) -> str:
        """The drafts service's word for it."""
        return f"{DRAFT_PURPOSE}:{self.kind.value}"


def keep(work: UnitOfWork, place: DraftPlace, typed: Mapping[str, Sequence[str]], seen: int) -> int:
    """Keep what was typed and tell its revision. Raises welfare.drafts.actions.StaleDraftError."""
    check_draft(work, place.purpose, place.subject_id, seen)
    return save_draft(work, place.purpose, typed, place.subject_id).revision


def discard(work: UnitOfWork, place: DraftPlace) -> None:
    """Throw the draft away: it has been sent, or is not wanted."""
    discard_draft(work, place.purpose, place.subject_id)
