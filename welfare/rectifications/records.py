"""The records that can be said to be wrong: finding them, and how each reads today. No word of them is opened."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.consents.models import ExpressionOfWill
from welfare.crypto.sealed import Sealed
from welfare.journal.models import JournalEntry
from welfare.journal.queries import entries_of, line_of
from welfare.people.models import Person
from welfare.plans.models import Plan, PlanVersion
from welfare.plans.queries import newest_version
from welfare.rectifications.models import Rectification
from welfare.rules.consent import ConsentKind
from welfare.rules.journal import EntryKind
from welfare.rules.rectifications import RecordKind
from welfare.rules.registers import COUNTY_REGISTERS, Register
from welfare.rules.service_records import NoteKind
from welfare.service_notes.models import ServiceNote
from welfare.service_notes.queries.notes import line_of as line_of_note

Row = JournalEntry | PlanVersion | ExpressionOfWill | ServiceNote | Person
Served = Collection[tuple[UUID, Register]]
"""Controllers with their registers."""
MODELS: dict[RecordKind, type[Sealed]] = {
    RecordKind.ENTRY: JournalEntry,
    RecordKind.PLAN: PlanVersion,
    RecordKind.WILL: ExpressionOfWill,
    RecordKind.SERVICE_NOTE: ServiceNote,
    RecordKind.DIRECTORY: Person,
}


@dataclass(frozen=True, slots=True)
class Record:
    """One record, of its kind."""

    kind: RecordKind
    row: Row

    @property
    def key(self) -> str:
        """By what a form calls it."""
        return f"{self.kind}:{self.row.id}"

    @property
    def case_id(self) -> UUID | None:
        """Its matter, if it is of one."""
        return self.row.case_id if isinstance(self.row, JournalEntry | PlanVersion | ExpressionOfWill) else None

    @property
    def file_id(self) -> UUID | None:
        """Its client of a service, if it is of one."""
        return self.row.file_id if isinstance(self.row, ServiceNote) else None

    @property
    def register(self) -> Register:
        """Whose record it is."""
        if isinstance(self.row, ServiceNote):
            return self.row.register
        return Register.DIRECTORY if self.kind is RecordKind.DIRECTORY else Register.WELFARE


def record_of(session: Session, row: Rectification) -> Record | None:
    """What a request is about; nothing where nobody knows the person, or where the record's time has ended."""
    if row.kind is None or row.record_id is None:
        return None
    found = session.get(MODELS[row.kind], row.record_id)
    return Record(row.kind, found) if isinstance(found, Row) else None


def records_about(session: Session, student: Person, served: Served) -> list[Record]:
    """What these controllers keep in these registers about somebody, as one may ask it to be corrected."""
    schools = {controller for controller, register in served if register is Register.WELFARE}
    counties = [each for each in served if each[1] in COUNTY_REGISTERS]
    found = [*_in_matters(session, student, schools), *_notes(session, student, counties)]
    return [*found, Record(RecordKind.DIRECTORY, student)] if student.controller_id in schools else found


def newest_of(session: Session, record: Record) -> Record:
    """The record as it reads today: itself, or what corrects it."""
    match record.row:
        case JournalEntry() as entry:
            return Record(record.kind, line_of(entry, entries_of(session, entry.case_id))[-1])
        case PlanVersion() as version:
            return Record(record.kind, newest_version(session, session.get_one(Plan, version.plan_id)))
        case ExpressionOfWill() as will:
            return Record(record.kind, _newest_will(session, will))
        case ServiceNote() as note:
            return Record(record.kind, line_of_note(session, note)[-1])
        case _:
            return record


def made_at(record: Record) -> datetime | None:
    """When it was written; nothing of the directory, which says what holds today."""
    match record.row:
        case ExpressionOfWill() as will:
            return will.recorded_at
        case JournalEntry() | PlanVersion() | ServiceNote() as written:
            return written.written_at
        case _:
            return None


def _in_matters(session: Session, student: Person, controllers: Collection[UUID]) -> Iterator[Record]:
    """The originals in the journals, the plans as they stand, and what has been said and not replaced since.

    Not whom a minor has shut out: the minor alone speaks of it, in its own way (OHL 18 § 2).
    """
    entry, plan, will = JournalEntry, Plan, ExpressionOfWill
    own = (entry.student_id == student.id, entry.controller_id.in_(controllers), entry.kind != EntryKind.CORRECTION)
    newest = entry.occurred_on.desc(), entry.written_at.desc()
    yield from _of(RecordKind.ENTRY, session.scalars(select(entry).where(*own).order_by(*newest)).all())
    plans = select(plan).where(plan.student_id == student.id, plan.controller_id.in_(controllers))
    stand = [newest_version(session, each) for each in session.scalars(plans.order_by(plan.agreed_on.desc()))]
    yield from _of(RecordKind.PLAN, stand)
    answered = select(will.answers_id).where(will.student_id == student.id, will.answers_id.is_not(None))
    said = (
        will.student_id == student.id,
        will.controller_id.in_(controllers),
        will.kind != ConsentKind.MINOR_PROHIBITION,
        will.case_id.is_not(None),
        will.id.not_in(answered),
    )
    wills = session.scalars(select(will).where(*said).order_by(will.given_on.desc(), will.recorded_at.desc()))
    yield from _of(RecordKind.WILL, wills.all())


def _notes(session: Session, student: Person, served: Sequence[tuple[UUID, Register]]) -> Iterator[Record]:
    note = ServiceNote
    for controller, register in served:
        own = (note.student_id == student.id, note.controller_id == controller, note.register == register)
        rows = session.scalars(select(note).where(*own, note.kind != NoteKind.CORRECTION).order_by(note.written_at))
        yield from _of(RecordKind.SERVICE_NOTE, rows.all()[::-1])


def _newest_will(session: Session, will: ExpressionOfWill) -> ExpressionOfWill:
    later = select(ExpressionOfWill).where(ExpressionOfWill.answers_id == will.id)
    found = session.scalars(later.order_by(ExpressionOfWill.recorded_at.desc()).limit(1)).first()
    return _newest_will(session, found) if found else will


def _of(kind: RecordKind, rows: Sequence[Row]) -> Iterator[Record]:
    return (Record(kind, row) for row in rows)
