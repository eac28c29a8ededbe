"""The chronological record of one client, a page at a time."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from welfare.rules.service_records import NoteKind
from welfare.service_notes.models import ServiceNote

_NEWEST_FIRST = (ServiceNote.written_at.desc(), ServiceNote.id)


def notes_of(session: Session, file_id: UUID, *, offset: int = 0, size: int = 25) -> tuple[Sequence[ServiceNote], int]:
    """A stretch of the record, newest first, and how many notes there are in all."""
    statement = select(ServiceNote).where(ServiceNote.file_id == file_id).order_by(*_NEWEST_FIRST)
    count = session.scalar(select(func.count()).select_from(ServiceNote).where(ServiceNote.file_id == file_id))
    return session.scalars(statement.limit(size).offset(offset)).all(), count or 0


def corrections_of(session: Session, note_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """The correction of each of these notes that has one."""
    statement = select(ServiceNote.corrects_id, ServiceNote.id).where(ServiceNote.corrects_id.in_(note_ids))
    return {row.corrects_id: row.id for row in session.execute(statement)} if note_ids else {}


def line_of(session: Session, note: ServiceNote) -> list[ServiceNote]:
    """The original that a note belongs to and its corrections, oldest first."""
    line = [note]
    while line[0].corrects_id:
        line.insert(0, session.get_one(ServiceNote, line[0].corrects_id))
    while (later := _correction_of(session, line[-1])) is not None:
        line.append(later)
    return line


def is_plan(session: Session, note: ServiceNote) -> bool:
    """Whether a note is a plan, or the correction of one."""
    return line_of(session, note)[0].kind is NoteKind.PLAN


def originals_of(session: Session, notes: Sequence[ServiceNote]) -> dict[UUID, ServiceNote]:
    """The note that each correction among these goes back to, by the correction's id."""
    found = {}
    for note in notes:
        first = note
        while first.corrects_id:
            first = session.get_one(ServiceNote, first.corrects_id)
        if first is not note:
            found[note.id] = first
    return found


def _correction_of(session: Session, note: ServiceNote) -> ServiceNote | None:
    return session.scalars(select(ServiceNote).where(ServiceNote.corrects_id == note.id)).one_or_none()
