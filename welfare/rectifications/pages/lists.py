"""Requests in lists: at the officer's desk, and one's own."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.pages.head import reasons_of
from welfare.datarights.pages.lists import Stated
from welfare.datarights.queries import asker_of
from welfare.datarights.words import OWN_REGISTER_WORDS
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rectifications.models import Rectification
from welfare.rectifications.pages.records import record_words
from welfare.rectifications.pages.request import decision_lines
from welfare.rectifications.queries import is_right_lost, may_be_answered, own_requests
from welfare.rectifications.records import record_of
from welfare.rectifications.words import STATE_LOOKS, STATE_WORDS
from welfare.rules.answer_times import copy_due
from welfare.rules.log_requests import Asker
from welfare.rules.rectifications import RecordKind, RectificationState


@dataclass(frozen=True, slots=True)
class OwnRectification:
    """One request of one's own, with what came of it."""

    number: str
    record: str
    received_on: date
    due_on: date
    state: str
    look: tuple[str, str]
    is_open: bool
    reasons: str
    """Why it takes longer."""
    decision: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OwnRectificationsPage:
    """Asking about one student; nothing here leads to the school."""

    student_id: UUID
    given_name: str
    is_student: bool
    due_on: date
    requests: tuple[OwnRectification, ...]

    @classmethod
    def of(cls, work: UnitOfWork, student: Person) -> "OwnRectificationsPage":
        """Open the student's name and the decisions."""
        rows = own_requests(work.session, work.actor, student)
        return cls(
            student_id=student.id,
            given_name=PersonName.of(work, student).given,
            is_student=asker_of(work.actor, student) is Asker.ONESELF,
            due_on=copy_due(work.facts.on),
            requests=tuple(_own(work, row) for row in rows),
        )


def stated(row: Rectification) -> Stated:
    """How far a request has come."""
    return str(STATE_WORDS[row.state]), STATE_LOOKS[row.state]


def _own(work: UnitOfWork, row: Rectification) -> OwnRectification:
    is_lost = is_right_lost(work.session, row, work.facts)
    return OwnRectification(
        number=row.number,
        record=_about(work, row) if may_be_answered(work.session, row, work.facts) else "",
        received_on=row.received_on,
        due_on=row.due_on,
        state=str(STATE_WORDS[row.state]),
        look=STATE_LOOKS[row.state],
        is_open=row.state is RectificationState.RECEIVED,
        reasons=reasons_of(work, row),
        decision=() if is_lost else tuple(decision_lines(work, row)),
    )


def _about(work: UnitOfWork, row: Rectification) -> str:
    """What it is about. Of a service's record its name alone: no page of the school's side reads there (rule 22)."""
    if row.kind is RecordKind.SERVICE_NOTE:
        return str(OWN_REGISTER_WORDS[row.register])
    record = record_of(work.session, row)
    return record_words(record) if record else ""
