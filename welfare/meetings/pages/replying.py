"""The page on which somebody answers the own invitation."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings.forms import ReplyForm
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.meetings.pages.inviting import words_beside
from welfare.meetings.queries.seen import times_of_items
from welfare.rules.invitations import Reply
from welfare.ui.formats import local
from welfare.ui.layouts import layout_for


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPage:
    """When one's own item is, and where the answer goes."""

    layout: str
    meeting_id: UUID
    item_id: UUID
    attendee_id: UUID
    begins: datetime
    ends: datetime

    @classmethod
    def of(cls, work: UnitOfWork, meeting: Meeting, item: MeetingItem, attendee: Attendee) -> "ReplyPage":
        """The page of one invitation."""
        begins, ends = times_of_items(work.session, MeetingItem.meeting_id == meeting.id)[item.id]
        return cls(
            layout=layout_for(work.actor),
            meeting_id=meeting.id,
            item_id=item.id,
            attendee_id=attendee.id,
            begins=begins,
            ends=ends,
        )


def show_reply(work: UnitOfWork, attendee: Attendee, form: ReplyForm) -> None:
    """Put the answer given before into the form."""
    if attendee.reply is Reply.NONE:
        return
    form.answer.put(attendee.reply)
    form.note.put(words_beside(work, attendee, "note"))
    if attendee.proposed_at is not None:
        proposed = local(attendee.proposed_at)
        form.on.put(proposed.date())
        form.clock.put(proposed.time())
