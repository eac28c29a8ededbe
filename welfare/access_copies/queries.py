"""Finding copies, their parts, and the records that a register holds about somebody."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.access_copies.kinds import KINDS, RecordKind
from welfare.access_copies.models import AccessCopy, CopyPart
from welfare.consents.prohibitions import shut_out_in
from welfare.crypto.sealed import Sealed
from welfare.datarights.asked import IdentityWay
from welfare.datarights.queries import asker_of, matters_untold, may_be_told
from welfare.oversight.family import near_to
from welfare.people.models import Person
from welfare.rules.access_copies import CopyOutcome, CopyState
from welfare.rules.actors import Actor, Facts
from welfare.rules.log_requests import Asker
from welfare.rules.registers import COUNTY_REGISTERS

OPEN = (CopyState.RECEIVED, CopyState.REVIEW, CopyState.DECIDED)


def load_access_copy(reading: Reading, copy_id: UUID) -> Loaded | None:
    """Loader of ``<access_copy_id:copy>``."""
    row = reading.session.get(AccessCopy, copy_id)
    if row is None:
        return None
    near = near_to(reading.session, reading.actor)
    facts = Facts(
        on=reading.now.astimezone(HOME_ZONE).date(),
        subject_ids=row.about(),
        controller_id=row.controller_id,
        state=row.state.value,
        is_excluded=bool(near & {row.subject_id, row.asker_id}),
    )
    return Loaded(row, facts)


def load_copy_part(reading: Reading, part_id: UUID) -> Loaded | None:
    """Loader of ``<copy_part_id:part>`` within a copy."""
    copy, part = reading.loaded.get("asked"), reading.session.get(CopyPart, part_id)
    if not isinstance(copy, AccessCopy) or part is None or part.copy_id != copy.id:
        return None
    found = load_access_copy(reading, copy.id)
    return replace(found, thing=part) if found else None


def load_own_copy(reading: Reading, copy_id: UUID) -> Loaded | None:
    """Loader of ``<own_copy_id:copy>`` within an own student: a copy that whoever asked may fetch."""
    student, row = reading.loaded.get("student"), reading.session.get(AccessCopy, copy_id)
    if not isinstance(student, Person) or row is None or row.subject_id != student.id:
        return None
    on = reading.now.astimezone(HOME_ZONE).date()
    is_own = row.id in {each.id for each in own_copies(reading.session, reading.actor, student)}
    facts = Facts(
        on=on,
        subject_ids=row.about(),
        controller_id=row.controller_id,
        student_id=student.id,
        owner_account_id=reading.actor.account_id if is_own else None,
        state="open" if is_open_on(row, on) else "closed",
    )
    return Loaded(row, facts)


def is_open_on(row: AccessCopy, on: date) -> bool:
    """Whether it can be fetched on the own page."""
    is_given = row.outcome in {CopyOutcome.WHOLE, CopyOutcome.PARTLY} and row.copy is not None
    return is_given and row.open_until is not None and on <= row.open_until


def own_copies(session: Session, actor: Actor, student: Person) -> Sequence[AccessCopy]:
    """What an actor has asked for about a student, the newest first; only what is sure to be the actor's."""
    asker = asker_of(actor, student)
    wanted = (
        AccessCopy.subject_id == student.id,
        AccessCopy.identity_way != IdentityWay.NOT_SURE,
        AccessCopy.asker == asker,
        AccessCopy.asker_id == (None if asker is Asker.ONESELF else actor.person_id),
    )
    newest = (AccessCopy.recorded_at.desc(), AccessCopy.id)
    return session.scalars(select(AccessCopy).where(*wanted).order_by(*newest)).all()


def parts_of(session: Session, copy: AccessCopy) -> Sequence[CopyPart]:
    """The parts in the order of the copy: what has no time of its own first, then by time."""
    rows = session.scalars(select(CopyPart).where(CopyPart.copy_id == copy.id)).all()
    order = {code: place for place, code in enumerate(KINDS)}
    return sorted(rows, key=lambda part: (part.at is not None, part.at, order[part.kind], part.row_id.hex))


def count_parts(session: Session, copy: AccessCopy) -> tuple[int, int]:
    """How many parts there are, and how many have been looked at."""
    statement = select(func.count(), func.count(CopyPart.looked_at)).where(CopyPart.copy_id == copy.id)
    all_of_them, looked_at = session.execute(statement).one()
    return all_of_them, looked_at


def records_of(session: Session, copy: AccessCopy, on: date) -> Iterator[tuple[RecordKind, Sealed]]:
    """Every record about the person in the register, without a word of it; for a guardian what may be a guardian's."""
    if copy.subject_id is None:
        return
    shut = _shut_out(session, copy, on)
    for kind in KINDS.values():
        if not _is_told(kind, copy):
            continue
        for row in session.scalars(_rows(kind, copy, copy.subject_id)):
            case_id = getattr(row, kind.case_id.key) if kind.case_id is not None else None
            if case_id not in shut:
                yield kind, row


def _is_told(kind: RecordKind, copy: AccessCopy) -> bool:
    is_there = copy.register in COUNTY_REGISTERS if kind.register is None else kind.register is copy.register
    return is_there and not (kind.is_kept and copy.speaks_for_guardian)


def _rows(kind: RecordKind, copy: AccessCopy, subject_id: UUID) -> Select[Any]:
    columns = kind.model.__mapper__.columns
    statement = select(kind.model).where(columns["controller_id"] == copy.controller_id)
    is_about = kind.among(subject_id) if kind.among else columns["student_id"] == subject_id
    if kind.register is None:
        statement = statement.where(columns["register"] == copy.register)
    if kind.only is not None:
        statement = statement.where(kind.only)
    return statement.where(is_about).order_by(kind.model.id)


def is_older(session: Session, copy: AccessCopy, on: date) -> bool:
    """Whether records have come, changed or gone since the parts were gathered."""
    gathered = {(part.kind, part.row_id): part.row_revision for part in parts_of(session, copy)}
    today = {(kind.code, row.id): kind.state_of(session, row) for kind, row in records_of(session, copy, on)}
    return gathered != today


def moment_of(kind: RecordKind, row: Sealed) -> datetime | None:
    """When a record was made or what it tells of was."""
    at: datetime | date | None = getattr(row, kind.at.key) if kind.at is not None else None
    return at if at is None or isinstance(at, datetime) else datetime.combine(at, time.min, HOME_ZONE)


def is_right_lost(session: Session, copy: AccessCopy, today: Facts) -> bool:
    """Whether the right went between the decision, which tells what there is, and the handing over."""
    is_to_be_given = copy.state is CopyState.DECIDED and copy.outcome is not CopyOutcome.REFUSED
    return is_to_be_given and not may_be_told(session, copy, today)


def _shut_out(session: Session, copy: AccessCopy, on: date) -> set[UUID | None]:
    """The matters from which the guardian who asks is shut out, or of which the guardian does not know yet."""
    if not copy.speaks_for_guardian or copy.subject_id is None:
        return set()
    closed = shut_out_in(session, [copy.subject_id], on)[copy.subject_id]
    untold = matters_untold(session, copy.subject_id, copy.asker_id, on)
    return {*untold, *(case_id for case_id, guardian in closed if guardian == copy.asker_id)}
