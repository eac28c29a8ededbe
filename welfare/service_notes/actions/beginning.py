"""Taking a pupil as a client: the service's own file, under its own key, begins with why and who asked (ATL 41 §)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.people.models import Person
from welfare.rules.requests import SenderKind
from welfare.rules.service_records import NoteField, NoteKind, ServiceDesk, desks_at
from welfare.service_notes.actions.writing import NewNote, check_whole, put_into_record
from welfare.service_notes.models import ClientFile
from welfare.service_notes.queries.workers import file_in


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginClient:
    """When the service begins, on whose initiative and why."""

    started_on: date
    initiator: SenderKind
    grounds: str


class NotYourServiceError(LookupError):
    """The actor gives no such service at the pupil's school."""


class AlreadyClientError(RuntimeError):
    """The service has a file of the pupil already; ``file`` is with its own worker."""

    def __init__(self, file: ClientFile) -> None:
        super().__init__("already a client")
        self.file = file


def begin_client(
    work: UnitOfWork, student: Person, desk: ServiceDesk, name: Document, command: BeginClient
) -> ClientFile:
    """Open the file of a pupil in a register of one's own. ``name`` is the pupil's, as the page has opened it.

    Raises NotYourServiceError, AlreadyClientError, IncompleteNoteError.
    """
    if desk not in desks_at(work.actor, work.facts.school_id):
        raise NotYourServiceError(desk.register)
    _wait_for_colleagues(work, student.id)
    known = file_in(work.session, desk, student.id)
    if known is not None:
        work.note(desk.controller_id, desk.register, *known.about())
        raise AlreadyClientError(known)
    first = NewNote(
        kind=NoteKind.STARTED,
        occurred_on=command.started_on,
        document={NoteField.INITIATOR.value: command.initiator.value, NoteField.GROUNDS.value: command.grounds},
    )
    check_whole(first.kind, first.document)
    file = ClientFile(
        id=uuid4(),
        student_id=student.id,
        school_id=work.facts.school_id,
        controller_id=desk.controller_id,
        register=desk.register,
        worker_account_id=work.actor.account_id,
        worker_person_id=work.actor.person_id,
        opened_at=work.now,
        started_on=command.started_on,
    )
    work.encrypt_document(file, ClientFile.document, name)
    work.session.add(file)
    work.session.flush()
    put_into_record(work, file, first)
    return file


def _wait_for_colleagues(work: UnitOfWork, student_id: UUID) -> None:
    """Two colleagues who begin at once come one after the other; on SQLite writers queue anyway."""
    work.session.execute(select(Person.id).where(Person.id == student_id).with_for_update())
