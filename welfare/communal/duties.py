"""The duty lights of units: each room above tells how its own duties stand, for one unit or for all of a county.

A light is lit where the section binds the unit alone (rules/unit_types.py): what is no duty of a unit is never late.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import current_app

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.rules.citations import Citation
from welfare.rules.duties import DutyState
from welfare.rules.unit_types import binds


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLight:
    """One duty of one unit, in words of the reader's language."""

    code: str
    """The same for every unit: the column of a comparison."""
    title: str
    state: DutyState
    words: str
    """How it stands, as said after the word of the state: when last, when due, how much is done."""
    rule: str
    """The section that it comes from, as ``OHL 14 §``."""
    action: tuple[str, str] | None = None
    """What to do next, and its address; the source of the light where nothing is to be done."""


Lamp = Callable[[UnitOfWork, Sequence[Organisation]], Mapping[UUID, Sequence[DutyLight]]]
"""Lights by the id of the unit. Called once for many units: a number of statements that does not grow with them."""


def bound_by(law: Citation, units: Sequence[Organisation]) -> Sequence[Organisation]:
    """Those of some units on which a section lays its duty."""
    return [unit for unit in units if binds(law, unit.unit_type)]


def duties_of(work: UnitOfWork, units: Sequence[Organisation]) -> Mapping[UUID, Sequence[DutyLight]]:
    """Every room's lights for these units, in the order the rooms are registered."""
    lamps: Sequence[Lamp] = current_app.extensions["duty_lamps"]
    lit = [lamp(work, units) for lamp in lamps]
    return {unit.id: [light for lights in lit for light in lights.get(unit.id, ())] for unit in units}
