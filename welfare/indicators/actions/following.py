"""Talking results through, counting absences, inspecting and mending."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.indicators.models import AbsenceCount, Defect, Inspection, ResultDiscussion
from welfare.indicators.queries import absence_rows, rows_revision
from welfare.organisations.models import Organisation
from welfare.rules.absences import Category, Count
from welfare.rules.discussions import Party
from welfare.rules.registers import Register
from welfare.rules.terms import SchoolTerm


class StaleCountsError(RuntimeError):
    """Somebody has saved absences of the same term since the form was drawn."""


class MendedAlreadyError(ValueError):
    """The defect has been mended already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discuss:
    """Results that were talked through."""

    sheet: str
    year: int
    party: Party
    held_on: date
    how: str
    decided: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountAbsences:
    """The absences of one term by category."""

    term: SchoolTerm
    enrolled: int
    counts: Mapping[Category, Count]
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspect:
    """An inspection that was held."""

    held_on: date
    parties: str
    findings: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDefect:
    """What is to be mended."""

    what: str
    owner: str
    due_on: date


def discuss(work: UnitOfWork, unit: Organisation, command: Discuss) -> ResultDiscussion:
    """Write down that results were talked through with somebody."""
    row = ResultDiscussion(
        id=uuid4(),
        controller_id=keeper_of(unit),
        unit_id=unit.id,
        sheet=command.sheet,
        year=command.year,
        party=command.party,
        held_on=command.held_on,
        how=command.how,
        decided=command.decided,
        recorded_at=work.now,
        recorded_by=work.actor.account_id,
    )
    _add(work, row)
    _note(work, unit, "discussion", "written")
    return row


def strike(work: UnitOfWork, unit: Organisation, row: ResultDiscussion) -> None:
    """Take a mistaken line back; it stays, struck out. Once."""
    if row.struck_at is None:
        row.struck_at, row.struck_by = work.now, work.actor.account_id
        work.session.flush()
    _note(work, unit, "discussion", "struck")


def count_absences(work: UnitOfWork, unit: Organisation, command: CountAbsences) -> None:
    """Write the counts of a term; a category that is not among them stays as it is. Raises StaleCountsError."""
    standing = {row.category: row for row in absence_rows(work.session, unit.id, [command.term])}
    if rows_revision(standing.values()) != command.revision:
        raise StaleCountsError
    for category, count in command.counts.items():
        row = standing.get(category)
        if row is None:
            row = AbsenceCount(
                id=uuid4(),
                controller_id=keeper_of(unit),
                unit_id=unit.id,
                term_starts_on=command.term.starts_on,
                category=category,
            )
            work.session.add(row)
        row.pupils, row.hours, row.enrolled = count.pupils, count.hours, command.enrolled
        row.recorded_at, row.recorded_by = work.now, work.actor.account_id
    for category in standing.keys() - command.counts.keys():
        standing[category].enrolled = command.enrolled
    work.session.flush()
    _note(work, unit, "absences", command.term.starts_on.isoformat())


def inspect(work: UnitOfWork, unit: Organisation, command: Inspect) -> Inspection:
    """Write down an inspection."""
    row = Inspection(
        id=uuid4(),
        controller_id=keeper_of(unit),
        unit_id=unit.id,
        held_on=command.held_on,
        parties=command.parties,
        findings=command.findings,
        recorded_at=work.now,
        recorded_by=work.actor.account_id,
    )
    _add(work, row)
    _note(work, unit, "inspection", "written")
    return row


def name_defect(work: UnitOfWork, unit: Organisation, inspection: Inspection, command: NameDefect) -> Defect:
    """Write down what is to be mended, by which office and by when."""
    row = Defect(id=uuid4(), inspection_id=inspection.id, what=command.what, owner=command.owner, due_on=command.due_on)
    _add(work, row)
    _note(work, unit, "defect", "named")
    return row


def mend(work: UnitOfWork, unit: Organisation, defect: Defect, done_on: date, how: str) -> None:
    """Write down that it is mended. Raises MendedAlreadyError."""
    if defect.done_on is not None:
        raise MendedAlreadyError
    defect.done_on, defect.done_how = done_on, how
    work.session.flush()
    _note(work, unit, "defect", "mended")


def _add(work: UnitOfWork, row: object) -> None:
    work.session.add(row)
    work.session.flush()


def _note(work: UnitOfWork, unit: Organisation, what: str, step: str) -> None:
    work.note(keeper_of(unit), Register.COMMUNAL, ("unit", unit.id), **{what: step})
