"""What this room answers when another asks."""

from sqlalchemy import select

from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.communal.models import CommunalMeeting
from welfare.rules.communal_meetings import CommunalState
from welfare.rules.events import StillToComeAsked


def tell_coming(work: UnitOfWork, asked: StillToComeAsked) -> None:
    """The meetings among these that may still be moved or called off: their mails tell who has them in a calendar."""
    may_change = CommunalMeeting.state == CommunalState.PLANNED
    rows = select(CommunalMeeting.id).where(CommunalMeeting.id.in_(asked.about_ids), may_change)
    asked.coming |= set(work.session.scalars(rows))


LISTENERS: Listeners = {StillToComeAsked: (tell_coming,)}
