"""A meeting that is going on, and minutes that lack nothing."""

from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_journal import IDENTITY_CODE
from tests.client import Client, Page
from welfare.audit.ledger import Ledger
from welfare.meetings.models import Attendee, Measure, Meeting, MeetingItem, MinuteSection
from welfare.people.models import Person
from welfare.rules.measures import MeasureState
from welfare.rules.meetings import ItemState, MeetingState
from welfare.rules.minutes import Section

WHOLE = {
    "handling": "Puhuttiin aamuista ja siitä, mikä auttaa.",
    "student_view": "Maanantai meni hyvin.",
    "guardian_view": "Kotona on rauhallisempaa.",
    "information": "Aamuvastaanotto alkoi.",
    "measure_1_what": "Aamuvastaanotto ovella",
    "measure_1_by": "Petri Hongisto",
    "measure_1_followed_by": "Saara Lehtovirta",
    "measure_1_until": "18.12.2026",
}
"""What a person types; subject and background come from the matter."""


def is_running(village: Village, meeting_id: UUID, item_id: UUID, *present: Someone) -> None:
    """The meeting goes on and handles this item, with these people in the room."""
    with village.work() as work:
        meeting, item = work.session.get_one(Meeting, meeting_id), work.session.get_one(MeetingItem, item_id)
        meeting.state, meeting.began_at = MeetingState.RUNNING, work.now
        item.state, item.began_at = ItemState.NOW, work.now
        ids = {who.person_id for who in present}
        for row in work.session.scalars(select(Attendee).where(Attendee.item_id == item_id)):
            if row.person_id in ids:
                row.is_present, row.came_at = True, work.now


def knows_the_family(village: Village, student: Someone, guardian: Someone) -> None:
    """The directory holds what the act asks of it: the identity code and how a guardian is reached."""
    with village.work() as work:
        work.encrypt(work.session.get_one(Person, student.person_id), Person.identity_code, IDENTITY_CODE)
        contact = {"phone": "040 123 4567", "email": "koti@example.org"}
        work.encrypt_document(work.session.get_one(Person, guardian.person_id), Person.contact, contact)


def are_whole(village: Village, item_id: UUID, scribe: Someone) -> None:
    """Minutes that lack nothing, as one scribe has saved them."""
    with village.work() as work:
        item = work.session.get_one(MeetingItem, item_id)
        place = {"case_id": item.case_id, "student_id": item.student_id, "controller_id": item.controller_id}
        for section in Section:
            if section is not Section.STUDENT_VIEW_ABSENT:
                saved = {"section": section, "saved_at": work.now, "saved_by": scribe.account_id}
                row = MinuteSection(id=uuid4(), item_id=item_id, **saved, **place)
                work.encrypt(row, MinuteSection.text, WHOLE.get(section.value, "Aamut."))
                work.session.add(row)
        measure = Measure(id=uuid4(), item_id=item_id, place=1, state=MeasureState.DRAFT, **place)
        words = {"what": "Aamuvastaanotto", "by": "Petri Hongisto", "followed_by": scribe.name}
        work.encrypt_document(measure, Measure.document, words)
        work.session.add(measure)


def address(meeting_id: UUID, item_id: UUID, rest: str = "minutes") -> str:
    """Something of an item."""
    return f"/meetings/{meeting_id}/items/{item_id}/{rest}"


def save(client: Client, url: str, *, button: str = "Save", **typed: Any) -> Page:  # noqa: ANN401 - any field
    """Type into the minutes and press a button, as one does without scripts."""
    return client.get(url).form("#minutes").fill(**typed).press(button)


def rows(ledger: Ledger, kind: type, *conditions: Any) -> list[Any]:  # noqa: ANN401 - any model
    """Rows as they lie in the database."""
    with ledger.transaction() as transaction:
        found: list[Any] = list(transaction.session.scalars(select(kind).where(*conditions)))
        transaction.session.expunge_all()
        return found
