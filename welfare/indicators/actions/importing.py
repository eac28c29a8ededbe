"""Importing a file of numbers: kept while it is looked at, then written in one transaction, or left."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from uuid import uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.indicators.actions.absence_importing import write_absences
from welfare.indicators.actions.naming import check_keeper, remember
from welfare.indicators.actions.recording import record
from welfare.indicators.importing.absence_plan import AbsencePlan
from welfare.indicators.importing.bundle import Bundle
from welfare.indicators.importing.files import check_file, counts_of, plan_file
from welfare.indicators.importing.plan import Plan
from welfare.indicators.importing.regions import read_regions
from welfare.indicators.models import IndicatorImport
from welfare.indicators.numbers import Origin
from welfare.organisations.models import Organisation
from welfare.rules.indicators import ImportState, Licence
from welfare.rules.registers import Register


class ChangedSinceShownError(RuntimeError):
    """Importing would do something else than what was shown."""


class UnsoundFileError(ValueError):
    """The file has mistakes: nothing of it is imported."""


class FileGoneError(LookupError):
    """The file has been imported or left already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """A file with what its sender tells of it."""

    content: bytes
    file_name: str
    source: str
    licence: Licence
    fetched_on: date
    regions: bytes | None = None


def hand_over(work: UnitOfWork, unit: Organisation, command: HandOver) -> IndicatorImport:
    """Keep a file for somebody to look at what it would do; what is told of regions changes nothing yet.

    Raises FileProblemError for one that cannot be read, NotTheKeeperError for regions told by another.
    """
    check_file(command.content)
    if command.regions is not None:
        check_keeper(unit)
        read_regions(command.regions)
    _leave_others(work, unit)
    row = IndicatorImport(
        id=uuid4(),
        controller_id=keeper_of(unit),
        unit_id=unit.id,
        state=ImportState.OPEN,
        file_name=command.file_name,
        size=len(command.content),
        digest=sha256(command.content).hexdigest(),
        source=command.source,
        licence=command.licence,
        fetched_on=command.fetched_on,
        content=Bundle(command.content, command.regions).packed(),
        uploaded_at=work.now,
        uploaded_by=work.actor.account_id,
    )
    work.session.add(row)
    work.session.flush()
    _note(work, row, "handed_over")
    return row


def plan_for(work: UnitOfWork, unit: Organisation, row: IndicatorImport) -> Plan | AbsencePlan:
    """What importing would do now. Raises FileGoneError."""
    return plan_file(work.session, unit, _bundle_of(row), work.facts.on)


def approve(work: UnitOfWork, unit: Organisation, row: IndicatorImport, shown: str) -> None:
    """Write everything, if it is what was shown (`Plan.digest`), and remember what was told with it.

    Raises FileGoneError, UnsoundFileError, ChangedSinceShownError.
    """
    plan = plan_for(work, unit, row)
    if not plan.is_sound:
        raise UnsoundFileError
    if plan.digest != shown:
        raise ChangedSinceShownError
    counts = counts_of(plan)
    if isinstance(plan, AbsencePlan):
        write_absences(work, row.controller_id, plan.writes)
    else:
        origin = Origin(row.controller_id, row.id)
        for line in plan.writes:
            record(work, origin, line.cell, line.number, line.standing)
    row.new_count, row.changed_count = counts["new"], counts["changed"]
    row.same_count, row.left_out_count = counts["same"], counts["left_out"]
    _end(work, row, ImportState.APPROVED, **remember(work, unit, _bundle_of(row)))


def leave(work: UnitOfWork, row: IndicatorImport) -> None:
    """Leave a file without importing it. Raises FileGoneError."""
    if row.state is not ImportState.OPEN:
        raise FileGoneError
    _end(work, row, ImportState.LEFT)


def name_indicator(work: UnitOfWork, unit: Organisation, row: IndicatorImport, foreign_code: str, code: str) -> None:
    """Tell which indicator a publisher's code means; remembered for the next file once this one is imported.

    Raises NotTheKeeperError, FileGoneError.
    """
    check_keeper(unit)
    bundle = _bundle_of(row)
    row.content = replace(bundle, names={**bundle.names, foreign_code: code}).packed()
    work.session.flush()
    _note(work, row, "named")


def _bundle_of(row: IndicatorImport) -> Bundle:
    if row.state is not ImportState.OPEN or row.content is None:
        raise FileGoneError
    return Bundle.unpacked(row.content)


def _leave_others(work: UnitOfWork, unit: Organisation) -> None:
    """One file at a time: a new one takes the place of one that nobody imported."""
    statement = select(IndicatorImport).where(
        IndicatorImport.unit_id == unit.id, IndicatorImport.state == ImportState.OPEN
    )
    for row in work.session.scalars(statement).all():
        _end(work, row, ImportState.LEFT)


def _end(work: UnitOfWork, row: IndicatorImport, state: ImportState, **counts: int) -> None:
    row.state, row.content = state, None
    row.ended_at, row.ended_by = work.now, work.actor.account_id
    work.session.flush()
    _note(work, row, state.value, **counts)


def _note(work: UnitOfWork, row: IndicatorImport, step: str, **counts: int) -> None:
    work.note(row.controller_id, Register.COMMUNAL, ("indicator_import", row.id), step=step, **counts)
