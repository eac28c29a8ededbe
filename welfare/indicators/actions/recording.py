"""Writing numbers: each is kept once, and what it was before is kept beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.indicators.models import IndicatorValue, PastValue
from welfare.indicators.numbers import Cell, Number, Origin, number_of
from welfare.indicators.places import LEVELS, place_code
from welfare.indicators.queries import sheet_revision, sheet_rows
from welfare.indicators.sheets import Sheet
from welfare.organisations.models import Organisation
from welfare.rules.registers import Register


class StaleSheetError(RuntimeError):
    """Somebody has saved results of the same sheet and year since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedSheet:
    """The results of one sheet and year, as a person has typed them; only what was answered or stood before."""

    sheet: Sheet
    year: int
    respondents: int | None
    values: Mapping[str, float | None]
    revision: int


def record(work: UnitOfWork, origin: Origin, cell: Cell, number: Number, standing: IndicatorValue | None) -> bool:
    """Write one number in place of the standing one, if it is another. Tells whether it was."""
    if standing is None:
        work.session.add(_made(work, origin, cell, number))
        return True
    if number == number_of(standing):
        return False
    work.session.add(
        PastValue(
            id=uuid4(),
            value_id=standing.id,
            value=standing.value,
            absolute=standing.absolute,
            respondents=standing.respondents,
            recorded_at=standing.recorded_at,
            recorded_by=standing.recorded_by,
            import_id=standing.import_id,
            replaced_at=work.now,
            replaced_by=work.actor.account_id,
        )
    )
    standing.value, standing.absolute, standing.respondents = number.value, number.absolute, number.respondents
    standing.recorded_at, standing.recorded_by = work.now, work.actor.account_id
    standing.import_id = origin.import_id
    return True


def record_sheet(work: UnitOfWork, unit: Organisation, typed: TypedSheet) -> int:
    """Write a sheet of a unit's own results; gives how many are new or another. Raises StaleSheetError."""
    keeper, place, level = keeper_of(unit), place_code(unit), LEVELS[unit.kind]
    standing = sheet_rows(work.session, keeper, place, typed.sheet.codes, typed.year)
    if sheet_revision(standing) != typed.revision:
        raise StaleSheetError
    changed = 0
    for code, value in typed.values.items():
        if value is None and code not in standing:
            continue
        number = Number(value, respondents=None if value is None else typed.respondents)
        cell = Cell(code=code, level=level, place=place, year=typed.year)
        changed += record(work, Origin(keeper), cell, number, standing.get(code))
    work.session.flush()
    told = {"sheet": typed.sheet.code, "year": str(typed.year), "changed": str(changed)}
    work.note(keeper, Register.COMMUNAL, ("unit", unit.id), **told)
    return changed


def _made(work: UnitOfWork, origin: Origin, cell: Cell, number: Number) -> IndicatorValue:
    return IndicatorValue(
        id=uuid4(),
        controller_id=origin.controller_id,
        import_id=origin.import_id,
        code=cell.code,
        level=cell.level,
        place=cell.place,
        year=cell.year,
        group_code=cell.group,
        value=number.value,
        absolute=number.absolute,
        respondents=number.respondents,
        recorded_at=work.now,
        recorded_by=work.actor.account_id,
    )
