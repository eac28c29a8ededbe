"""The meetings' part of the page of a matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.sections import CasePart
from welfare.meetings.models import Meeting, MeetingItem
from welfare.meetings.words import ITEM_LOOKS, ITEM_WORDS, STATE_LOOKS, STATE_WORDS
from welfare.rules.meetings import MeetingState
from welfare.rules.permissions import Permission, decide

MOST = 6


@dataclass(frozen=True, slots=True)
class MeetingOfMatter:
    """One meeting about the matter: of the meeting nothing but this item."""

    id: UUID
    starts_at: datetime
    words: str
    look: tuple[str, str]


def meetings_section(work: UnitOfWork, case: Case) -> CasePart | None:
    """The meetings about a matter, the newest first; nothing for one who sees the matter but not its journal."""
    if not decide(work.actor, Permission.MINUTES_READ, work.facts).is_granted:
        return None
    meetings = _meetings(work, case)
    may_plan = decide(work.actor, Permission.MEETING_PLAN_FOR, work.facts).is_granted
    return CasePart(
        id="meetings",
        title=_("Meetings"),
        count=len(meetings),
        template="meetings/_section.html",
        page={
            "meetings": meetings[:MOST],
            "plan": url_for("meetings.begin_planning", case=case.id) if may_plan else "",
        },
    )


def _meetings(work: UnitOfWork, case: Case) -> Sequence[MeetingOfMatter]:
    statement = (
        select(Meeting, MeetingItem)
        .join(MeetingItem, MeetingItem.meeting_id == Meeting.id)
        .where(MeetingItem.case_id == case.id)
        .order_by(Meeting.starts_at.desc(), Meeting.id)
    )
    return [_line(meeting, item) for meeting, item in work.session.execute(statement)]


def _line(meeting: Meeting, item: MeetingItem) -> MeetingOfMatter:
    is_held = meeting.state in {MeetingState.RUNNING, MeetingState.ENDED}
    words = ITEM_WORDS[item.state] if is_held else STATE_WORDS[meeting.state]
    look = ITEM_LOOKS[item.state] if is_held else STATE_LOOKS[meeting.state]
    return MeetingOfMatter(meeting.id, meeting.starts_at, str(words), look)
