"""What this room does when another tells that notes were given out, or asks for drafts that nobody may go on with."""

from uuid import uuid4

from welfare.access.needs import Reading
from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.rules.events import DraftsAsked, NotesDisclosed
from welfare.rules.permissions import Permission, decide
from welfare.rules.service_records import NoteKind
from welfare.service_notes.actions.drafting import DRAFT_PURPOSE
from welfare.service_notes.models import NoteDisclosure, ServiceNote
from welfare.service_notes.queries import load_client


def keep_the_disclosure(work: UnitOfWork, told: NotesDisclosed) -> None:
    """Mark each note that was given out, in its own register: by the id alone, and nothing more is known of it."""
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


def tell_ended_drafts(work: UnitOfWork, asked: DraftsAsked) -> None:
    """Notes and corrections whose writers neither have the client nor stand in for the worker today."""
    for draft, actor in asked.of(DRAFT_PURPOSE):
        is_correction = draft.purpose == f"{DRAFT_PURPOSE}:{NoteKind.CORRECTION.value}"
        note = work.session.get(ServiceNote, draft.subject_id) if is_correction else None
        found = load_client(Reading(work.session, actor, work.now, {}), note.file_id if note else draft.subject_id)
        needed = Permission.SERVICE_NOTE_CORRECT if is_correction else Permission.SERVICE_NOTE_WRITE
        if found is None or not decide(actor, needed, found.facts).is_granted:
            asked.ended.add(draft.id)


LISTENERS: Listeners = {NotesDisclosed: (keep_the_disclosure,), DraftsAsked: (tell_ended_drafts,)}
