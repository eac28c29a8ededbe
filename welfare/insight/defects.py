"""What is lacking in schools and has not been mended: found at inspections and in self-control (OHL 26 §)."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from welfare.indicators.models import Defect, Inspection
from welfare.rules.statutory_plans import CheckState
from welfare.statutory_plans.models import SelfCheck


@dataclass(frozen=True, slots=True)
class OpenDefects:
    """How many are open, and how many of them are past their day."""

    open: int = 0
    late: int = 0

    def __add__(self, other: "OpenDefects") -> "OpenDefects":
        return OpenDefects(self.open + other.open, self.late + other.late)


def open_defects(session: Session, unit_ids: Collection[UUID], on: date) -> Mapping[UUID, OpenDefects]:
    """By unit; two statements, however many units there are. A unit without any is missing.

    Of an item of self-control the latest round counts: what a later one found in order is lacking no more.
    """
    inspected = (
        select(Inspection.unit_id, Defect.due_on)
        .join(Inspection, Inspection.id == Defect.inspection_id)
        .where(Inspection.unit_id.in_(unit_ids), Defect.done_on.is_(None))
    )
    other = aliased(SelfCheck)
    newest = select(func.max(other.year)).where(other.unit_id == SelfCheck.unit_id, other.item == SelfCheck.item)
    is_open = (
        SelfCheck.state == CheckState.DEFECT,
        SelfCheck.fixed_on.is_(None),
        SelfCheck.year == newest.scalar_subquery(),
    )
    checked = select(SelfCheck.unit_id, SelfCheck.fix_by).where(SelfCheck.unit_id.in_(unit_ids), *is_open)
    found: defaultdict[UUID, OpenDefects] = defaultdict(OpenDefects)
    for statement in (inspected, checked):
        for unit_id, due_on in session.execute(statement):
            found[unit_id] += OpenDefects(1, int(due_on is not None and due_on < on))
    return found
