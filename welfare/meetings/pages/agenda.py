"""The agenda as whoever called the meeting together arranges it: the own items, and the matters that may be added."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.queries import SeenCase
from welfare.meetings.forms.agenda import MinutesOfItemForm
from welfare.meetings.models import Attendee, Meeting
from welfare.meetings.pages.planning import led_cases
from welfare.meetings.pages.running import AgendaLine, agenda_lines
from welfare.meetings.queries.seen import items_seen, seen_by


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One item with the form of its length."""

    item: AgendaLine
    form: MinutesOfItemForm


@dataclass(frozen=True, slots=True)
class AgendaDesk:
    """The whole page."""

    meeting_id: UUID
    begins: datetime
    ends: datetime
    lines: Sequence[DeskLine]

    @classmethod
    def of(
        cls, work: UnitOfWork, meeting: Meeting, typed: tuple[UUID, MinutesOfItemForm] | None = None
    ) -> "AgendaDesk":
        """Open it; ``typed`` is an item with the form that was refused."""
        seen = items_seen(work.session, work.actor, work.now, [meeting.id])[meeting.id]
        whole = seen_by(meeting, seen, work.actor)
        refused = dict([typed] if typed else [])
        lines = [DeskLine(item, refused.get(item.id) or minutes_form(item)) for item in agenda_lines(work, seen)]
        return cls(meeting.id, whole.begins, whole.ends, lines)


def minutes_form(item: AgendaLine) -> MinutesOfItemForm:
    """The form of an item's length, filled in."""
    form = MinutesOfItemForm(formdata=None, prefix=prefix_of(item.id))
    form.minutes.put(item.minutes)
    return form


def prefix_of(item_id: UUID) -> str:
    """What stands before the names of an item's own controls."""
    return f"item-{item_id}-"


def addable_cases(work: UnitOfWork, meeting: Meeting) -> list[SeenCase]:
    """The matters that the convenor leads, in the meeting's register, and that are not on the agenda yet."""
    items = items_seen(work.session, work.actor, work.now, [meeting.id])[meeting.id]
    there = {each.case.id for each in items}
    led = [found for found in led_cases(work) if found.case.controller_id == meeting.controller_id]
    return [found for found in led if found.case.id not in there]


def invited_to(work: UnitOfWork, item_id: UUID) -> int:
    """How many are invited to an item."""
    invited = (Attendee.item_id == item_id, Attendee.invited_at.is_not(None))
    return work.session.scalar(select(func.count()).select_from(Attendee).where(*invited)) or 0
