"""How a school was inspected, and what is still to be mended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import pgettext

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.communal.words import LIGHT_LOOKS
from welfare.indicators.models import Defect, Inspection
from welfare.indicators.queries import defects_of, inspections_of
from welfare.organisations.models import Organisation
from welfare.rules.duties import DutyState
from welfare.rules.inspections import due_after, needs_follow_up, state_of_defect, state_of_inspection


@dataclass(frozen=True, slots=True)
class DefectLine:
    """One defect and how its mending stands."""

    row: Defect
    look: tuple[str, str]
    words: str


@dataclass(frozen=True, slots=True)
class InspectionPart:
    """One inspection with its defects."""

    row: Inspection
    next_on: date
    open_count: int
    defects: Sequence[DefectLine]
    is_to_be_followed_up: bool


@dataclass(frozen=True, slots=True)
class InspectionsPage:
    """The inspections of a school."""

    head: UnitHead
    state: tuple[str, str]
    words: str
    inspections: Sequence[InspectionPart]

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation) -> "InspectionsPage":
        """Read them with their defects."""
        on = work.facts.on
        rows = inspections_of(work.session, [unit.id]).get(unit.id, ())
        defects = defects_of(work.session, [row.id for row in rows])
        held_on = rows[0].held_on if rows else None
        state = state_of_inspection(held_on, on)
        return cls(
            head=UnitHead.of(work, unit),
            state=LIGHT_LOOKS[state],
            words=inspection_words(state),
            inspections=[part_of(row, defects.get(row.id, ()), on) for row in rows],
        )


def inspection_words(state: DutyState) -> str:
    """How the duty stands, in a word."""
    words = {DutyState.SOON: _("Soon due"), DutyState.LATE: _("Late")}
    return words.get(state, _("In order"))


def part_of(row: Inspection, defects: Sequence[Defect], on: date) -> InspectionPart:
    """One inspection with how its defects stand."""
    done = [each.done_on for each in defects if each.done_on is not None]
    open_count = len(defects) - len(done)
    return InspectionPart(
        row=row,
        next_on=due_after(row.held_on),
        open_count=open_count,
        defects=[_defect(each, on) for each in defects],
        is_to_be_followed_up=open_count > 0 and needs_follow_up(row.held_on, done, on),
    )


def _defect(row: Defect, on: date) -> DefectLine:
    state = state_of_defect(row.due_on, row.done_on, on)
    if row.done_on is not None:
        return DefectLine(row, LIGHT_LOOKS[state], _("Mended"))
    words = {DutyState.SOON: _("Soon due"), DutyState.LATE: _("Late")}
    return DefectLine(row, LIGHT_LOOKS[state], words.get(state, pgettext("defect", "Open")))
