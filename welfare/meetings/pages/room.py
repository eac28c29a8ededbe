"""Who is, was and may be in the room for an item; read once for a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import Document, UnitOfWork
from welfare.cases.group import members_of
from welfare.cases.models import Case
from welfare.meetings.actions.attending import attendees_of
from welfare.meetings.models import Attendee, MeetingItem
from welfare.meetings.pages.meeting import attendee_names, in_order, office_of, outside_words
from welfare.meetings.queries.admitted import admitted_to
from welfare.rules.cases import Part


@dataclass(frozen=True)
class Room:
    """An item with its matter and everybody listed at it."""

    work: UnitOfWork
    item: MeetingItem
    case: Case
    attendees: Sequence[Attendee]
    admitted: frozenset[UUID]

    @classmethod
    def of(cls, work: UnitOfWork, item: MeetingItem) -> "Room":
        """Read it."""
        case = work.session.get_one(Case, item.case_id)
        return cls(work, item, case, attendees_of(work, item), admitted_to(work.session, case, work.facts.on))

    @cached_property
    def names(self) -> Mapping[UUID, str]:
        """The name of each attendee, by the id it is known as."""
        return attendee_names(self.work, self.attendees)

    @cached_property
    def outside(self) -> Mapping[UUID, Document]:
        """What the consents say of those from outside: their task and organisation are their position."""
        return outside_words(self.work, self.attendees)

    @cached_property
    def leads(self) -> frozenset[UUID]:
        """Whom the group is led by."""
        places = members_of(self.work.session, self.case.id)
        return frozenset(place.person_id for place in places if place.is_responsible)

    @property
    def came(self) -> list[Attendee]:
        """Everybody who has been there, also those who left."""
        return in_order((row for row in self.attendees if row.came_at is not None), self.names)

    @property
    def shown(self) -> list[Attendee]:
        """Those whom something admits today, and those who were there before it ended."""
        seen = (row for row in self.attendees if self.lets_in(row) or row.came_at is not None)
        return in_order(seen, self.names)

    @property
    def has_guardian(self) -> bool:
        """Whether a minor's guardian is to be heard, none of those shut out (OHL 18 § 1-2)."""
        return any(row.part is Part.GUARDIAN and self.lets_in(row) for row in self.attendees)

    @property
    def readers(self) -> list[str]:
        """The members of the group who see the item."""
        return sorted(self.name(row) for row in self.attendees if row.part is Part.EXPERT and self.lets_in(row))

    @property
    def participants(self) -> list[dict[str, str]]:
        """Who took part, each with a position, as the record keeps them (OHL 20 § 4 k. 3)."""
        return [{"id": row.known_as.hex, "name": self.name(row), "position": self.position(row)} for row in self.came]

    def lets_in(self, row: Attendee) -> bool:
        """Whether something admits an attendee today."""
        return row.known_as in self.admitted

    def name(self, row: Attendee) -> str:
        """An attendee's name."""
        return self.names.get(row.known_as, "")

    def position(self, row: Attendee) -> str:
        """In what part or office somebody takes part, whether as the responsible person, and whether from afar."""
        position = office_of(row)
        if row.outsider_id is not None:
            words = self.outside.get(row.outsider_id, {})
            position = ", ".join(each for each in (position, words.get("role"), words.get("organisation")) if each)
        if row.person_id in self.leads:
            position = _("%(office)s, responsible person", office=position)
        return _("%(position)s, from afar", position=position) if row.is_remote else position
