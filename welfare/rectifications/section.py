"""Corrections that are asked for, on the page of their matter."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.pages.next_steps import NextStep
from welfare.cases.sections import CasePart
from welfare.rectifications.queries import waiting_in
from welfare.rules.permissions import Permission, decide
from welfare.ui.formats import short_date_text


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
    rows = waiting_in(work.session, [case.id])
    waiting = [WaitingRectification(row.id, case.id, row.number, row.due_on) for row in rows]
    if not waiting:
        return None
    return CasePart(
        id="rectifications",
        title=_("Corrections asked for"),
        count=len(waiting),
        template="rectifications/_section.html",
        page=waiting,
        next=[_step(each) for each in waiting],
    )


def _step(waiting: WaitingRectification) -> NextStep:
    url = url_for("rectifications.assessed", case=waiting.case_id, asked=waiting.id)
    return NextStep(
        at=short_date_text(waiting.due_on),
        words=_("Assess a correction asked for"),
        note=waiting.number,
        link=(_("Open the request"), url),
        on=waiting.due_on,
        is_readers=True,
    )
