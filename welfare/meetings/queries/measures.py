"""Measures that wait to be done: of one matter, and those that are somebody's own task."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from welfare.cases.queries import SeenCase
from welfare.meetings.models import Measure, MeetingItem
from welfare.rules.actors import Actor
from welfare.rules.cases import CaseState
from welfare.rules.measures import MeasureState
from welfare.rules.permissions import Permission, decide

Task = tuple[Measure, UUID]
"""A measure, and the meeting within whose item its address lies."""


def own_tasks(session: Session, actor: Actor, seen: Collection[SeenCase]) -> Sequence[Task]:
    """The open measures that the actor carries out or follows up, in those of these matters whose record is open.

    With the consent ends the sight of the matter, and with it the task; whose it becomes, the group decides.
    """
    case_ids = [found.case.id for found in seen if _is_open_to(actor, found)]
    if not case_ids or actor.account_id is None:
        return []
    own = or_(Measure.doer_account_id == actor.account_id, Measure.follower_account_id == actor.account_id)
    statement = (
        select(Measure, MeetingItem.meeting_id)
        .join(MeetingItem, MeetingItem.id == Measure.item_id)
        .where(Measure.case_id.in_(case_ids), Measure.state == MeasureState.OPEN, own)
        .order_by(Measure.until, Measure.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def measures_of_matter(session: Session, case_id: UUID) -> Sequence[Task]:
    """What a matter's groups have agreed on and made final, by its meetings and in the order of their plans."""
    statement = (
        select(Measure, MeetingItem.meeting_id)
        .join(MeetingItem, MeetingItem.id == Measure.item_id)
        .where(Measure.case_id == case_id, Measure.state != MeasureState.DRAFT)
        .order_by(MeetingItem.finalised_at, Measure.place, Measure.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def measures_of_item(session: Session, item: MeetingItem) -> Sequence[Task]:
    """What was agreed on at one item."""
    return [task for task in measures_of_matter(session, item.case_id) if task[0].item_id == item.id]


def _is_open_to(actor: Actor, found: SeenCase) -> bool:
    may_read = decide(actor, Permission.MINUTES_READ, found.facts).is_granted
    return may_read and found.case.state is not CaseState.CLOSED
