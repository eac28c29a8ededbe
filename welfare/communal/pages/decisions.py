"""Decisions of communal meetings, each with its owner and how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.meeting_words import Look, decision_state, due_words
from welfare.communal.models import CommunalDecision
from welfare.communal.queries.meetings import open_decisions_for
from welfare.organisations.queries import schools_by_id
from welfare.people.pages.across_the_wall import staff_names
from welfare.rules.communal_meetings import DecisionState
from welfare.rules.permissions import Permission, decide
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision."""

    id: UUID
    what: str
    owner: str
    when: str
    state: str
    look: Look
    reason: str
    due_on: date
    may_end: bool
    is_public: bool


@dataclass(frozen=True, slots=True)
class OwnDecision:
    """A decision that waits for the reader."""

    id: UUID
    what: str
    unit: str
    due_on: date


def decision_lines(work: UnitOfWork, rows: Sequence[CommunalDecision]) -> Sequence[DecisionLine]:
    """Decisions with the names of those who see to them."""
    names, locale = staff_names(work, [row.owner_id for row in rows]), current_locale()
    may_write = decide(work.actor, Permission.COMMUNITY_WRITE, work.facts).is_granted
    lines = []
    for row in rows:
        state, look = decision_state(row, work.facts.on)
        lines.append(
            DecisionLine(
                id=row.id,
                what=row.what(locale),
                owner=names.get(row.owner_id, ""),
                when=due_words(row),
                state=state,
                look=look,
                reason=row.reason,
                due_on=row.due_on,
                may_end=row.state is DecisionState.OPEN and (may_write or row.owner_id == work.actor.person_id),
                is_public=row.is_public,
            )
        )
    return lines


def own_decisions(work: UnitOfWork) -> Sequence[OwnDecision]:
    """What communal meetings have given to the reader, for the worklist."""
    rows, locale = open_decisions_for(work.session, work.actor.person_id), current_locale()
    units = schools_by_id(work.session, [row.unit_id for row in rows])
    return [OwnDecision(row.id, row.what(locale), units[row.unit_id].name(locale), row.due_on) for row in rows]
