"""What the room answers when another asks: which records are said to be wrong."""

from sqlalchemy import select

from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.datarights.asked import IdentityWay
from welfare.rectifications.models import Rectification
from welfare.rules.events import ContestedAsked
from welfare.rules.rectifications import RectificationState


def tell_contested(work: UnitOfWork, asked: ContestedAsked) -> None:
    """The records among these that wait to be assessed, with the day of the oldest request."""
    row = Rectification
    wanted = (
        row.record_id.in_(asked.record_ids),
        row.state == RectificationState.RECEIVED,
        row.identity_way != IdentityWay.NOT_SURE,
    )
    newest_first = select(row.record_id, row.received_on).where(*wanted).order_by(row.received_on.desc())
    asked.since |= {record_id: day for record_id, day in work.session.execute(newest_first) if record_id}


LISTENERS: Listeners = {ContestedAsked: (tell_contested,)}
