"""Meetings, items and attendees put straight into the database, as a test needs them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from tests.builders_journal import Matter
from welfare.cases.models import Case
from welfare.meetings.models import Amendment, Attendee, Measure, Meeting, MeetingItem
from welfare.rules.actors import Role
from welfare.rules.amendments import AmendmentState
from welfare.rules.cases import Part
from welfare.rules.journal import EntryKind
from welfare.rules.measures import MeasureState
from welfare.rules.meetings import ItemState, MeetingState
from welfare.rules.minutes import Section

LENGTH = timedelta(minutes=30)
TODAY = date(2026, 11, 23)
AMEND_UNTIL = date(2026, 11, 30)
"""Five working days after it."""
MEASURE = "Aamuvastaanotto ovella"
MINUTES: dict[str, Any] = {
    "heading": "",
    "subject": "Aamut ja jaksaminen",
    "background": "Poissaoloja aamuisin.",
    "initiator": "student",
    "handling": "Sovittiin aamuvastaanotosta.",
    "student_view": "Haluan, että joku on ovella vastassa.",
    "student_view_absent": "",
    "guardian_view": "Kotona aamut ovat kiireisiä.",
    "measures": [{"what": MEASURE, "by": "Mirja", "followed_by": "Saara", "until": "2026-12-18"}],
    "information": "Vastaanotto alkaa maanantaina.",
}


@dataclass(frozen=True)
class Asked:
    """Somebody asked to an item."""

    who: Someone
    part: Part = Part.EXPERT
    office: Role | None = None


def a_meeting(
    village: Village,
    convenor: Someone,
    starts_at: datetime | None = None,
    state: MeetingState = MeetingState.PLANNED,
    **changes: Any,  # noqa: ANN401 - whatever columns the test is about
) -> UUID:
    """A meeting in a week's time, of an hour, in the room Honka."""
    meeting_id = uuid4()
    with village.work() as work:
        begins = starts_at or work.now + timedelta(days=7)
        values: dict[str, Any] = {
            "controller_id": village.provider_id,
            "convenor_account_id": convenor.account_id,
            "convenor_person_id": convenor.person_id,
            "starts_at": begins,
            "ends_at": begins + 2 * LENGTH,
            "state": state,
            "calendar_uid": uuid4(),
            "calendar_sequence": 0,
            "planned_at": work.now,
        }
        meeting = Meeting(id=meeting_id, **(values | changes))
        work.encrypt_document(meeting, Meeting.document, {"place": "Tila Honka", "link": ""})
        work.session.add(meeting)
    return meeting_id


def an_item(
    village: Village,
    meeting_id: UUID,
    case_id: UUID,
    asked: Sequence[Asked] = (),
    *,
    place: int = 1,
    state: ItemState = ItemState.WAITING,
) -> UUID:
    """A matter on the agenda, with those asked to it."""
    item_id = uuid4()
    with village.work() as work:
        case = work.session.get_one(Case, case_id)
        of_case = {"case_id": case.id, "student_id": case.student_id, "controller_id": case.controller_id}
        item = MeetingItem(id=item_id, meeting_id=meeting_id, place=place, minutes=30, state=state, **of_case)
        work.session.add(item)
        work.session.flush()
        for each in asked:
            work.session.add(
                Attendee(
                    id=uuid4(),
                    meeting_id=meeting_id,
                    item_id=item_id,
                    part=each.part,
                    person_id=each.who.person_id,
                    account_id=each.who.account_id,
                    office=each.office.value if each.office else "",
                    invited_at=work.now,
                    **of_case,
                )
            )
    return item_id


def attendee_of(village: Village, item_id: UUID, who: Someone) -> UUID:
    """The row of somebody's part in an item."""
    with village.work() as work:
        rows = work.session.query(Attendee.id).filter_by(item_id=item_id, person_id=who.person_id)
        return rows.one()[0]


def a_measure(
    village: Village,
    item_id: UUID,
    doer: Someone,
    follower: Someone,
    **changes: Any,  # noqa: ANN401 - whatever columns the test is about
) -> UUID:
    """A measure of final minutes that waits to be done."""
    measure_id = uuid4()
    with village.work() as work:
        item = work.session.get_one(MeetingItem, item_id)
        values: dict[str, Any] = {"place": 1, "state": MeasureState.OPEN}
        measure = Measure(
            id=measure_id,
            item_id=item_id,
            case_id=item.case_id,
            student_id=item.student_id,
            controller_id=item.controller_id,
            doer_account_id=doer.account_id,
            follower_account_id=follower.account_id,
            **(values | changes),
        )
        words = {"what": MEASURE, "by": doer.name, "followed_by": follower.name}
        work.encrypt_document(measure, Measure.document, words)
        work.session.add(measure)
    return measure_id


def final_minutes(village: Village, item_id: UUID, lead: Someone, *others: Someone, **words: Any) -> UUID:  # noqa: ANN401
    """The entry that an item's minutes became; proposals are taken for five working days. Those named were there."""
    matter = _matter_of(village, item_id, lead)
    present = [lead, *others]
    people = [{"id": who.person_id.hex, "name": who.name, "position": "jäsen"} for who in present]
    entry_id = matter.entry(lead, EntryKind.MEETING, MINUTES | {"participants": people} | words, on=TODAY)
    with village.work() as work:
        item = work.session.get_one(MeetingItem, item_id)
        meeting = work.session.get_one(Meeting, item.meeting_id)
        meeting.state = MeetingState.ENDED
        item.state, item.entry_id = ItemState.FINAL, entry_id
        item.finalised_at, item.finalised_by, item.amend_until = work.now, lead.account_id, AMEND_UNTIL
        for who in present:
            attendee = work.session.query(Attendee).filter_by(item_id=item_id, person_id=who.person_id).one()
            attendee.came_at = work.now
    return entry_id


def an_amendment(village: Village, item_id: UUID, who: Someone, text: str = "Sovittiin puhelusta.") -> UUID:
    """A proposal that waits for its answer."""
    amendment_id = uuid4()
    with village.work() as work:
        item = work.session.get_one(MeetingItem, item_id)
        amendment = Amendment(
            id=amendment_id,
            item_id=item_id,
            case_id=item.case_id,
            student_id=item.student_id,
            controller_id=item.controller_id,
            section=Section.HANDLING,
            state=AmendmentState.PROPOSED,
            proposed_by=who.account_id,
            proposed_at=work.now,
        )
        work.encrypt_document(amendment, Amendment.document, {"text": text})
        work.session.add(amendment)
    return amendment_id


def _matter_of(village: Village, item_id: UUID, lead: Someone) -> Matter:
    """The matter as the journal's builders know it; nobody but its lead writes there."""
    with village.work() as work:
        item = work.session.get_one(MeetingItem, item_id)
        student = Someone(item.student_id, item.student_id, "")
        return Matter(village, item.case_id, student, student, lead, lead)
