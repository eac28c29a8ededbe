"""Carrying a roster out on a real database, as the command line does, and looking at what it left."""

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnExpressionArgument, Select, func, select

from tests.builders import system_work
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent, AuditHead, AuditSubject
from welfare.db.base import Base
from welfare.people.models import Enrolment, Guardianship, Person, RosterImport, RosterRecord
from welfare.people.roster.importing import Prepared, apply, prepare
from welfare.people.roster.reading import Reading, ReadingRules, read_path
from welfare.people.roster.sender import recaller
from welfare.rules.actors import SYSTEM, Actor

TRAIL = {AuditEvent.__tablename__, AuditHead.__tablename__, AuditSubject.__tablename__}


def read(ledger: Ledger, folder: Path) -> Reading:
    """The roster, read with what the database remembers."""
    with ledger.transaction() as transaction:
        return read_path(folder, ReadingRules(), recaller(transaction.session))


def carry_out(ledger: Ledger, folder: Path, actor: Actor = SYSTEM) -> RosterImport | None:
    """Import a folder; it must be sound."""
    reading = read(ledger, folder)
    assert [(problem.code, problem.place) for problem in reading.problems if not reading.is_sound] == []
    with system_work(ledger, actor) as work:
        return apply(work, prepare(work, reading))


def planned(ledger: Ledger, folder: Path) -> Prepared:
    """What importing a folder would do."""
    with system_work(ledger) as work:
        return prepare(work, read(ledger, folder))


def contents(ledger: Ledger) -> dict[str, set[Any]]:
    """Every row of every table but the trail's, as the driver gives it."""
    with ledger.engine.connect() as connection:
        return {
            name: {tuple(map(repr, row)) for row in connection.execute(select(table))}
            for name, table in Base.metadata.tables.items()
            if name not in TRAIL
        }


def rows_of(ledger: Ledger, statement: Select[Any]) -> list[Any]:
    """The rows of a statement, to be looked at after the transaction."""
    with ledger.transaction() as transaction:
        found = list(transaction.session.scalars(statement))
        transaction.session.expunge_all()
        return found


def count(ledger: Ledger, model: type[Base], *conditions: ColumnExpressionArgument[bool]) -> int:
    """How many rows of a table fulfil some conditions."""
    with ledger.transaction() as transaction:
        return transaction.session.scalar(select(func.count()).select_from(model).where(*conditions)) or 0


def person_of(ledger: Ledger, source_id: str) -> Person:
    """The person a record of users.csv has become."""
    found = select(Person).join(RosterRecord, RosterRecord.target_id == Person.id)
    statement = found.where(RosterRecord.file == "users", RosterRecord.source_id == source_id)
    person: Person
    (person,) = rows_of(ledger, statement)
    return person


def opened(ledger: Ledger, source_id: str) -> dict[str, Any]:
    """The identity of the person a record has become, opened."""
    with system_work(ledger) as work:
        return work.decrypt_document(person_of(ledger, source_id), Person.identity)


def ties_of(ledger: Ledger, source_id: str) -> list[Guardianship]:
    """The ties of a guardian, the latest first."""
    statement = select(Guardianship).where(Guardianship.guardian_id == person_of(ledger, source_id).id)
    return rows_of(ledger, statement.order_by(Guardianship.begins_on.desc(), Guardianship.student_id))


def places_of(ledger: Ledger, source_id: str) -> list[Enrolment]:
    """The enrolments of a student, the earliest first."""
    statement = select(Enrolment).where(Enrolment.student_id == person_of(ledger, source_id).id)
    return rows_of(ledger, statement.order_by(Enrolment.begins_on, Enrolment.id))


def events(ledger: Ledger) -> int:
    """How many events there are."""
    return count(ledger, AuditEvent)


def subjects_since(ledger: Ledger, chain_id: UUID, moment: datetime) -> set[UUID]:
    """Whom the events of a controller since a moment are about."""
    with ledger.transaction() as transaction:
        statement = (
            select(AuditSubject.subject_id)
            .join(AuditEvent, (AuditEvent.chain_id == AuditSubject.chain_id) & (AuditEvent.seq == AuditSubject.seq))
            .where(AuditEvent.chain_id == chain_id, AuditEvent.at >= moment)
        )
        return set(transaction.session.scalars(statement))
