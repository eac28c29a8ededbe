"""A request for a copy comes, is made sure of, and may be given a longer time."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.access_copies.actions.steps import check_step
from welfare.access_copies.models import AccessCopy
from welfare.access_copies.queries import OPEN, own_copies
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.actions import AskedAlreadyError, IdentityNotSureError, TakenError
from welfare.datarights.models import IdentityWay
from welfare.datarights.queries import asker_of
from welfare.people.models import Person
from welfare.rules.access_copies import CopyState
from welfare.rules.answer_times import copy_due, is_within, may_extend
from welfare.rules.ids import RequestId
from welfare.rules.log_requests import Asker
from welfare.rules.receipts import receipt_number
from welfare.rules.registers import Register


class TooLateToExtendError(ValueError):
    """The first month has gone, or the time was made longer before (GDPR 12(3))."""


class NotLongerError(ValueError):
    """The new last day is no later, or later than the regulation lets it be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyAsked:
    """What somebody asks for."""

    controller_id: UUID
    register: Register
    subject_id: UUID | None
    name: str
    asker: Asker
    asker_id: UUID | None = None
    asker_name: str = ""
    identity_way: IdentityWay
    language: str
    received_on: date
    words: str = ""


def ask_for_copy(work: UnitOfWork, asked: CopyAsked) -> AccessCopy:
    """Write a request down, with its last day."""
    row_id = uuid4()
    row = AccessCopy(
        id=row_id,
        number=receipt_number(RequestId(row_id)),
        controller_id=asked.controller_id,
        register=asked.register,
        subject_id=asked.subject_id,
        asker=asked.asker,
        asker_id=asked.asker_id,
        identity_way=asked.identity_way,
        language=asked.language,
        received_on=asked.received_on,
        due_on=copy_due(asked.received_on),
        recorded_at=work.now,
        recorded_by=work.actor.account_id,
        state=CopyState.RECEIVED,
    )
    words = {"name": asked.name, "asker": asked.asker_name, "words": asked.words}
    work.encrypt_document(row, AccessCopy.document, {name: said for name, said in words.items() if said})
    work.session.add(row)
    work.session.flush()
    return row


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyWished:
    """What is asked on the own page. ``name`` is the student's."""

    name: str
    language: str
    words: str = ""


def ask_on_own_page(work: UnitOfWork, student: Person, wished: CopyWished) -> AccessCopy:
    """Write down what a student, or a guardian, asks of the welfare register. Raises AskedAlreadyError."""
    work.session.refresh(student, with_for_update=True)
    if any(row.state in OPEN for row in own_copies(work.session, work.actor, student)):
        raise AskedAlreadyError
    asker = asker_of(work.actor, student)
    return ask_for_copy(
        work,
        CopyAsked(
            controller_id=student.controller_id,
            register=Register.WELFARE,
            subject_id=student.id,
            name=wished.name,
            asker=asker,
            asker_id=work.actor.person_id if asker is Asker.GUARDIAN else None,
            identity_way=IdentityWay.SIGNED_IN,
            language=wished.language,
            received_on=work.facts.on,
            words=wished.words,
        ),
    )


def make_sure(work: UnitOfWork, row: AccessCopy, way: IdentityWay) -> None:
    """Keep how it was made sure who asks (GDPR 12(6)). Raises TakenError, IdentityNotSureError."""
    work.session.refresh(row, with_for_update=True)
    if row.state is not CopyState.RECEIVED or row.identity_way is not IdentityWay.NOT_SURE:
        raise TakenError
    if way is IdentityWay.NOT_SURE:
        raise IdentityNotSureError
    row.identity_way = way
    work.session.flush()
    work.note(row.controller_id, Register.AUDIT, *row.about(), identity_way=way.value)


def extend(work: UnitOfWork, row: AccessCopy, until: date, reasons: str) -> None:
    """Give the answer a longer time, and keep the reasons that the asker is told (GDPR 12(3)).

    Raises TakenError, TooLateToExtendError, NotLongerError.
    """
    check_step(work, row, CopyState.DECIDED)
    if row.decided_at is not None:
        raise TakenError
    if not may_extend(row.received_on, row.due_on, work.facts.on):
        raise TooLateToExtendError
    if not is_within(row.received_on, row.due_on, until):
        raise NotLongerError
    row.due_on, row.extended_at = until, work.now
    work.encrypt_document(row, AccessCopy.extension, {"words": reasons})
    work.session.flush()
    work.note(row.controller_id, Register.AUDIT, *row.about(), due_on=until.isoformat())
