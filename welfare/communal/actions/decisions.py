"""What a communal meeting decides: somebody sees to it by a day, and tells what came of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions.meetings import lock_meeting
from welfare.communal.actions.seats import NotOfTheStaffError
from welfare.communal.models import CommunalDecision, CommunalMeeting
from welfare.communal.queries.groups import workplace_of
from welfare.organisations.models import Organisation
from welfare.people.pages.across_the_wall import works_among
from welfare.rules.communal_meetings import DecisionLack, DecisionState, what_blocks_end
from welfare.rules.registers import Register


class DecisionRefusedError(ValueError):
    """The decision cannot be ended so."""

    def __init__(self, lacks: Collection[DecisionLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide:
    """What is decided, who sees to it, and by when."""

    what_fi: str
    what_sv: str
    owner_id: UUID
    due_on: date


def decide_on(work: UnitOfWork, unit: Organisation, meeting: CommunalMeeting, command: Decide) -> CommunalDecision:
    """Keep a decision; it waits for its owner from now on. Raises MeetingClosedError, NotOfTheStaffError."""
    lock_meeting(work, meeting)
    workplace = workplace_of(work.session, unit)
    if not works_among(work.session, [command.owner_id], workplace.places, workplace.roles, work.facts.on):
        raise NotOfTheStaffError
    decision = CommunalDecision(
        id=uuid4(),
        meeting_id=meeting.id,
        unit_id=meeting.unit_id,
        controller_id=meeting.controller_id,
        what_fi=command.what_fi,
        what_sv=command.what_sv,
        owner_id=command.owner_id,
        due_on=command.due_on,
        state=DecisionState.OPEN,
        decided_at=work.now,
        reason="",
        is_public=False,
    )
    work.session.add(decision)
    work.session.flush()
    _note(work, decision, "decided")
    return decision


def end_decision(work: UnitOfWork, decision: CommunalDecision, state: DecisionState, reason: str) -> None:
    """Tell that it was carried out, or that it stays undone and why. Raises DecisionRefusedError."""
    work.session.refresh(decision, with_for_update=True)
    lacks = what_blocks_end(decision.state, state, has_reason=bool(reason))
    if lacks:
        raise DecisionRefusedError(lacks)
    decision.state, decision.reason = state, reason
    decision.ended_on, decision.ended_by = work.facts.on, work.actor.account_id
    work.session.flush()
    _note(work, decision, state.value)


def _note(work: UnitOfWork, decision: CommunalDecision, what: str) -> None:
    subjects = (("unit", decision.unit_id), ("communal_decision", decision.id))
    work.note(decision.controller_id, Register.COMMUNAL, *subjects, decision=what)
