"""Keeping who was heard, and later what it changed."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import keeper_of
from welfare.organisations.models import Organisation
from welfare.participation.models import Hearing
from welfare.rules.participation import Heard, HearingWay
from welfare.rules.registers import Register


class StaleHearingError(RuntimeError):
    """Somebody has saved the hearing since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heeded:
    """A hearing as it is to be."""

    held_on: date
    heard: Heard
    whom: str
    way: HearingWay
    count: int | None
    about: str
    said: str
    effect: str


def keep_hearing(work: UnitOfWork, unit: Organisation, heeded: Heeded) -> Hearing:
    """Somebody was heard."""
    place = {"unit_id": unit.id, "controller_id": keeper_of(unit), "saved_by": work.actor.account_id}
    hearing = Hearing(id=uuid4(), **place, **asdict(heeded))
    work.session.add(hearing)
    work.session.flush()
    _note(work, hearing, "kept")
    return hearing


def change_hearing(work: UnitOfWork, hearing: Hearing, heeded: Heeded, revision: int) -> None:
    """Mend it, or tell what came of it. Raises StaleHearingError."""
    if hearing.revision != revision:
        raise StaleHearingError
    for name, value in {**asdict(heeded), "saved_by": work.actor.account_id}.items():
        setattr(hearing, name, value)
    work.session.flush()
    _note(work, hearing, "changed")


def _note(work: UnitOfWork, hearing: Hearing, what: str) -> None:
    work.note(hearing.controller_id, Register.COMMUNAL, ("hearing", hearing.id), hearing=what)
