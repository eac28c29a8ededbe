"""Defining an indicator of one's own, wording it anew, and ending it."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.indicators.models import OwnIndicator
from welfare.indicators.queries import is_code_taken
from welfare.organisations.models import Organisation
from welfare.rules.indicators import Direction, Level, Licence, Measure
from welfare.rules.registers import Register


class CodeTakenError(ValueError):
    """Another indicator that is looked at beside this one has the code."""


class StaleOwnIndicatorError(RuntimeError):
    """Somebody has saved it since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What may be worded anew as long as it is followed up."""

    theme: str
    title_fi: str
    title_sv: str
    title_en: str
    tells_fi: str
    tells_sv: str
    tells_en: str
    direction: Direction
    source: str
    licence: Licence


@dataclass(frozen=True, slots=True, kw_only=True)
class DefineIndicator:
    """A new one, with what stays as it is: numbers of two measures could not stand in one line."""

    code: str
    measure: Measure
    levels: Collection[Level]
    is_sensitive: bool
    wording: Wording


def define_indicator(work: UnitOfWork, unit: Organisation, command: DefineIndicator) -> OwnIndicator:
    """Define it. Raises CodeTakenError."""
    if is_code_taken(work.session, unit, command.code):
        raise CodeTakenError(command.code)
    row = OwnIndicator(
        id=uuid4(),
        controller_id=keeper_of(unit),
        unit_id=unit.id,
        code=command.code,
        measure=command.measure,
        levels=",".join(level.value for level in Level if level in command.levels),
        is_sensitive=command.is_sensitive,
        defined_by=work.actor.account_id,
    )
    _word(row, command.wording)
    work.session.add(row)
    work.session.flush()
    _note(work, row, "defined")
    return row


def word_indicator(work: UnitOfWork, row: OwnIndicator, wording: Wording, revision: int) -> None:
    """Word it anew. Raises StaleOwnIndicatorError."""
    if row.revision != revision:
        raise StaleOwnIndicatorError
    _word(row, wording)
    work.session.flush()
    _note(work, row, "worded")


def end_indicator(work: UnitOfWork, row: OwnIndicator) -> None:
    """Take no more results of it; what is there stays. Once."""
    if row.ended_on is None:
        row.ended_on = work.facts.on
        work.session.flush()
        _note(work, row, "ended")


def _word(row: OwnIndicator, wording: Wording) -> None:
    row.theme, row.direction = wording.theme, wording.direction
    row.title_fi, row.title_sv, row.title_en = wording.title_fi, wording.title_sv, wording.title_en
    row.tells_fi, row.tells_sv, row.tells_en = wording.tells_fi, wording.tells_sv, wording.tells_en
    row.source, row.licence = wording.source, wording.licence


def _note(work: UnitOfWork, row: OwnIndicator, step: str) -> None:
    work.note(row.controller_id, Register.COMMUNAL, ("own_indicator", row.id), step=step)
