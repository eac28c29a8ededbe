"""Answering an invitation, anew as often as one likes, until the meeting begins."""

from dataclasses import dataclass
from datetime import datetime

from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings.models import Attendee
from welfare.rules.invitations import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveReply:
    """The answer; another time only where one is proposed."""

    answer: Reply
    proposed_at: datetime | None = None
    note: str = ""


def give_reply(work: UnitOfWork, attendee: Attendee, command: GiveReply) -> None:
    """Keep the answer in place of the one before."""
    attendee.reply, attendee.replied_at, attendee.proposed_at = command.answer, work.now, command.proposed_at
    attendee.document = None
    if command.note:
        work.encrypt_document(attendee, Attendee.document, {"note": command.note})
    work.session.flush()
