"""Writing a note: once, whole, in the profession held at that moment (ATL 28, 37 §; rules 18 and 19)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.places import discard_at
from welfare.rules.actors import Actor, Role
from welfare.rules.service_records import (
    ROLES_OF,
    AppointmentState,
    NoteField,
    NoteKind,
    may_be_written,
    what_is_foreign,
    what_is_missing,
)
from welfare.service_notes.actions.drafting import draft_about
from welfare.service_notes.content import filled_by
from welfare.service_notes.models import Appointment, ClientFile, ServiceNote


class IncompleteNoteError(ValueError):
    """The template asks for more than the note holds, or the note holds what its template does not know."""

    def __init__(self, lacks: Collection[NoteField], foreign: Collection[NoteField] = ()) -> None:
        super().__init__(", ".join([*lacks, *foreign]))
        self.lacks = tuple(lacks)


class NoteNotNowError(ValueError):
    """No note of this kind can be written now: the service has ended, or is being given already."""


class NotYourRegisterError(ValueError):
    """Nobody writes into a register that is not one's own today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNote:
    """A note to be written: ``document`` as in `welfare.service_notes.content`."""

    kind: NoteKind
    occurred_on: date
    document: dict[str, Any]


def write_note(work: UnitOfWork, file: ClientFile, new: NewNote) -> ServiceNote:
    """Add a note; a beginning or an end of the service changes its state with it.

    Raises NoteNotNowError, IncompleteNoteError, NotYourRegisterError.
    """
    if new.kind is NoteKind.CORRECTION or not may_be_written(new.kind, is_live=file.is_live):
        raise NoteNotNowError(new.kind)
    check_whole(new.kind, new.document)
    note = put_into_record(work, file, new)
    if new.kind is NoteKind.STARTED:
        file.started_on, file.ended_on = new.occurred_on, None
    if new.kind is NoteKind.ENDED:
        file.ended_on = new.occurred_on
        _call_the_rest_off(work, file)
    work.session.add(file)
    work.session.flush()
    return note


def check_whole(kind: NoteKind, document: dict[str, Any]) -> None:
    """Refuse what the template finds incomplete or does not know. Raises IncompleteNoteError."""
    filled = filled_by(document)
    lacks, foreign = what_is_missing(kind, filled), what_is_foreign(kind, filled)
    if lacks or foreign:
        raise IncompleteNoteError(lacks, foreign)


def put_into_record(work: UnitOfWork, file: ClientFile, new: NewNote, corrects_id: UUID | None = None) -> ServiceNote:
    """Add a whole note to the record, in place of its draft. Raises NotYourRegisterError."""
    office = office_in(work.actor, file)
    note = ServiceNote(
        id=uuid4(),
        file_id=file.id,
        student_id=file.student_id,
        controller_id=file.controller_id,
        register=file.register,
        kind=new.kind,
        occurred_on=new.occurred_on,
        written_at=work.now,
        author_account_id=work.actor.account_id,
        author_person_id=work.actor.person_id,
        author_office=office.value,
        corrects_id=corrects_id,
    )
    work.encrypt_document(note, ServiceNote.document, new.document)
    work.session.add(note)
    work.session.flush()
    discard_at(work, draft_about(corrects_id or file.id, new.kind))
    subject = ("service_note", note.id)
    work.note(file.controller_id, file.register, subject, kind=new.kind.value, office=office.value)
    return note


def office_in(actor: Actor, file: ClientFile) -> Role:
    """The profession in which somebody writes about a client. Raises NotYourRegisterError."""
    roles = ROLES_OF[file.register]
    for post in actor.posts:
        if post.role in roles and post.controller_id == file.controller_id:
            return post.role
    raise NotYourRegisterError(file.register)


def _call_the_rest_off(work: UnitOfWork, file: ClientFile) -> None:
    """A service that has ended has no appointments to come."""
    planned = (Appointment.state == AppointmentState.PLANNED, Appointment.starts_at > work.now)
    for each in work.session.scalars(select(Appointment).where(Appointment.file_id == file.id, *planned)):
        each.state = AppointmentState.CALLED_OFF
