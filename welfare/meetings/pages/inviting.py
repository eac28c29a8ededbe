"""The consent desk of an item: who might come, how the consent of each stands on the day, and what to do about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.pages.recipients import participant_recipient
from welfare.consents.words import KIND_SLUGS
from welfare.mail.models import MailState
from welfare.mail.planning import BAD_ADDRESS, NO_ADDRESS
from welfare.mail.queries import Delivery, deliveries_about
from welfare.meetings.actions import Candidate, candidates_of
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.meetings.pages.meeting import attendee_names, in_order, office_of
from welfare.meetings.queries.seen import items_seen, seen_by
from welfare.meetings.words import (
    INVITABILITY_LOOKS,
    INVITABILITY_WORDS,
    NOT_INVITED_WORDS,
    REPLY_LOOKS,
    REPLY_WORDS,
)
from welfare.rules.consent import ConsentKind
from welfare.rules.invitations import INVITABLE, Invitability

Look = tuple[str, str]
GONE: tuple[str, Look] = (_l("Not in the group any more"), ("", "exit"))
TOLD_OTHERWISE = _l("No e-mail address: tell in another way.")


class Step(StrEnum):
    """The one thing to do about a person."""

    INVITE = "invite"
    RECORD = "record"
    ASK_ANEW = "ask_anew"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLine:
    """One who might come."""

    known_as: UUID
    name: str
    part: str
    standing: str
    look: Look
    until: date | None
    step: Step
    url: str
    """Where the step leads, if it is a page."""
    is_invited: bool
    reply: str
    reply_look: Look
    proposed_at: datetime | None
    note: str
    delivery: str
    address_url: str
    """Where the address of an outside participant is recorded, if none is."""
    why_not: str
    why_not_words: str
    may_leave_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationDesk:
    """The desk of one item."""

    meeting_id: UUID
    item_id: UUID
    case_id: UUID
    number: str
    student: str
    starts_at: datetime
    lines: Sequence[DeskLine]
    is_handling_covered: bool
    handling_url: str

    @classmethod
    def of(cls, work: UnitOfWork, meeting: Meeting, item: MeetingItem, case: Case) -> "InvitationDesk":
        """Open it."""
        found = [each for each in candidates_of(work, meeting, item, case) if each.is_listed]
        names = attendee_names(work, [each.attendee for each in found])
        latest = _latest(work, meeting)
        return cls(
            meeting_id=meeting.id,
            item_id=item.id,
            case_id=case.id,
            number=case.number,
            student=names.get(case.student_id, ""),
            starts_at=_begins(work, meeting),
            lines=[_line(work, each, names, latest) for each in _by_name(found, names)],
            is_handling_covered=all(each.is_handling_covered for each in found),
            handling_url=_consent_page(case.id, ConsentKind.GROUP_HANDLING),
        )

    @property
    def may_invite_all(self) -> bool:
        """Whether anybody waits to be invited."""
        return any(line.step is Step.INVITE and not line.why_not for line in self.lines)


def _by_name(found: Sequence[Candidate], names: Mapping[UUID, str]) -> Sequence[Candidate]:
    candidates = {each.attendee.known_as: each for each in found}
    return [candidates[row.known_as] for row in in_order((each.attendee for each in found), names)]


def words_beside(work: UnitOfWork, attendee: Attendee, name: str) -> str:
    """What was written beside an answer (``note``) or beside a reason (``why_not``)."""
    text: str = work.decrypt_document(attendee, Attendee.document).get(name, "") if attendee.document else ""
    return text


def _begins(work: UnitOfWork, meeting: Meeting) -> datetime:
    """When the meeting begins for its reader, who perhaps leads one of its items alone."""
    items = items_seen(work.session, work.actor, work.now, [meeting.id])[meeting.id]
    return seen_by(meeting, items, work.actor).begins


def _latest(work: UnitOfWork, meeting: Meeting) -> Mapping[UUID, Delivery]:
    """The newest mail of each person about the meeting."""
    newest_last = reversed(deliveries_about(work.session, meeting.id))
    return {each.person_id: each for each in newest_last}


def _line(work: UnitOfWork, found: Candidate, names: Mapping[UUID, str], latest: Mapping[UUID, Delivery]) -> DeskLine:
    row = found.attendee
    is_invited = row.invited_at is not None
    step, url = _step(found)
    standing, look = _standing(found)
    is_reached = row.outsider_id is None or _has_address(work, row.case_id, row.outsider_id)
    return DeskLine(
        known_as=row.known_as,
        name=names.get(row.known_as, ""),
        part=office_of(row),
        standing=standing,
        look=look,
        until=found.then.valid_to if found.then and found.then.is_valid else None,
        step=step,
        url=url,
        is_invited=is_invited,
        reply=str(REPLY_WORDS[row.reply]) if is_invited else "",
        reply_look=REPLY_LOOKS[row.reply] if is_invited else ("", ""),
        proposed_at=row.proposed_at,
        note=words_beside(work, row, "note"),
        delivery=_delivery(latest.get(row.known_as)) if is_invited else _way_out(row, is_reached=is_reached),
        address_url="" if is_reached or found.asked is None else _renewal(row, found.asked.id),
        why_not=str(NOT_INVITED_WORDS[row.not_invited]) if row.not_invited else "",
        why_not_words=words_beside(work, row, "why_not"),
        may_leave_out=is_invited or (found.may_be_invited and found.found is Invitability.NO_CONSENT_NEEDED),
    )


def _standing(found: Candidate) -> tuple[str, Look]:
    if not found.belongs and found.found in INVITABLE:
        return str(GONE[0]), GONE[1]
    return str(INVITABILITY_WORDS[found.found]), INVITABILITY_LOOKS[found.found]


def _step(found: Candidate) -> tuple[Step, str]:
    """Inviting; or asking for the consent that lacks; or nothing, where neither helps."""
    row = found.attendee
    if row.invited_at is not None or found.found is Invitability.SHUT_OUT:
        return Step.NOTHING, ""
    if found.found in INVITABLE:
        return (Step.INVITE if found.may_be_invited else Step.NOTHING), ""
    if found.asked is not None:
        return Step.ASK_ANEW, _renewal(row, found.asked.id)
    return Step.RECORD, _consent_page(row.case_id, found.kind or ConsentKind.GROUP_MEMBER, row.person_id)


def _consent_page(case_id: UUID, kind: ConsentKind, person_id: UUID | None = None) -> str:
    return url_for("consents.begin", case=case_id, kind=KIND_SLUGS[kind], member=person_id)


def _renewal(row: Attendee, consent_id: UUID) -> str:
    return url_for("consents.begin_renewal", case=row.case_id, consent=consent_id)


def _has_address(work: UnitOfWork, case_id: UUID, outsider_id: UUID) -> bool:
    recipient = participant_recipient(work, case_id, outsider_id)
    return recipient is not None and bool(recipient.address)


def _way_out(row: Attendee, *, is_reached: bool) -> str:
    """How an invitation will reach somebody from outside, who has no account; of others the directory knows."""
    if row.outsider_id is None:
        return ""
    return _("The invitation goes to the participant’s e-mail.") if is_reached else str(TOLD_OTHERWISE)


def _delivery(mail: Delivery | None) -> str:
    if mail is None or mail.failure in {NO_ADDRESS, BAD_ADDRESS}:
        return str(TOLD_OTHERWISE)
    words = {
        MailState.PLANNED: _("The mail is not delivered yet."),
        MailState.DELIVERED: _("The mail is delivered."),
        MailState.FAILED: _("The mail could not be delivered: tell in another way."),
    }
    return words[mail.state]
