"""A request as it comes, whatever it asks for: it is written down with its number and its last day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import IdentityWay
from welfare.datarights.queries import Asked, asker_of
from welfare.people.models import Person
from welfare.rules.ids import RequestId
from welfare.rules.log_requests import Asker, Mandate
from welfare.rules.receipts import receipt_number
from welfare.rules.registers import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks, of which register, about whom."""

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

    def said(self) -> Mapping[str, str]:
        """What the asker has said, which is sealed with the names."""
        return {}


def write_down(work: UnitOfWork, kind: type[Asked], asked: Asking, due_on: date, own: Mapping[str, Any]) -> Asked:
    """Keep a request of a kind, with what its asker has said and the columns that are its kind's ``own``."""
    row_id = uuid4()
    row = kind(
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
        due_on=due_on,
        recorded_at=work.now,
        recorded_by=work.actor.account_id,
        **own,
    )
    words = {"name": asked.name, "asker": asked.asker_name, **asked.said()}
    work.encrypt_document(row, kind.document, {name: text for name, text in words.items() if text})
    work.session.add(row)
    work.session.flush()
    return row


def oneself(work: UnitOfWork, student: Person) -> dict[str, Any]:
    """Who asks on the own pages about a student, sure by the sign-in."""
    asker = asker_of(work.actor, student)
    return {
        "subject_id": student.id,
        "asker": asker,
        "asker_id": work.actor.person_id if asker is Asker.GUARDIAN else None,
        "identity_way": IdentityWay.SIGNED_IN,
        "received_on": work.facts.on,
    }
