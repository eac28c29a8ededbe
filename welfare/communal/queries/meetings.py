"""Finding communal meetings, what lies within one, and the decisions that wait for somebody."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import load_unit
from welfare.communal.models import (
    AgendaItem,
    CommunalAttendance,
    CommunalDecision,
    CommunalMeeting,
    GroupSeat,
    MemoAddition,
    WelfareGroup,
)
from welfare.rules.actors import Facts
from welfare.rules.communal_meetings import CommunalState, DecisionState
from welfare.rules.welfare_groups import Duty


def load_meeting(reading: Reading, meeting_id: UUID) -> Loaded | None:
    """Loader of ``<communal_meeting_id:meeting>``; its chair is whoever leads the very group that meets."""
    row = reading.session.get(CommunalMeeting, meeting_id)
    facts = _facts(reading, row.unit_id) if row else None
    if row is None or facts is None or facts.community is None:
        return None
    leads = _leads(reading, row.group_id, facts)
    tie = replace(facts.community, chairs_its_group=leads)
    subjects = (*facts.subject_ids, ("communal_meeting", row.id))
    return Loaded(row, replace(facts, subject_ids=subjects, community=tie))


def load_item(reading: Reading, item_id: UUID) -> Loaded | None:
    """Loader of ``<agenda_item_id:item>`` within a meeting."""
    meeting, row = reading.loaded.get("meeting"), reading.session.get(AgendaItem, item_id)
    if not isinstance(meeting, CommunalMeeting) or row is None or row.meeting_id != meeting.id:
        return None
    found = load_meeting(reading, meeting.id)
    return Loaded(row, found.facts) if found else None


def load_decision(reading: Reading, decision_id: UUID) -> Loaded | None:
    """Loader of ``<decision_id:decision>``: its owner is whoever sees to it."""
    row = reading.session.get(CommunalDecision, decision_id)
    facts = _facts(reading, row.unit_id) if row else None
    if row is None or facts is None:
        return None
    owner = reading.actor.account_id if row.owner_id == reading.actor.person_id else None
    subjects = (*facts.subject_ids, ("communal_decision", row.id))
    return Loaded(row, replace(facts, subject_ids=subjects, owner_account_id=owner))


def meetings_of(session: Session, unit_id: UUID) -> Sequence[CommunalMeeting]:
    """Every meeting of a unit, the latest first."""
    statement = select(CommunalMeeting).where(CommunalMeeting.unit_id == unit_id)
    return session.scalars(statement.order_by(CommunalMeeting.starts_at.desc(), CommunalMeeting.id)).all()


def items_of(session: Session, meeting_id: UUID) -> Sequence[AgendaItem]:
    """The agenda of a meeting in its order."""
    statement = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
    return session.scalars(statement.order_by(AgendaItem.place, AgendaItem.id)).all()


def attendance_of(session: Session, meeting_id: UUID) -> dict[UUID, CommunalAttendance]:
    """Who was there, by seat."""
    statement = select(CommunalAttendance).where(CommunalAttendance.meeting_id == meeting_id)
    return {row.seat_id: row for row in session.scalars(statement)}


def decisions_of_meeting(session: Session, meeting_id: UUID) -> Sequence[CommunalDecision]:
    """What a meeting decided, in the order in which it did."""
    statement = select(CommunalDecision).where(CommunalDecision.meeting_id == meeting_id)
    return session.scalars(statement.order_by(CommunalDecision.decided_at, CommunalDecision.id)).all()


def decisions_of_unit(session: Session, unit_id: UUID) -> Sequence[CommunalDecision]:
    """Every decision of a unit, the latest deadline first."""
    statement = select(CommunalDecision).where(CommunalDecision.unit_id == unit_id)
    return session.scalars(statement.order_by(CommunalDecision.due_on.desc(), CommunalDecision.id)).all()


def open_decisions_for(session: Session, person_id: UUID | None) -> Sequence[CommunalDecision]:
    """What waits for somebody of the staff, the soonest first."""
    statement = select(CommunalDecision).where(
        CommunalDecision.owner_id == person_id, CommunalDecision.state == DecisionState.OPEN
    )
    found = session.scalars(statement.order_by(CommunalDecision.due_on, CommunalDecision.id))
    return found.all() if person_id is not None else []


def additions_to(session: Session, meeting_id: UUID) -> Sequence[MemoAddition]:
    """What was added to a memo, the oldest first."""
    statement = select(MemoAddition).where(MemoAddition.meeting_id == meeting_id)
    return session.scalars(statement.order_by(MemoAddition.added_at, MemoAddition.id)).all()


def previous_meeting(session: Session, meeting: CommunalMeeting) -> CommunalMeeting | None:
    """The last meeting of the same group before this one that was not called off, held or not.

    A group is the same from term to term; another group of the unit, or that of its other language, is not.
    """
    group = session.get_one(WelfareGroup, meeting.group_id)
    statement = (
        select(CommunalMeeting)
        .join(WelfareGroup, WelfareGroup.id == CommunalMeeting.group_id)
        .where(
            CommunalMeeting.unit_id == meeting.unit_id,
            WelfareGroup.kind == group.kind,
            WelfareGroup.language == group.language,
            CommunalMeeting.starts_at < meeting.starts_at,
            CommunalMeeting.state != CommunalState.CANCELLED,
        )
    )
    return session.scalars(statement.order_by(CommunalMeeting.starts_at.desc(), CommunalMeeting.id)).first()


def _facts(reading: Reading, unit_id: UUID) -> Facts | None:
    unit = load_unit(reading, unit_id)
    return unit.facts if unit else None


def _leads(reading: Reading, group_id: UUID, facts: Facts) -> bool:
    """Whether the actor holds the chair's seat of this group today."""
    statement = select(GroupSeat).where(
        GroupSeat.group_id == group_id, GroupSeat.duty == Duty.CHAIR, GroupSeat.person_id == reading.actor.person_id
    )
    if reading.actor.person_id is None:
        return False
    return any(seat.days.holds_on(facts.on) for seat in reading.session.scalars(statement))
