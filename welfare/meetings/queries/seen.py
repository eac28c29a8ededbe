"""Which items of a meeting exist for an actor: the one source of agendas, lists, counts, feeds and mails.

Staff see an item while they may see its matter: as members by consents that stand, never as colleagues in the room.
A student or a guardian sees the own item they are invited to, unless a prohibition shuts the guardian out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.cases.models import Case
from welfare.cases.queries import cases_visible_to, facts_about
from welfare.consents.prohibitions import shut_out_in
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.rules.actors import Actor, Facts, World
from welfare.rules.cases import Part
from welfare.rules.meetings import MeetingState, state_of_own

_Found = tuple[MeetingItem, Case, Facts]


@dataclass(frozen=True, slots=True)
class SeenItem:
    """An item that exists for the actor, its matter, how the actor stands to that matter, and when it is expected."""

    item: MeetingItem
    case: Case
    facts: Facts
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class SeenMeeting:
    """A meeting with the items of it that exist for the actor; none for a convenor whom no consent admits any more.

    It begins and ends with the actor's own items, and stands as they do: the time of the others would tell that there
    are others. To the convenor the whole meeting is one's own; how it goes on is known to whoever leads an item.
    """

    meeting: Meeting
    items: tuple[SeenItem, ...]
    begins: datetime
    ends: datetime
    state: MeetingState


def items_seen(
    session: Session, actor: Actor, now: datetime, meeting_ids: Iterable[UUID]
) -> Mapping[UUID, tuple[SeenItem, ...]]:
    """The items of each meeting that exist for the actor, in the order of the agenda."""
    ids = set(meeting_ids)
    on = now.astimezone(HOME_ZONE).date()
    of_meetings = MeetingItem.meeting_id.in_(ids)
    if not ids:
        return {}
    found = (
        _of_staff(session, actor, on, of_meetings)
        if actor.world is World.STAFF
        else _of_citizen(session, actor, on, of_meetings)
    )
    times = times_of_items(session, of_meetings) if found else {}
    by_meeting: defaultdict[UUID, list[SeenItem]] = defaultdict(list)
    for item, case, facts in sorted(found, key=lambda each: each[0].place):
        by_meeting[item.meeting_id].append(SeenItem(item, case, facts, *times[item.id]))
    return {id: tuple(by_meeting[id]) for id in ids}


def seen_by(meeting: Meeting, items: tuple[SeenItem, ...], actor: Actor) -> SeenMeeting:
    """A meeting as the actor sees it."""
    if is_convened_by(meeting, actor) or not items:
        return SeenMeeting(meeting, items, meeting.starts_at, meeting.ends_at, meeting.state)
    own = state_of_own(meeting.state, [each.item.state for each in items])
    state = meeting.state if any(map(is_led, items)) else own
    return SeenMeeting(meeting, items, items[0].begins, items[-1].ends, state)


def meetings_visible_to(
    session: Session, actor: Actor, now: datetime, *conditions: ColumnElement[bool]
) -> Sequence[SeenMeeting]:
    """The meetings that exist for the actor, by their time, equal to Permission.MEETING_READ."""
    perhaps = _perhaps_attended_by(session, actor, now)
    statement = select(Meeting).where(perhaps, *conditions).order_by(Meeting.starts_at, Meeting.id)
    meetings = session.scalars(statement).all()
    items = items_seen(session, actor, now, (meeting.id for meeting in meetings))
    return [
        seen_by(meeting, items[meeting.id], actor)
        for meeting in meetings
        if items[meeting.id] or is_convened_by(meeting, actor)
    ]


def is_led(seen: SeenItem) -> bool:
    """Whether the actor leads the group of an item, by consents that stand."""
    membership = seen.facts.membership
    consents_stand = membership is not None and membership.is_consent_valid and seen.facts.is_handling_consent_valid
    return membership is not None and membership.is_responsible and consents_stand


def is_convened_by(meeting: Meeting, actor: Actor) -> bool:
    """Whether the actor called the meeting together, and is still somebody's staff."""
    is_own = meeting.convenor_account_id == actor.account_id
    return is_own and actor.world is World.STAFF and bool(actor.posts)


def _perhaps_attended_by(session: Session, actor: Actor, now: datetime) -> ColumnElement[bool]:
    """What the database can tell: a matter of one's own on the agenda, an invitation, or one's own meeting."""
    if actor.world is not World.STAFF:
        invited = select(Attendee.meeting_id).where(_is_invited(actor))
        return Meeting.id.in_(invited)
    on = now.astimezone(HOME_ZONE).date()
    case_ids = [seen.case.id for seen in cases_visible_to(session, actor, on)]
    about_own = select(MeetingItem.meeting_id).where(MeetingItem.case_id.in_(case_ids))
    return or_(Meeting.id.in_(about_own), Meeting.convenor_account_id == actor.account_id)


def times_of_items(session: Session, of_meetings: ColumnElement[bool]) -> Mapping[UUID, tuple[datetime, datetime]]:
    """When each item is expected to begin and end, all items before it counted."""
    statement = (
        select(MeetingItem.id, MeetingItem.minutes, Meeting.id, Meeting.starts_at)
        .join(Meeting, Meeting.id == MeetingItem.meeting_id)
        .where(of_meetings)
        .order_by(Meeting.id, MeetingItem.place)
    )
    times: dict[UUID, tuple[datetime, datetime]] = {}
    ends: dict[UUID, datetime] = {}
    for item_id, minutes, meeting_id, starts_at in session.execute(statement):
        begins = ends.get(meeting_id, starts_at)
        ends[meeting_id] = begins + timedelta(minutes=minutes)
        times[item_id] = begins, ends[meeting_id]
    return times


def _of_staff(session: Session, actor: Actor, on: date, condition: ColumnElement[bool]) -> list[_Found]:
    items = session.scalars(select(MeetingItem).where(condition)).all()
    case_ids = {item.case_id for item in items}
    seen = {each.case.id: each for each in cases_visible_to(session, actor, on, Case.id.in_(case_ids))}
    return [(item, seen[item.case_id].case, seen[item.case_id].facts) for item in items if item.case_id in seen]


def _of_citizen(session: Session, actor: Actor, on: date, condition: ColumnElement[bool]) -> list[_Found]:
    statement = (
        select(MeetingItem, Case, Attendee)
        .join(Case, Case.id == MeetingItem.case_id)
        .join(Attendee, Attendee.item_id == MeetingItem.id)
        .where(condition, _is_invited(actor))
    )
    rows = [(item, case, attendee) for item, case, attendee in session.execute(statement)]
    shut = shut_out_in(session, {case.student_id for _item, case, _attendee in rows}, on)
    found: list[_Found] = []
    for item, case, attendee in rows:
        is_shut_out = _is_shut(shut[case.student_id], case.id, actor)
        if _is_of_own_item(attendee, actor) and not is_shut_out:
            found.append((item, case, replace(facts_about(case, on), is_admitted=True)))
    return found


def _is_of_own_item(attendee: Attendee, actor: Actor) -> bool:
    """The student at the own item, or one who is a guardian today (LHL 3 §; rule 35)."""
    if attendee.part is Part.STUDENT:
        return attendee.student_id == actor.person_id
    return attendee.part is Part.GUARDIAN and attendee.student_id in actor.ward_ids


def _is_shut(shut: frozenset[tuple[UUID | None, UUID]], case_id: UUID, actor: Actor) -> bool:
    return any((where, actor.person_id) in shut for where in (None, case_id))


def _is_invited(actor: Actor) -> ColumnElement[bool]:
    return and_(Attendee.account_id == actor.account_id, Attendee.invited_at.is_not(None))
