"""The page of a meeting: when, where, and the reader's own items with the people who come to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import OutsideParticipant
from welfare.cases.pages.text import words_of
from welfare.consents.queries import people_by_id
from welfare.meetings.actions.attending import attendees_of
from welfare.meetings.models import Attendee, Meeting
from welfare.meetings.pages.item_line import ItemLine
from welfare.meetings.pages.planning import meeting_place
from welfare.meetings.queries.seen import SeenItem, items_seen, seen_by
from welfare.meetings.words import (
    ITEM_LOOKS,
    ITEM_WORDS,
    PART_WORDS,
    REPLY_LOOKS,
    REPLY_WORDS,
    STATE_LOOKS,
    STATE_WORDS,
)
from welfare.people.pages import names_of
from welfare.rules.actors import Role, World
from welfare.rules.invitations import Reply
from welfare.rules.meetings import MeetingState
from welfare.rules.permissions import Permission, decide
from welfare.ui.layouts import layout_for


@dataclass(frozen=True, slots=True)
class AttendeeLine:
    """One who is listed at an item."""

    id: UUID
    name: str
    part: str
    is_invited: bool
    reply: str
    reply_look: tuple[str, str]
    is_own: bool
    has_replied: bool
    proposed_at: datetime | None
    """The other time proposed; only those who invite, and who proposed it, are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView(ItemLine):
    """One item of the reader's, with those who come to it; number and title are told to staff alone."""

    case_id: UUID
    attendees: Sequence[AttendeeLine]
    may_invite: bool
    may_read_minutes: bool
    is_staff: bool


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """Everything on it, opened."""

    id: UUID
    layout: str
    begins: datetime
    ends: datetime
    place: str
    link: str
    state: MeetingState
    state_words: str
    state_look: tuple[str, str]
    items: Sequence[ItemView]
    may_manage: bool
    may_run: bool

    @classmethod
    def of(cls, work: UnitOfWork, meeting: Meeting) -> "MeetingPage":
        """Open the meeting as far as it is the reader's."""
        items = items_seen(work.session, work.actor, work.now, [meeting.id])[meeting.id]
        seen = seen_by(meeting, items, work.actor)
        place, link = meeting_place(work, meeting)
        return cls(
            id=meeting.id,
            layout=layout_for(work.actor),
            begins=seen.begins,
            ends=seen.ends,
            place=place,
            link=link,
            state=seen.state,
            state_words=str(STATE_WORDS[seen.state]),
            state_look=STATE_LOOKS[seen.state],
            items=[_item_view(work, item) for item in items],
            may_manage=decide(work.actor, Permission.MEETING_MANAGE, work.facts).is_granted,
            may_run=decide(work.actor, Permission.MEETING_RUN, work.facts).is_granted,
        )


def attendee_names(work: UnitOfWork, attendees: Sequence[Attendee]) -> dict[UUID, str]:
    """The name of each, by the id it is known as."""
    people = names_of(work, people_by_id(work.session, (row.person_id for row in attendees)).values())
    found = {id: name.full for id, name in people.items()}
    return found | _outside_names(work, [row for row in attendees if row.outsider_id is not None])


def _outside_names(work: UnitOfWork, attendees: Sequence[Attendee]) -> dict[UUID, str]:
    """Of those whom the directory does not know; also of one whose part in the matter has ended since."""
    named = OutsideParticipant.outsider_id.in_([row.outsider_id for row in attendees])
    statement = select(OutsideParticipant).where(named).order_by(OutsideParticipant.since, OutsideParticipant.id)
    rows = work.session.scalars(statement).all() if attendees else ()
    return {row.outsider_id: work.decrypt_document(row, OutsideParticipant.document)["name"] for row in rows}


def office_of(attendee: Attendee) -> str:
    """In what part or office somebody attends: the *position* of OHL 20 § 4 k. 3."""
    return str(ROLE_WORDS[Role(attendee.office)] if attendee.office else PART_WORDS[attendee.part]).lower()


def _item_view(work: UnitOfWork, seen: SeenItem) -> ItemView:
    item, case = seen.item, seen.case
    is_staff = work.actor.world is World.STAFF
    may_invite = decide(work.actor, Permission.INVITATION_MANAGE, seen.facts).is_granted
    attendees = attendees_of(work, item)
    names = attendee_names(work, attendees)
    return ItemView(
        id=item.id,
        case_id=case.id,
        number=case.number if is_staff else "",
        student=names.get(case.student_id, ""),
        title=words_of(work, case).title if is_staff else "",
        begins=seen.begins,
        ends=seen.ends,
        state=item.state,
        words=str(ITEM_WORDS[item.state]),
        look=ITEM_LOOKS[item.state],
        attendees=[
            _line(work, row, names, may_invite=may_invite)
            for row in attendees
            if is_staff or row.invited_at is not None
        ],
        may_invite=may_invite,
        may_read_minutes=decide(work.actor, Permission.MINUTES_READ, seen.facts).is_granted,
        is_staff=is_staff,
    )


def _line(work: UnitOfWork, row: Attendee, names: dict[UUID, str], *, may_invite: bool) -> AttendeeLine:
    is_own = row.account_id is not None and row.account_id == work.actor.account_id
    return AttendeeLine(
        id=row.id,
        name=names.get(row.known_as, ""),
        part=office_of(row),
        is_invited=row.invited_at is not None,
        reply=str(REPLY_WORDS[row.reply]) if row.invited_at else _("Not invited yet"),
        reply_look=REPLY_LOOKS[row.reply] if row.invited_at else ("", ""),
        is_own=is_own,
        has_replied=row.reply is not Reply.NONE,
        proposed_at=row.proposed_at if is_own or may_invite else None,
    )
