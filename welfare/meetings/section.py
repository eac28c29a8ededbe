"""The meetings' part of the page of a matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.pages.next_steps import NextStep
from welfare.cases.sections import CasePart
from welfare.meetings.models import Meeting, MeetingItem
from welfare.meetings.pages.measures import measure_lines
from welfare.meetings.queries.measures import measures_of_matter
from welfare.meetings.queries.seen import items_seen
from welfare.meetings.words import ITEM_LOOKS, ITEM_WORDS, STATE_LOOKS, STATE_WORDS
from welfare.rules.meetings import MeetingState, state_of_own
from welfare.rules.permissions import Permission, decide
from welfare.ui.formats import local, moment_text, short_date_text

MOST = 6


@dataclass(frozen=True, slots=True)
class MeetingOfMatter:
    """One meeting about the matter: of the meeting nothing but this item."""

    id: UUID
    begins: datetime
    """When this item begins: the meeting's own beginning would tell that another comes before."""
    words: str
    look: tuple[str, str]
    record: str
    """Where its final minutes are."""
    is_to_come: bool


def meetings_section(work: UnitOfWork, case: Case) -> CasePart | None:
    """The meetings about a matter, the newest first; nothing for one who sees the matter but not its journal."""
    if not decide(work.actor, Permission.MINUTES_READ, work.facts).is_granted:
        return None
    meetings = _meetings(work, case)
    next_on = _agreed_day(work, case)
    may_plan = decide(work.actor, Permission.MEETING_PLAN_FOR, work.facts).is_granted
    return CasePart(
        id="meetings",
        title=_("Meetings"),
        count=len(meetings),
        template="meetings/_section.html",
        page={
            "meetings": meetings[:MOST],
            "measures": measure_lines(work, work.facts, measures_of_matter(work.session, case.id)),
            "next_on": next_on,
            "plan_next": url_for("meetings.begin_planning", case=case.id, day=next_on) if next_on and may_plan else "",
            "plan": url_for("meetings.begin_planning", case=case.id) if may_plan else "",
        },
        next=[_step(meeting) for meeting in meetings if meeting.is_to_come],
    )


def _step(meeting: MeetingOfMatter) -> NextStep:
    day, link = local(meeting.begins).date(), (_("Open the meeting"), url_for("meetings.show", meeting=meeting.id))
    words, at = _("The group meets"), moment_text(meeting.begins)
    return NextStep(short_date_text(day), words, at, link, on=day, is_readers=True)


def _meetings(work: UnitOfWork, case: Case) -> Sequence[MeetingOfMatter]:
    statement = (
        select(Meeting, MeetingItem)
        .join(MeetingItem, MeetingItem.meeting_id == Meeting.id)
        .where(MeetingItem.case_id == case.id)
        .order_by(Meeting.starts_at.desc(), Meeting.id)
    )
    rows = [(meeting, item) for meeting, item in work.session.execute(statement)]
    seen = items_seen(work.session, work.actor, work.now, (meeting.id for meeting, _item in rows))
    begins = {each.item.id: each.begins for items in seen.values() for each in items}
    return [_line(meeting, item, begins[item.id]) for meeting, item in rows if item.id in begins]


def _line(meeting: Meeting, item: MeetingItem, begins: datetime) -> MeetingOfMatter:
    state = state_of_own(meeting.state, [item.state])
    is_held = state in {MeetingState.RUNNING, MeetingState.ENDED}
    words = ITEM_WORDS[item.state] if is_held else STATE_WORDS[state]
    look = ITEM_LOOKS[item.state] if is_held else STATE_LOOKS[state]
    record = url_for("meetings.record", meeting=meeting.id, item=item.id) if item.entry_id else ""
    is_to_come = state in {MeetingState.PLANNED, MeetingState.RUNNING}
    return MeetingOfMatter(meeting.id, begins, str(words), look, record, is_to_come)


def _agreed_day(work: UnitOfWork, case: Case) -> date | None:
    """When the group agreed to meet again, unless a meeting is planned since; a day that has passed is no proposal."""
    latest = (
        select(MeetingItem.next_meeting_on)
        .join(Meeting, Meeting.id == MeetingItem.meeting_id)
        .where(MeetingItem.case_id == case.id, Meeting.state != MeetingState.CANCELLED)
        .order_by(Meeting.starts_at.desc(), Meeting.id)
        .limit(1)
    )
    day: date | None = work.session.scalars(latest).first()
    return day if day is not None and day >= work.facts.on else None
