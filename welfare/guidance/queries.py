"""Finding instructions and receipts, needs and training."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.guidance.models import (
    CompetenceNeed,
    Instruction,
    InstructionReceipt,
    InstructionVersion,
    Training,
    TrainingAttendance,
)
from welfare.organisations.models import Organisation
from welfare.rules.school_years import SchoolYear

Worded = tuple[Instruction, InstructionVersion]


def load_instruction(reading: Reading, instruction_id: UUID) -> Loaded | None:
    """Loader of ``<instruction_id:instruction>`` within a unit: its own, or of an office above it."""
    unit, row = reading.loaded.get("unit"), reading.session.get(Instruction, instruction_id)
    if not isinstance(unit, Organisation) or row is None or row.unit_id not in within(unit):
        return None
    facts = unit_facts(reading, unit)
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, ("instruction", row.id))))


def load_own_instruction(reading: Reading, instruction_id: UUID) -> Loaded | None:
    """Loader of ``<own_instruction_id:instruction>`` within a unit: one that the unit itself has given."""
    unit, row = reading.loaded.get("unit"), reading.session.get(Instruction, instruction_id)
    is_own = isinstance(unit, Organisation) and row is not None and row.unit_id == unit.id
    return load_instruction(reading, instruction_id) if is_own else None


def load_training(reading: Reading, training_id: UUID) -> Loaded | None:
    """Loader of ``<training_id:training>`` within a unit."""
    unit, row = reading.loaded.get("unit"), reading.session.get(Training, training_id)
    if not isinstance(unit, Organisation) or row is None or row.unit_id != unit.id:
        return None
    facts = unit_facts(reading, unit)
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, ("training", row.id))))


def within(unit: Organisation) -> tuple[UUID, ...]:
    """The unit and the offices above it: whose instructions hold there."""
    return tuple(id for id in (unit.id, unit.provider_id, unit.county_id) if id is not None)


def instructions_of(session: Session, unit_ids: Iterable[UUID]) -> Sequence[Worded]:
    """Every instruction of some units with its newest words, the newest first."""
    newest = and_(InstructionVersion.instruction_id == Instruction.id, InstructionVersion.number == Instruction.newest)
    statement = select(Instruction, InstructionVersion).join(InstructionVersion, newest)
    found = statement.where(Instruction.unit_id.in_(set(unit_ids)))
    return [(row[0], row[1]) for row in session.execute(found.order_by(Instruction.begins_on.desc(), Instruction.id))]


def versions_of(session: Session, instruction_id: UUID) -> Sequence[InstructionVersion]:
    """All versions, the newest first."""
    statement = select(InstructionVersion).where(InstructionVersion.instruction_id == instruction_id)
    return session.scalars(statement.order_by(InstructionVersion.number.desc())).all()


def readers_by(session: Session, instructions: Iterable[Instruction]) -> Mapping[UUID, frozenset[UUID]]:
    """The accounts that have read the newest version of each."""
    newest = and_(Instruction.id == InstructionReceipt.instruction_id, Instruction.newest == InstructionReceipt.number)
    statement = (
        select(InstructionReceipt.instruction_id, InstructionReceipt.account_id)
        .join(Instruction, newest)
        .where(InstructionReceipt.instruction_id.in_([each.id for each in instructions]))
    )
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for instruction_id, account_id in session.execute(statement):
        found[instruction_id].add(account_id)
    return {id: frozenset(accounts) for id, accounts in found.items()}


def needs_of(session: Session, unit_id: UUID, years: Iterable[int]) -> Sequence[CompetenceNeed]:
    """What the surveys of some school years found."""
    wanted = CompetenceNeed.unit_id == unit_id, CompetenceNeed.year.in_(set(years))
    return session.scalars(select(CompetenceNeed).where(*wanted)).all()


def trainings_of(session: Session, unit: Organisation, year: int) -> Sequence[Training]:
    """The training of a school year, in the unit and in the offices above it, the latest first."""
    whole = SchoolYear(year)
    wanted = Training.unit_id.in_(within(unit)), Training.held_on.between(whole.starts_on, whole.ends_on)
    return session.scalars(select(Training).where(*wanted).order_by(Training.held_on.desc(), Training.id)).all()


def attendance_of(session: Session, training_ids: Iterable[UUID]) -> Mapping[UUID, frozenset[UUID]]:
    """Which accounts were at each of some events."""
    wanted = TrainingAttendance.training_id.in_(set(training_ids))
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for row in session.scalars(select(TrainingAttendance).where(wanted)):
        found[row.training_id].add(row.account_id)
    return {id: frozenset(accounts) for id, accounts in found.items()}
