"""The page of one item while it is handled: agenda, text, people, and what the act still asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from flask import request
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.journal.pages.law import Checklist, Lack, Point
from welfare.journal.queries import directory_of
from welfare.meetings.actions.planning import number_in_matter
from welfare.meetings.actions.running import where_is
from welfare.meetings.forms.minutes import PresenceRow
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.meetings.pages.hints import HintLine, hints_on
from welfare.meetings.pages.opened import OpenedMinutes
from welfare.meetings.pages.room import Room
from welfare.meetings.pages.running import Agenda, AgendaLine
from welfare.meetings.words import PRESENCE_WORDS
from welfare.own_words.pages import ShownWords, shown_words
from welfare.rules.journal import EntryKind, Field
from welfare.rules.meetings import ItemState, Presence
from welfare.rules.minutes import WRITABLE, Section
from welfare.rules.permissions import Permission, decide
from welfare.ui.fields import enum_options
from welfare.ui.given_back import Typed
from welfare.ui.versions import Conflict

TARGETS = {
    Field.PARTICIPANTS: "people",
    Field.PLAN: "measure_1_what",
    Field.CARRIED_OUT_BY: "measure_1_by",
    Field.FOLLOWED_UP_BY: "measure_1_followed_by",
}
TEXTS = frozenset({Field.SUBJECT, Field.BACKGROUND, Field.HANDLING, Field.STUDENT_VIEW, Field.INFORMATION})


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One who may be, or has been, at the item."""

    id: UUID
    name: str
    position: str
    row: PresenceRow
    words: str
    came_at: datetime | None
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class MinutesPage:
    """Everything on it, opened."""

    agenda: Agenda
    line: AgendaLine
    case_id: UUID
    entry_id: UUID | None
    amend_until: date | None
    number_in_matter: int
    opened: OpenedMinutes
    law: Checklist
    lacking: frozenset[str]
    """Names of the controls that are still to be filled in."""
    people: Sequence[PersonLine]
    readers: Sequence[str]
    """Who can see the item."""
    hints: Sequence[HintLine]
    own_words: Sequence[ShownWords]
    """What the family lets the group read."""
    may_write: bool
    may_finalise: bool
    conflicts: Mapping[str, Conflict] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        work: UnitOfWork,
        meeting: Meeting,
        item: MeetingItem,
        conflicts: Mapping[str, Conflict] | None = None,
    ) -> "MinutesPage":
        """Open it for its reader."""
        room, agenda = Room.of(work, item), Agenda.of(work, meeting)
        opened = OpenedMinutes.of(work, item, room.case)
        law = law_of_minutes(work, room, opened)
        is_open = item.state in WRITABLE
        return cls(
            agenda=agenda,
            line=next(each for each in agenda.lines if each.id == item.id),
            case_id=room.case.id,
            entry_id=item.entry_id,
            amend_until=item.amend_until,
            number_in_matter=number_in_matter(work, item),
            opened=opened,
            law=law,
            lacking=frozenset(
                lack.target for point in (*law.points, *law.further) for lack in point.lacks if lack.target
            ),
            people=[_person(room, row) for row in room.shown],
            readers=room.readers,
            hints=hints_on(work, room, opened.texts) if is_open and "checked" in request.args else (),
            own_words=shown_words(work, room.case),
            may_write=is_open and decide(work.actor, Permission.MINUTES_WRITE, work.facts).is_granted,
            may_finalise=is_open and decide(work.actor, Permission.MINUTES_FINALISE, work.facts).is_granted,
            conflicts=conflicts or {},
        )

    @property
    def is_waiting(self) -> bool:
        """Whether the item has not been taken up yet."""
        return self.line.state is ItemState.WAITING

    @property
    def is_final(self) -> bool:
        """Whether the minutes are an entry in the journal."""
        return self.line.state is ItemState.FINAL

    @property
    def names(self) -> Sequence[str]:
        """Whom a measure may be given to by choosing."""
        return [each.name for each in self.people]


def law_of_minutes(work: UnitOfWork, room: Room, opened: OpenedMinutes, *, has_form: bool = True) -> Checklist:
    """The points of the act, and besides them the guardian's view of a minor's matter (IND §9.3)."""
    document, target_of = opened.document(room.case, room.participants), _target if has_form else _nowhere
    found = Checklist.of(EntryKind.MEETING, document, directory_of(work, room.case), target_of)
    if not room.has_guardian:
        return found
    target = Section.GUARDIAN_VIEW.value if has_form else None
    lack = Lack(_("write it, or why it is missing"), target)
    lacks = () if opened.sections[Section.GUARDIAN_VIEW].text else (lack,)
    return Checklist(found.points, (*found.further, Point(_("The guardian’s view"), lacks)), found.law)


def presence_row(
    item: MeetingItem, attendee: Attendee, *, is_admitted: bool, typed: Typed | None = None
) -> PresenceRow:
    """The control of one attendee's presence, with what may be chosen now."""
    there = is_admitted and item.state is ItemState.NOW
    offered = tuple(Presence) if there else (Presence.ABSENT, Presence.LEFT)
    row = PresenceRow(formdata=typed, prefix=f"at-{attendee.id.hex}-")
    row.presence.offer(enum_options({each: PRESENCE_WORDS[each] for each in offered}))
    if typed is None:
        row.presence.put(where_is(attendee))
    return row


def _person(room: Room, row: Attendee) -> PersonLine:
    return PersonLine(
        id=row.id,
        name=room.name(row),
        position=room.position(row),
        row=presence_row(room.item, row, is_admitted=room.lets_in(row)),
        words=str(PRESENCE_WORDS[where_is(row)]),
        came_at=row.came_at,
        left_at=row.left_at,
    )


def _target(field: Field) -> str | None:
    return field.value if field in TEXTS else TARGETS.get(field)


def _nowhere(field: Field) -> None:
    """For a page without the form."""
    del field
