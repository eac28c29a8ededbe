"""Importing a file of numbers: kept while it is looked at, then written in one transaction, or left."""

import zlib
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.indicators.actions.recording import record
from welfare.indicators.importing.plan import Plan, counts_of, plan_of
from welfare.indicators.importing.problems import ProblemLog
from welfare.indicators.importing.regions import read_regions
from welfare.indicators.importing.rows import read_rows
from welfare.indicators.models import ImportedRegion, IndicatorAlias, IndicatorImport
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
    """Keep a file for somebody to look at what it would do. Raises FileProblemError for one that cannot be read."""
    read_rows(command.content, ProblemLog())
    if command.regions is not None:
        _keep_regions(work, unit, command.regions)
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
        content=zlib.compress(command.content),
        uploaded_at=work.now,
        uploaded_by=work.actor.account_id,
    )
    work.session.add(row)
    work.session.flush()
    _note(work, row, "handed_over")
    return row


def plan_for(work: UnitOfWork, unit: Organisation, row: IndicatorImport) -> Plan:
    """What importing would do now. Raises FileGoneError."""
    if row.state is not ImportState.OPEN or row.content is None:
        raise FileGoneError
    return plan_of(work.session, unit, zlib.decompress(row.content))


def approve(work: UnitOfWork, unit: Organisation, row: IndicatorImport, shown: str) -> None:
    """Write everything, if it is what was shown (`Plan.digest`).

    Raises FileGoneError, UnsoundFileError, ChangedSinceShownError.
    """
    plan = plan_for(work, unit, row)
    if not plan.is_sound:
        raise UnsoundFileError
    if plan.digest != shown:
        raise ChangedSinceShownError
    counts = counts_of(plan)
    origin = Origin(row.controller_id, row.id)
    for line in plan.writes:
        record(work, origin, line.cell, line.number, line.standing)
    row.new_count, row.changed_count = counts["new"], counts["changed"]
    row.same_count, row.left_out_count = counts["same"], counts["left_out"]
    _end(work, row, ImportState.APPROVED)


def leave(work: UnitOfWork, row: IndicatorImport) -> None:
    """Leave a file without importing it. Raises FileGoneError."""
    if row.state is not ImportState.OPEN:
        raise FileGoneError
    _end(work, row, ImportState.LEFT)


def name_indicator(work: UnitOfWork, row: IndicatorImport, foreign_code: str, code: str) -> None:
    """Tell which indicator a publisher's code means; it is remembered for the next file."""
    columns = (IndicatorAlias.controller_id == row.controller_id, IndicatorAlias.foreign_code == foreign_code)
    found = work.session.scalars(select(IndicatorAlias).where(*columns)).one_or_none()
    if found is None:
        found = IndicatorAlias(id=uuid4(), controller_id=row.controller_id, foreign_code=foreign_code, code=code)
        work.session.add(found)
    found.code = code
    work.session.flush()
    _note(work, row, "named")


def _keep_regions(work: UnitOfWork, unit: Organisation, content: bytes) -> None:
    keeper = keeper_of(unit)
    statement = select(ImportedRegion).where(ImportedRegion.controller_id == keeper)
    known = {row.foreign_code: row for row in work.session.scalars(statement)}
    for foreign_code, (level, place) in read_regions(content).items():
        row = known.get(foreign_code)
        if row is None:
            row = ImportedRegion(id=uuid4(), controller_id=keeper, foreign_code=foreign_code, level=level, place=place)
            work.session.add(row)
        row.level, row.place = level, place
    work.session.flush()


def _leave_others(work: UnitOfWork, unit: Organisation) -> None:
    """One file at a time: a new one takes the place of one that nobody imported."""
    statement = select(IndicatorImport).where(
        IndicatorImport.unit_id == unit.id, IndicatorImport.state == ImportState.OPEN
    )
    for row in work.session.scalars(statement).all():
        _end(work, row, ImportState.LEFT)


def _end(work: UnitOfWork, row: IndicatorImport, state: ImportState) -> None:
    row.state, row.content = state, None
    row.ended_at, row.ended_by = work.now, work.actor.account_id
    work.session.flush()
    _note(work, row, state.value)


def _note(work: UnitOfWork, row: IndicatorImport, step: str) -> None:
    work.note(row.controller_id, Register.COMMUNAL, ("indicator_import", row.id), step=step)
