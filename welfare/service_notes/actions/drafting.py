"""Unfinished notes: one draft of each kind for each client, or of each correction, for each writer alone."""

from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import purge_drafts
from welfare.drafts.places import DraftPlace
from welfare.rules.service_records import NoteKind
from welfare.service_notes.models import ClientFile, ServiceNote

DRAFT_PURPOSE = "service_note"
"""What the purposes of these drafts begin with; the kind of note follows a colon."""


def draft_of_new(file: ClientFile, kind: NoteKind) -> DraftPlace:
    """The draft of a new note about a client."""
    return draft_about(file.id, kind)


def draft_of_correction(note: ServiceNote) -> DraftPlace:
    """The draft of a note's correction."""
    return draft_about(note.id, NoteKind.CORRECTION)


def draft_about(subject_id: UUID, kind: NoteKind) -> DraftPlace:
    """The draft about a client, or about the note that is corrected."""
    return DraftPlace.of(DRAFT_PURPOSE, kind, subject_id)


def forget_drafts(work: UnitOfWork, file: ClientFile, account_id: UUID) -> None:
    """Unfinished texts of somebody who sees the client no more: nobody could open or end them."""
    notes = work.session.scalars(select(ServiceNote.id).where(ServiceNote.file_id == file.id)).all()
    purge_drafts(work, [account_id], [file.id, *notes])
