"""What this room does when another tells that notes were given out: it keeps the id, and knows nothing more of it."""

from uuid import uuid4

from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.rules.events import NotesDisclosed
from welfare.service_notes.models import NoteDisclosure, ServiceNote


def keep_the_disclosure(work: UnitOfWork, told: NotesDisclosed) -> None:
    """Mark each note that was given out, in its own register."""
    for note_id in told.note_ids:
        note = work.session.get_one(ServiceNote, note_id)
        row = NoteDisclosure(
            id=uuid4(),
            file_id=note.file_id,
            student_id=note.student_id,
            controller_id=note.controller_id,
            register=note.register,
            note_id=note.id,
            disclosure_id=told.disclosure_id,
            at=work.now,
        )
        work.session.add(row)
    work.session.flush()


LISTENERS: Listeners = {NotesDisclosed: (keep_the_disclosure,)}
