"""Holding a meeting: it begins, takes up one item after another, and ends (OHL 14 § 4, 18-19 §)."""

from collections.abc import Collection
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import group_of
from welfare.cases.models import Case
from welfare.meetings.actions.agenda import ItemRefusedError, items_of, lock_meeting
from welfare.meetings.actions.attending import attendees_of, draw_up_attendees
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.meetings.queries.admitted import admitted_to
from welfare.rules.meetings import (
    IN_THE_ROOM,
    ItemState,
    MeetingState,
    MeetingStepError,
    Presence,
    check_step,
    presence_of,
    what_blocks_item,
)
from welfare.rules.minutes import WRITABLE


class NotAdmittedError(ValueError):
    """Nothing admits the attendee to the item today, or the item is not handled."""


def begin(work: UnitOfWork, meeting: Meeting) -> None:
    """Begin, or go on after an end that came too early. Raises MeetingStepError."""
    lock_meeting(work, meeting)
    check_step(meeting.state, MeetingState.RUNNING)
    meeting.state, meeting.ended_at = MeetingState.RUNNING, None
    meeting.began_at = meeting.began_at or work.now
    work.session.flush()


def take_up(work: UnitOfWork, meeting: Meeting, item: MeetingItem, present: Collection[UUID]) -> None:
    """Put every other item aside and handle this one, with those of the attendees (by row id) who are in the room.

    Raises MeetingStepError, ItemRefusedError.
    """
    lock_meeting(work, meeting)
    if meeting.state is not MeetingState.RUNNING or item.state is ItemState.FINAL:
        raise MeetingStepError(item.state)
    case = work.session.get_one(Case, item.case_id)
    blocks = what_blocks_item(case.state, group_of(work.session, case, work.facts.on).handling)
    if blocks:
        raise ItemRefusedError(case, blocks)
    draw_up_attendees(work, item, case)
    for other in items_of(work, meeting):
        if other.id != item.id:
            put_aside(work, other)
    item.state, item.ended_at = ItemState.NOW, None
    item.began_at = item.began_at or work.now
    admitted = admitted_to(work.session, case, work.facts.on)
    for attendee in attendees_of(work, item):
        if attendee.id in present and attendee.known_as in admitted:
            _move(work, item, attendee, Presence.REMOTE if attendee.is_remote else Presence.HERE)
    work.session.flush()


def end(work: UnitOfWork, meeting: Meeting) -> None:
    """End the meeting and whatever item it was at. Raises MeetingStepError."""
    lock_meeting(work, meeting)
    check_step(meeting.state, MeetingState.ENDED)
    for item in items_of(work, meeting):
        put_aside(work, item)
    meeting.state, meeting.ended_at = MeetingState.ENDED, work.now
    work.session.flush()


def put_aside(work: UnitOfWork, item: MeetingItem) -> None:
    """Stop handling an item: whoever is still there for it has left it."""
    if item.state is ItemState.NOW:
        item.state, item.ended_at = ItemState.HANDLED, work.now
    for attendee in attendees_of(work, item):
        if attendee.is_present:
            leave(work, attendee)


def leave(work: UnitOfWork, attendee: Attendee) -> None:
    """Somebody goes out; that the person was there stays in the record."""
    attendee.is_present, attendee.left_at = False, work.now


def set_presence(work: UnitOfWork, item: MeetingItem, attendee: Attendee, wanted: Presence) -> None:
    """Keep where somebody is. Raises NotAdmittedError."""
    case = work.session.get_one(Case, item.case_id)
    is_coming_in = wanted in IN_THE_ROOM
    if item.state not in WRITABLE or (is_coming_in and item.state is not ItemState.NOW):
        raise NotAdmittedError(item.state)
    if is_coming_in and attendee.known_as not in admitted_to(work.session, case, work.facts.on):
        raise NotAdmittedError(attendee.part)
    _move(work, item, attendee, wanted)
    work.session.flush()


def where_is(attendee: Attendee) -> Presence:
    """Where an attendee is."""
    return presence_of(
        has_come=attendee.came_at is not None, is_present=attendee.is_present, is_remote=attendee.is_remote
    )


def _move(work: UnitOfWork, item: MeetingItem, attendee: Attendee, wanted: Presence) -> None:
    match wanted:
        case Presence.ABSENT:
            attendee.came_at, attendee.left_at, attendee.is_present, attendee.is_remote = None, None, False, False
        case Presence.LEFT:
            attendee.came_at = attendee.came_at or item.began_at or work.now
            leave(work, attendee)
        case _:
            attendee.came_at, attendee.left_at = attendee.came_at or work.now, None
            attendee.is_present, attendee.is_remote = True, wanted is Presence.REMOTE
