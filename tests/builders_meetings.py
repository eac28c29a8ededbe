"""Meetings, items and attendees put straight into the database, as a test needs them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.cases.models import Case
from welfare.meetings.models import Attendee, Measure, Meeting, MeetingItem
from welfare.rules.actors import Role
from welfare.rules.cases import Part
from welfare.rules.measures import MeasureState
from welfare.rules.meetings import ItemState, MeetingState

LENGTH = timedelta(minutes=30)


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


def a_measure(village: Village, item_id: UUID, doer: Someone, follower: Someone) -> UUID:
    """A measure of final minutes that waits to be done."""
    measure_id = uuid4()
    with village.work() as work:
        item = work.session.get_one(MeetingItem, item_id)
        measure = Measure(
            id=measure_id,
            item_id=item_id,
            case_id=item.case_id,
            student_id=item.student_id,
            controller_id=item.controller_id,
            place=1,
            state=MeasureState.OPEN,
            doer_account_id=doer.account_id,
            follower_account_id=follower.account_id,
        )
        words = {"what": "Aamuvastaanotto ovella", "by": "Mirja Kanervala", "followed_by": "Oona Rautasalo"}
        work.encrypt_document(measure, Measure.document, words)
        work.session.add(measure)
    return measure_id
