"""The page of a meeting: when, where, and the reader's own items with the people who come to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.cases.models import OutsideParticipant
from welfare.cases.pages.text import words_of
from welfare.consents.queries import people_by_id
from welfare.meetings.actions.attending import attendees_of
from welfare.meetings.actions.running import where_is
from welfare.meetings.models import Attendee, Meeting
from welfare.meetings.pages.item_line import ItemLine
from welfare.meetings.pages.planning import meeting_place
from welfare.meetings.queries.seen import SeenItem, items_seen, seen_by
from welfare.meetings.words import (
    ITEM_LOOKS,
    ITEM_WORDS,
    PART_WORDS,
    PRESENCE_WORDS,
    REPLY_LOOKS,
    REPLY_WORDS,
    STATE_LOOKS,
    STATE_WORDS,
)
from welfare.own_words.pages import ShownWords, shown_words
from welfare.people.models import Person
from welfare.people.pages import Whereabouts, names_of
from welfare.rules.actors import Role, World
from welfare.rules.cases import Part
from welfare.rules.invitations import Reply
from welfare.rules.meetings import IN_THE_ROOM, ItemState, MeetingState
from welfare.rules.permissions import Permission, decide
from welfare.ui.layouts import layout_for
from welfare.ui.locale import name_key


@dataclass(frozen=True, slots=True)
class AttendeeLine:
    """One who is listed at an item."""

    id: UUID
    name: str
    part: str
    is_invited: bool
    standing: str
    """What the person answered, or whether the person is or was there."""
    look: tuple[str, str]
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
    own_words: Sequence[ShownWords]
    """What the family lets the group read, before the item is handled."""
    is_own: bool
    """Whether the reader is the student; a guardian may have several children."""

    @property
    def heading(self) -> str:
        """Which matter it is."""
        if self.is_staff:
            return f"{self.number} {self.student}"
        return _("Your matter") if self.is_own else self.student


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

    @property
    def is_to_come(self) -> bool:
        """Whether one can still take part."""
        return self.state in {MeetingState.PLANNED, MeetingState.RUNNING}

    @classmethod
    def of(cls, work: UnitOfWork, meeting: Meeting) -> "MeetingPage":
        """Open the meeting as far as it is the reader's."""
        items = items_seen(work.session, work.actor, work.now, [meeting.id])[meeting.id]
        seen = seen_by(meeting, items, work.actor)
        wheres = {item.item.id: Whereabouts.of(work, _student(work, item)) for item in items}
        may_know = all(where.may_know for where in wheres.values())
        place, link = meeting_place(work, meeting) if may_know else ("", "")
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
            items=[_item_view(work, item, seen.state, wheres[item.item.id]) for item in items],
            may_manage=decide(work.actor, Permission.MEETING_MANAGE, work.facts).is_granted,
            may_run=decide(work.actor, Permission.MEETING_RUN, work.facts).is_granted,
        )


def attendee_names(work: UnitOfWork, attendees: Sequence[Attendee]) -> dict[UUID, str]:
    """The name of each, by the id it is known as: the family first, then experts, then others, each by name."""
    people = names_of(work, people_by_id(work.session, (row.person_id for row in attendees)).values())
    found = {id: (name.full, name.sort_key) for id, name in people.items()}
    outside = outside_words(work, attendees)
    found |= {id: (words["name"], (name_key(words["name"]), name_key(""))) for id, words in outside.items()}
    parts = list(Part)
    keys = {
        row.known_as: (parts.index(row.part), *found[row.known_as][1:]) for row in attendees if row.known_as in found
    }
    return {id: found[id][0] for id in sorted(keys, key=keys.__getitem__)}


def in_order(attendees: Iterable[Attendee], names: Mapping[UUID, str]) -> list[Attendee]:
    """Attendees in the order in which their names stand."""
    ranks = {id: rank for rank, id in enumerate(names)}
    return sorted(attendees, key=lambda row: ranks.get(row.known_as, len(ranks)))


def outside_words(work: UnitOfWork, attendees: Sequence[Attendee]) -> dict[UUID, Document]:
    """What the consents say of those whom the directory does not know; also where their part has ended since."""
    ids = [row.outsider_id for row in attendees if row.outsider_id is not None]
    named = OutsideParticipant.outsider_id.in_(ids)
    statement = select(OutsideParticipant).where(named).order_by(OutsideParticipant.since, OutsideParticipant.id)
    rows = work.session.scalars(statement).all() if ids else ()
    return {row.outsider_id: work.decrypt_document(row, OutsideParticipant.document) for row in rows}


def office_of(attendee: Attendee) -> str:
    """In what part or office somebody attends: the *position* of OHL 20 § 4 k. 3."""
    return str(ROLE_WORDS[Role(attendee.office)] if attendee.office else PART_WORDS[attendee.part]).lower()


def _student(work: UnitOfWork, seen: SeenItem) -> Person:
    return work.session.get_one(Person, seen.case.student_id)


def _item_view(work: UnitOfWork, seen: SeenItem, state: MeetingState, where: Whereabouts) -> ItemView:
    item, case = seen.item, seen.case
    is_left = item.state is ItemState.WAITING and state is MeetingState.ENDED
    is_staff = work.actor.world is World.STAFF
    may_invite = decide(work.actor, Permission.INVITATION_MANAGE, seen.facts).is_granted
    attendees = attendees_of(work, item)
    names = attendee_names(work, [row for row in attendees if where.may_know or _is_family(row)])
    return ItemView(
        id=item.id,
        case_id=case.id,
        number=case.number if is_staff else "",
        student=names.get(case.student_id, ""),
        title=words_of(work, case).title if is_staff else "",
        begins=seen.begins,
        ends=seen.ends,
        state=item.state,
        words=_("Was not handled") if is_left else str(ITEM_WORDS[item.state]),
        look=("soon", "alert") if is_left else ITEM_LOOKS[item.state],
        attendees=[
            _line(work, row, names, item.state, may_invite=may_invite)
            for row in in_order(attendees, names)
            if is_staff or row.invited_at is not None
        ],
        may_invite=may_invite,
        may_read_minutes=decide(work.actor, Permission.MINUTES_READ, seen.facts).is_granted,
        is_staff=is_staff,
        own_words=_to_take_up(work, seen) if state is MeetingState.PLANNED else (),
        is_own=case.student_id == work.actor.person_id,
    )


def _to_take_up(work: UnitOfWork, seen: SeenItem) -> Sequence[ShownWords]:
    """For those who read the journal of the matter."""
    may_read = decide(work.actor, Permission.JOURNAL_READ, seen.facts).is_granted
    return shown_words(work, seen.case) if may_read else ()


def _is_family(row: Attendee) -> bool:
    """Whom a guardian knows already; who works at the school leads there (rule 32)."""
    return row.part in {Part.STUDENT, Part.GUARDIAN}


def _line(
    work: UnitOfWork, row: Attendee, names: Mapping[UUID, str], state: ItemState, *, may_invite: bool
) -> AttendeeLine:
    is_own = row.account_id is not None and row.account_id == work.actor.account_id
    words, look = _how_it_stands(row, state)
    return AttendeeLine(
        id=row.id,
        name=names.get(row.known_as, ""),
        part=office_of(row),
        is_invited=row.invited_at is not None,
        standing=words,
        look=look,
        is_own=is_own,
        has_replied=row.reply is not Reply.NONE,
        proposed_at=row.proposed_at if (is_own or may_invite) and state is ItemState.WAITING else None,
    )


def _how_it_stands(row: Attendee, state: ItemState) -> tuple[str, tuple[str, str]]:
    """What somebody answered, and once the item is handled, whether the person is or was there."""
    if state is ItemState.WAITING:
        if row.invited_at is None:
            return _("Not invited yet"), ("", "")
        return str(REPLY_WORDS[row.reply]), REPLY_LOOKS[row.reply]
    presence = where_is(row)
    if state is not ItemState.NOW:
        return (_("Was there"), ("good", "check")) if row.came_at else (_("Was not there"), ("", ""))
    return str(PRESENCE_WORDS[presence]), ("good", "check") if presence in IN_THE_ROOM else ("", "")
