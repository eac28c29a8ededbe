"""What a sender sees afterwards: a number and status words, never content (product: request for support)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.people.pages import names_of
from welfare.requests.models import ContactRequest
from welfare.requests.pages.own import OwnRequest, own_request
from welfare.requests.queries.own import ASK, TELL, SentRow, drafted_students, is_told_no_more, sent_by, sent_rows
from welfare.requests.words import RECEIVERS, STATUS_TONES, STATUSES
from welfare.rules.requests import StatusWord, status_word
from welfare.rules.whereabouts import may_know_the_school
from welfare.ui.layouts import layout_for
from welfare.ui.locale import current_locale
from welfare.ui.paging import Page

PAGE_SIZE = 25
"""Purposes of the drafts of the first two steps."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One sent request as its sender may know it."""

    id: UUID
    number: str
    sent_at: datetime
    student_id: UUID | None
    """None where the sender may not know of the student any more."""
    student: str
    service: str
    school: str
    status: str
    tone: str
    talk_by: date | None
    """By when a talk is to be held, while none has been offered."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """A request begun and not sent."""

    student_id: UUID
    name: str
    """Empty for one's own."""
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class SentPage:
    """One's own requests, the newest first, and the unsent ones."""

    layout: str
    unsent: Sequence[Unsent]
    paging: Page[Receipt]

    @classmethod
    def of(cls, work: UnitOfWork, number: int, url: Callable[[int], str]) -> "SentPage":
        """Read one page."""
        receipts, has_more = receipts_of(work, offset=(number - 1) * PAGE_SIZE, size=PAGE_SIZE)
        total = (number - 1) * PAGE_SIZE + len(receipts) + has_more
        return cls(layout_for(work.actor), unsent_of(work), Page(receipts, number, PAGE_SIZE, total, url))


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """The receipt of one request."""

    layout: str
    receipt: Receipt
    own: OwnRequest | None
    """What a student or guardian may still do with it."""

    @classmethod
    def of(cls, work: UnitOfWork, request: ContactRequest) -> "ReceiptPage":
        """Draw one's own receipt; the student is named while one may still know of him or her."""
        school = work.session.get_one(Organisation, request.school_id)
        rows = sent_rows(work.session, work.actor, [(request, school)], work.facts.on)
        return cls(layout_for(work.actor), _receipts(work, rows)[0], own_request(work, request))


def receipts_of(work: UnitOfWork, *, offset: int = 0, size: int) -> tuple[list[Receipt], bool]:
    """One's own receipts and whether more follow."""
    rows, has_more = sent_by(work.session, work.actor, work.facts.on, offset=offset, size=size)
    return _receipts(work, rows), has_more


def unsent_of(work: UnitOfWork) -> list[Unsent]:
    """One's own unsent requests, the last saved first."""
    found = drafted_students(work.session, work.actor, (ASK, TELL), work.facts.on)
    names = names_of(work, (student for student, _saved in found))
    me = work.actor.person_id
    return [Unsent(who.id, "" if who.id == me else names[who.id].full, saved_at) for who, saved_at in found]


def _receipts(work: UnitOfWork, rows: Sequence[SentRow]) -> list[Receipt]:
    names = names_of(work, [row.student for row in rows if row.student])
    shut = {row.request.student_id: is_told_no_more(work, row.request) for row in rows}
    return [
        _receipt(work, row, names[row.student.id].full if row.student else "", shut=shut[row.request.student_id])
        for row in rows
    ]


def _receipt(work: UnitOfWork, row: SentRow, name: str, *, shut: bool) -> Receipt:
    request = row.request
    is_taken_back = request.taken_back_at is not None
    word = status_word(request.state, sender_is_shut_out=shut, is_taken_back=is_taken_back)
    return Receipt(
        id=request.id,
        number=request.receipt,
        sent_at=request.received_at,
        student_id=row.student.id if row.student else None,
        student=name,
        service=str(RECEIVERS[request.service]),
        school=row.school.name(current_locale()) if _knows_school(work, row) else "",
        status=str(STATUSES[word]),
        tone=STATUS_TONES[word],
        talk_by=request.due_on if word is StatusWord.RECEIVED and not shut else None,
    )


def _knows_school(work: UnitOfWork, row: SentRow) -> bool:
    """Whether the sender may know it; of a student whom a guardian does not reach any more nothing is told."""
    is_hidden = row.student is None or row.student.is_restricted
    return may_know_the_school(work.actor, row.request.student_id, is_restricted=is_hidden)
