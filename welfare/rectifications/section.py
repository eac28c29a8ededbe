"""Corrections that are asked for, on the page of their matter."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.sections import CasePart
from welfare.rectifications.queries import waiting_in
from welfare.rules.permissions import Permission, decide


@dataclass(frozen=True, slots=True)
class WaitingRectification:
    """One that waits to be assessed."""

    id: UUID
    case_id: UUID
    number: str
    due_on: date


def rectifications_section(work: UnitOfWork, case: Case) -> CasePart | None:
    """What waits, for whoever assesses it; nothing where nothing waits."""
    if not decide(work.actor, Permission.RECTIFICATION_ASSESS, work.facts).is_granted:
        return None
    waiting = [WaitingRectification(row.id, case.id, row.number, row.due_on) for row in waiting_in(work.session, case)]
    if not waiting:
        return None
    return CasePart(
        id="rectifications",
        title=_("Corrections asked for"),
        count=len(waiting),
        template="rectifications/_section.html",
        page=waiting,
    )
