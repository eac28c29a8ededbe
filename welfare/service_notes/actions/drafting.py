"""Unfinished notes: one draft of each kind for each client, or of each correction, for each writer alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import check_draft, discard_draft, purge_drafts, save_draft
from welfare.rules.service_records import NoteKind
from welfare.service_notes.models import ClientFile, ServiceNote

DRAFT_PURPOSE = "service_note"
"""What the purposes of these drafts begin with; the kind of note follows a colon."""


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Where the drafts service keeps an unfinished note."""

    kind: NoteKind
    subject_id: UUID

    @classmethod
    def of_new(cls, file: ClientFile, kind: NoteKind) -> "DraftPlace":
        """The draft of a new note about a client."""
        return cls(kind, file.id)

    @classmethod
    def of_correction(cls, note: ServiceNote) -> "DraftPlace":
        """The draft of a note's correction."""
        return cls(NoteKind.CORRECTION, note.id)

    @property
    def purpose(self) -> str:
        """The drafts service's word for it."""
        return f"{DRAFT_PURPOSE}:{self.kind.value}"


def keep(work: UnitOfWork, place: DraftPlace, typed: Mapping[str, Sequence[str]], seen: int) -> int:
    """Keep what was typed and tell its revision. Raises welfare.drafts.actions.StaleDraftError."""
    check_draft(work, place.purpose, place.subject_id, seen)
    return save_draft(work, place.purpose, typed, place.subject_id).revision


def discard(work: UnitOfWork, place: DraftPlace) -> None:
    """Throw the draft away: it has been entered, or is not wanted."""
    discard_draft(work, place.purpose, place.subject_id)


def forget_drafts(work: UnitOfWork, file: ClientFile, account_id: UUID) -> None:
    """Unfinished texts of somebody who sees the client no more: nobody could open or end them."""
    notes = work.session.scalars(select(ServiceNote.id).where(ServiceNote.file_id == file.id)).all()
    purge_drafts(work, [account_id], [file.id, *notes])
