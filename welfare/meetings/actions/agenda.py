"""The agenda of a meeting that has not begun: which matters, in which order, for how long.

Whoever is invited already learns by calendar that the own time has changed or fallen away, and nothing of why; and
answers anew, for the answer given was to another time.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import place_of
from welfare.cases.group import group_of
from welfare.cases.models import Case
from welfare.meetings.actions.attending import draw_up_attendees
from welfare.meetings.actions.inviting import ask_anew
from welfare.meetings.actions.telling import calendars_follow
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.meetings.queries.seen import times_of_items
from welfare.rules.meetings import (
    AgendaBlock,
    ItemBlock,
    ItemState,
    MeetingState,
    what_blocks_item,
    what_blocks_removal,
)


class ItemRefusedError(ValueError):
    """A matter cannot be an item of the meeting; ``case`` is the matter."""

    def __init__(self, case: Case, blocks: Sequence[ItemBlock]) -> None:
        super().__init__(", ".join(blocks))
        self.case, self.blocks = case, tuple(blocks)


class AgendaClosedError(ValueError):
    """The agenda cannot be changed as wished."""

    def __init__(self, blocks: Sequence[AgendaBlock]) -> None:
        super().__init__(", ".join(blocks))
        self.blocks = tuple(blocks)


def add_item(work: UnitOfWork, meeting: Meeting, case: Case, minutes: int) -> MeetingItem:
    """Put a matter at the end of the agenda; nobody is invited by it. Raises ItemRefusedError, AgendaClosedError."""
    with _changing(work, meeting):
        items = items_of(work, meeting)
        _check_item(work, meeting, case, items)
        item = MeetingItem(
            id=uuid4(),
            meeting_id=meeting.id,
            place=max((item.place for item in items), default=0) + 1,
            minutes=minutes,
            state=ItemState.WAITING,
            **place_of(case),
        )
        work.session.add(item)
        work.session.flush()
        draw_up_attendees(work, item, case)
    return item


def remove_item(work: UnitOfWork, item: MeetingItem) -> None:
    """Take a matter off the agenda; with it go the invitations to it. Raises AgendaClosedError."""
    meeting = work.session.get_one(Meeting, item.meeting_id)
    with _changing(work, meeting):
        blocks = what_blocks_removal(meeting.state, len(items_of(work, meeting)))
        if blocks:
            raise AgendaClosedError(blocks)
        for attendee in work.session.scalars(select(Attendee).where(Attendee.item_id == item.id)):
            work.session.delete(attendee)
        work.session.flush()
        work.session.delete(item)


def reorder(work: UnitOfWork, meeting: Meeting, item_ids: Sequence[UUID]) -> None:
    """Put the items named into this order, in the places that they hold together; others stay where they are.

    Raises AgendaClosedError.
    """
    with _changing(work, meeting):
        items = {item.id: item for item in items_of(work, meeting)}
        named = [items[id] for id in dict.fromkeys(item_ids) if id in items]
        for item, place in zip(named, sorted(item.place for item in named), strict=True):
            item.place = place


def set_minutes(work: UnitOfWork, meeting: Meeting, item: MeetingItem, minutes: int) -> None:
    """Expect an item to take so long; those after it begin earlier or later. Raises AgendaClosedError."""
    with _changing(work, meeting):
        item.minutes = minutes


def items_of(work: UnitOfWork, meeting: Meeting) -> Sequence[MeetingItem]:
    """Every item, for the rules alone; what a reader is shown comes from `items_seen`."""
    statement = select(MeetingItem).where(MeetingItem.meeting_id == meeting.id).order_by(MeetingItem.place)
    return work.session.scalars(statement).all()


def lock_meeting(work: UnitOfWork, meeting: Meeting) -> None:
    """Wait for whoever changes or runs the same meeting, and see it as they left it."""
    work.session.refresh(meeting, with_for_update=True)
    for item in items_of(work, meeting):
        work.session.refresh(item, with_for_update=True)


@contextmanager
def _changing(work: UnitOfWork, meeting: Meeting) -> Iterator[None]:
    """Change the agenda of a meeting that has not begun; its length, calendars and answers follow."""
    lock_meeting(work, meeting)
    if meeting.state is not MeetingState.PLANNED:
        raise AgendaClosedError([AgendaBlock.BEGUN])
    of_meeting = MeetingItem.meeting_id == meeting.id
    before = times_of_items(work.session, of_meeting)
    with calendars_follow(work, meeting):
        yield
        work.session.flush()
        after = times_of_items(work.session, of_meeting)
        meeting.ends_at = max((ends for _begins, ends in after.values()), default=meeting.starts_at)
        ask_anew(work, {id for id, times in after.items() if before.get(id, times) != times})


def _check_item(work: UnitOfWork, meeting: Meeting, case: Case, items: Sequence[MeetingItem]) -> None:
    blocks = what_blocks_item(
        case.state,
        group_of(work.session, case, work.facts.on).handling,
        is_on_agenda_already=any(item.case_id == case.id for item in items),
        is_in_other_register=case.controller_id != meeting.controller_id,
    )
    if blocks:
        raise ItemRefusedError(case, blocks)
