"""A request for a copy comes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.access_copies.models import AccessCopy
from welfare.access_copies.queries import OPEN, own_copies
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import IdentityWay
from welfare.datarights.queries import asker_of
from welfare.datarights.steps import AskedAlreadyError
from welfare.people.models import Person
from welfare.rules.access_copies import CopyState
from welfare.rules.answer_times import copy_due
from welfare.rules.ids import RequestId
from welfare.rules.log_requests import Asker, Mandate
from welfare.rules.receipts import receipt_number
from welfare.rules.registers import Register


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
    mandate: Mandate | None = None
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
        mandate=asked.mandate,
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
