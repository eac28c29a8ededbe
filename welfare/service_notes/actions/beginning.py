"""Taking a pupil as a client: the service's own file, under its own key, begins with why and who asked (ATL 41 §).

A pupil who comes back is given the service anew, so whoever gives it has a task that needs the record of before (TihL
16 §; ATL 9 §), and a service keeps one record of a client. Where its worker has left, beginning the service therefore
takes the ended record over, with the same word of no conflict of interest as any other client of theirs (HL 27-28 §).
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.people.models import Person
from welfare.rules.requests import SenderKind
from welfare.rules.service_records import NoteField, NoteKind, ServiceDesk, desks_at
from welfare.service_notes.actions.taking_over import make_own
from welfare.service_notes.actions.writing import NewNote, check_whole, put_into_record, write_note
from welfare.service_notes.models import ClientFile
from welfare.service_notes.queries.vacant import is_worker_gone
from welfare.service_notes.queries.workers import file_in


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginClient:
    """When the service begins, on whose initiative and why; and the word on a record that a colleague left behind."""

    started_on: date
    initiator: SenderKind
    grounds: str
    declares_no_conflict: bool = False


class NotYourServiceError(LookupError):
    """The actor gives no such service at the pupil's school."""


class AlreadyClientError(RuntimeError):
    """The service has a file of the pupil already; ``file`` is with its own worker."""

    def __init__(self, file: ClientFile) -> None:
        super().__init__("already a client")
        self.file = file


class RecordLeftBehindError(RuntimeError):
    """The service has an ended record, whose worker has left: to go on with it takes the word of no conflict."""

    def __init__(self, file: ClientFile) -> None:
        super().__init__("record left behind")
        self.file = file


def begin_client(
    work: UnitOfWork, student: Person, desk: ServiceDesk, name: Document, command: BeginClient
) -> ClientFile:
    """Open the file of a pupil in a register of one's own, or go on with one that a colleague who has left has ended.

    ``name`` is the pupil's, as the page has opened it. Raises NotYourServiceError, AlreadyClientError,
    RecordLeftBehindError, IncompleteNoteError.
    """
    if desk not in desks_at(work.actor, work.facts.school_id):
        raise NotYourServiceError(desk.register)
    _wait_for_colleagues(work, student.id)
    known = file_in(work.session, desk, student.id)
    if known is not None:
        work.note(desk.controller_id, desk.register, *known.about())
        return _go_on_with(work, known, name, command)
    first = _first_note(command)
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


def _go_on_with(work: UnitOfWork, file: ClientFile, name: Document, command: BeginClient) -> ClientFile:
    """Begin the service again in the record of a colleague who has left it."""
    if file.is_live or not is_worker_gone(work.session, file, work.facts.on) or work.actor.account_id is None:
        raise AlreadyClientError(file)
    if not command.declares_no_conflict:
        raise RecordLeftBehindError(file)
    work.encrypt_document(file, ClientFile.document, name)
    file.school_id = work.facts.school_id or file.school_id
    make_own(work, file, work.actor.account_id, command.grounds)
    write_note(work, file, _first_note(command))
    return file


def _first_note(command: BeginClient) -> NewNote:
    return NewNote(
        kind=NoteKind.STARTED,
        occurred_on=command.started_on,
        document={NoteField.INITIATOR.value: command.initiator.value, NoteField.GROUNDS.value: command.grounds},
    )


def _wait_for_colleagues(work: UnitOfWork, student_id: UUID) -> None:
    """Two colleagues who begin at once come one after the other; on SQLite writers queue anyway."""
    work.session.execute(select(Person.id).where(Person.id == student_id).with_for_update())
