"""A meeting that was held, with those who came to it."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_meetings import LENGTH, Asked, a_meeting, an_item
from welfare.meetings.models import Attendee, MeetingItem
from welfare.rules.meetings import ItemState, MeetingState


def a_held_meeting(
    village: Village, case_id: UUID, convenor: Someone, asked: Sequence[Asked], *absent: Someone, days_ago: int = 1
) -> UUID:
    """An item of a meeting that ended so many days ago; everybody asked came but those named. Gives the item's id."""
    with village.work() as work:
        ended = work.now - timedelta(days=days_ago)
    meeting_id = a_meeting(
        village, convenor, ended - LENGTH, MeetingState.ENDED, began_at=ended - LENGTH, ended_at=ended
    )
    item_id = an_item(village, meeting_id, case_id, asked, state=ItemState.HANDLED)
    with village.work() as work:
        item = work.session.get_one(MeetingItem, item_id)
        item.began_at, item.ended_at = ended - LENGTH, ended
        came = [each.who.person_id for each in asked if each.who not in absent]
        seats = select(Attendee).where(Attendee.item_id == item_id, Attendee.person_id.in_(came))
        for seat in work.session.scalars(seats):
            seat.came_at, seat.left_at = ended - LENGTH, ended
    return item_id
