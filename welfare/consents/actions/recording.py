"""Recording what somebody said: a yes or a no, once and for ever (IND §6; rules 9-11)."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.models import ExpressionOfWill
from welfare.consents.prohibitions import shut_out_in
from welfare.consents.wills import will_of
from welfare.organisations.models import Organisation
from welfare.organisations.numbering import next_in_series, school_year_at
from welfare.people.models import Person
from welfare.rules.ability import Ability
from welfare.rules.case_numbers import school_year_label
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, Way, WillLack, what_is_missing
from welfare.rules.events import ProhibitionAssessed, WillRecorded
from welfare.rules.registers import Register

INFORMATION_VERSION = "1"
"""The information texts shown today: templates/consents/information/."""


class IncompleteWillError(ValueError):
    """What an expression still lacks before it may be recorded."""

    def __init__(self, lacks: Collection[WillLack]) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = tuple(lacks)


class Where(Protocol):
    """The student, and the school in whose provider's register the expression is kept; a case is one such place."""

    @property
    def student_id(self) -> UUID:
        """Whose will it is, or about whom."""
        ...

    @property
    def school_id(self) -> UUID:
        """Where the student studies."""
        ...

    @property
    def controller_id(self) -> UUID:
        """The education provider (OHL 21 § 1)."""
        ...


@dataclass(frozen=True, slots=True)
class AtSchool:
    """Where a prohibition outside any matter is recorded."""

    student_id: UUID
    school_id: UUID
    controller_id: UUID

    @classmethod
    def of(cls, student: Person, school: Organisation) -> "AtSchool":
        """In the register of the school's provider."""
        return cls(student.id, school.id, school.provider_id or student.controller_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWill:
    """What was said. ``words`` are sealed; everything else is a fact that the rules weigh."""

    kind: ConsentKind
    answer: Answer
    giver_id: UUID
    capacity: GiverCapacity
    named_person_id: UUID | None = None
    outsider_id: UUID | None = None
    given_on: date
    valid_from: date | None = None
    valid_to: date | None = None
    way: Way
    language: str
    ability: Ability | None = None
    ability_on: date | None = None
    other_deciders_prevented: bool = False
    answers_id: UUID | None = None
    form_id: UUID | None = None
    words: dict[str, str] = field(default_factory=dict)
    is_to_join: bool = False


def record_will(work: UnitOfWork, where: Where, command: RecordWill, case_id: UUID | None = None) -> ExpressionOfWill:
    """Record one answer, of a matter or of all of the student's welfare. Raises IncompleteWillError."""
    if case_id is None:
        hold_student(work.session, where.student_id)
    row = _row_of(work, where, command, case_id)
    lacks = what_is_missing(will_of(row))
    if lacks:
        raise IncompleteWillError(lacks)
    row.number = number_in(work, where, "T")
    work.encrypt_document(row, ExpressionOfWill.document, {name: text for name, text in command.words.items() if text})
    work.session.add(row)
    work.session.flush()
    work.note(row.controller_id, Register.WELFARE, *row.about(), will=row.kind.value, answer=row.answer.value)
    if case_id is not None:
        work.tell(WillRecorded(case_id, row.id, is_to_join=command.is_to_join))
    if row.kind is ConsentKind.MINOR_PROHIBITION and row.answer is Answer.WITHDRAWN:
        tell_of_prohibitions(work, row.student_id)
    return row


def hold_student(session: Session, student_id: UUID) -> None:
    """Wait until nobody is destroying the student's earlier words: what is sealed before that would go with them."""
    session.execute(select(Person.id).where(Person.id == student_id).with_for_update(key_share=True))


def tell_of_prohibitions(work: UnitOfWork, student_id: UUID) -> None:
    """Let other rooms know whether any prohibition of a student stands now."""
    shut = shut_out_in(work.session, [student_id], work.facts.on)[student_id]
    work.tell(ProhibitionAssessed(student_id, prohibition_stands=bool(shut)))


def _row_of(work: UnitOfWork, where: Where, command: RecordWill, case_id: UUID | None) -> ExpressionOfWill:
    if work.actor.account_id is None:
        message = "an expression of will is recorded by a person"
        raise ValueError(message)
    return ExpressionOfWill(
        id=uuid4(),
        student_id=where.student_id,
        case_id=case_id,
        controller_id=where.controller_id,
        kind=command.kind,
        answer=command.answer,
        giver_person_id=command.giver_id,
        capacity=command.capacity,
        named_person_id=command.named_person_id,
        outsider_id=command.outsider_id,
        given_on=command.given_on,
        valid_from=command.valid_from or command.given_on,
        valid_to=command.valid_to,
        way=command.way,
        language=command.language,
        information_version="" if command.kind is ConsentKind.MINOR_PROHIBITION else INFORMATION_VERSION,
        ability=command.ability,
        ability_on=command.ability_on,
        has_scope=bool(command.words.get("scope")),
        has_weighty_reason=bool(command.words.get("weighty_reason")),
        other_deciders_prevented=command.other_deciders_prevented,
        recorded_by=work.actor.account_id,
        recorded_at=work.now,
        answers_id=command.answers_id,
        form_id=command.form_id,
    )


def number_in(work: UnitOfWork, where: Where, letter: str) -> str:
    """The next number of the provider's school year in one series, as ``2026–27/T/0042``."""
    school = work.session.get_one(Organisation, where.school_id)
    year = school_year_label(school_year_at(work.session, school, work.facts.on))
    return f"{year}/{letter}/{next_in_series(work.session, where.controller_id, f'{year}/{letter}'):04}"
