"""The agenda of a communal meeting: items of the group's own, their order, and what is left out."""

from dataclasses import dataclass
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions.meetings import lock_meeting, note_meeting
from welfare.communal.models import AgendaItem, CommunalMeeting
from welfare.communal.queries.meetings import items_of
from welfare.rules.communal_meetings import AgendaKind, moved


class WrittenItemError(ValueError):
    """Something has been written of the item: it stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTitle:
    """What an item is about, in both languages."""

    title_fi: str
    title_sv: str


def add_item(work: UnitOfWork, meeting: CommunalMeeting, title: ItemTitle) -> AgendaItem:
    """Put an item of the group's own last but for decisions, telling and the next date. Raises MeetingClosedError."""
    lock_meeting(work, meeting)
    rows = list(items_of(work.session, meeting.id))
    closing = {AgendaKind.DECISIONS, AgendaKind.TOLD, AgendaKind.NEXT}
    before = next((place for place, row in enumerate(rows) if row.kind in closing), len(rows))
    item = AgendaItem(
        id=uuid4(),
        meeting_id=meeting.id,
        place=before,
        kind=AgendaKind.OWN,
        title_fi=title.title_fi,
        title_sv=title.title_sv,
        text_fi="",
        text_sv="",
        is_public=True,
    )
    work.session.add(item)
    rows.insert(before, item)
    _number(rows)
    work.session.flush()
    note_meeting(work, meeting, "item_added")
    return item


def name_item(work: UnitOfWork, meeting: CommunalMeeting, item: AgendaItem, title: ItemTitle) -> None:
    """Say what an item is about in particular. Raises MeetingClosedError."""
    lock_meeting(work, meeting)
    item.title_fi, item.title_sv = title.title_fi, title.title_sv
    work.session.flush()
    note_meeting(work, meeting, "item_named")


def move_item(work: UnitOfWork, meeting: CommunalMeeting, item: AgendaItem, *, up: bool) -> None:
    """Let an item change places with its neighbour. Raises MeetingClosedError."""
    lock_meeting(work, meeting)
    rows = items_of(work.session, meeting.id)
    by_place = dict(enumerate(rows, 1))
    here = next(number for number, row in by_place.items() if row.id == item.id)
    _number([by_place[number] for number in moved(list(by_place), here, up=up)])
    work.session.flush()
    note_meeting(work, meeting, "item_moved")


def remove_item(work: UnitOfWork, meeting: CommunalMeeting, item: AgendaItem) -> None:
    """Leave an item out of which nothing is written. Raises MeetingClosedError, WrittenItemError."""
    lock_meeting(work, meeting)
    if item.text_fi or item.text_sv:
        raise WrittenItemError
    work.session.delete(item)
    work.session.flush()
    _number(list(items_of(work.session, meeting.id)))
    work.session.flush()
    note_meeting(work, meeting, "item_removed")


def _number(rows: list[AgendaItem]) -> None:
    for place, row in enumerate(rows, 1):
        row.place = place
