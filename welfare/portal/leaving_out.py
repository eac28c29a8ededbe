"""A minor asks on the own page to leave a guardian out, and takes it back there (OHL 18 § 2; rule 12).

It is the same expression of will as one that a worker records: it shuts nobody out before it has been assessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.actions import AtSchool, RecordWill, WithdrawalError, WithdrawWill, record_will, withdraw_will
from welfare.consents.models import ExpressionOfWill
from welfare.consents.prohibitions import newest_words, status_of_row
from welfare.people.models import Person
from welfare.people.queries import is_minor, placements_of
from welfare.rules.consent import Answer, ConsentKind, GiverCapacity, Way
from welfare.rules.prohibition import ProhibitionStatus

LIES_OR_STANDS = frozenset({ProhibitionStatus.AWAITS_ASSESSMENT, ProhibitionStatus.STANDS})


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOut:
    """Whom the minor wishes to leave out of what, and why. Without a matter: of all of the student's welfare."""

    guardian_ids: Sequence[UUID]
    case_id: UUID | None
    reason: str
    scope: str
    language: str


class OfAgeError(ValueError):
    """One who is of age has no guardian to leave out."""


class SaidAlreadyError(ValueError):
    """The same wish about one of these guardians waits for its assessment, or stands."""


class NowhereError(ValueError):
    """There is no such matter, or no school in whose provider's register the wish could be kept."""


def leave_out(work: UnitOfWork, student: Person, command: LeaveOut) -> Sequence[ExpressionOfWill]:
    """Record the wish, by itself for each guardian.

    Raises OfAgeError, SaidAlreadyError, NowhereError, IncompleteWillError.
    """
    work.session.refresh(student, with_for_update=True)
    if not is_minor(student, work.facts.on):
        raise OfAgeError
    where = _where(work, student, command.case_id)
    live = {(row.case_id, row.named_person_id) for row in live_words(work, student.id)}
    if any((command.case_id, guardian_id) in live for guardian_id in command.guardian_ids):
        raise SaidAlreadyError
    return [
        record_will(work, where, _wish(work, student, each, command), command.case_id) for each in command.guardian_ids
    ]


def take_back(work: UnitOfWork, student: Person, row: ExpressionOfWill) -> ExpressionOfWill:
    """Record that the minor took the wish back. Raises OfAgeError, WithdrawalError, NowhereError."""
    work.session.refresh(student, with_for_update=True)
    if not is_minor(student, work.facts.on):
        raise OfAgeError
    if row.answer is not Answer.GIVEN or status_of_row(work.session, row, work.facts.on) is None:
        raise WithdrawalError
    withdrawal = WithdrawWill(given_on=work.facts.on, way=Way.SIGNED_ESERVICE)
    return withdraw_will(work, _where(work, student, row.case_id), row, withdrawal, row.case_id)


def live_words(work: UnitOfWork, student_id: UUID) -> Sequence[ExpressionOfWill]:
    """The student's words that wait for an assessment, or stand."""
    session, on = work.session, work.facts.on
    return [row for row in newest_words(session, student_id) if status_of_row(session, row, on) in LIES_OR_STANDS]


def school_of(session: Session, student: Person, on: date) -> AtSchool | None:
    """Where a wish about all of the student's welfare is kept: at the present school; nowhere without one."""
    placed = placements_of(session, [student.id], on)
    return AtSchool.of(student, placed[0].school) if placed else None


def _where(work: UnitOfWork, student: Person, case_id: UUID | None) -> AtSchool | Case:
    case = work.session.get(Case, case_id) if case_id else None
    where = case if case_id else school_of(work.session, student, work.facts.on)
    if where is None or where.student_id != student.id:
        raise NowhereError
    return where


def _wish(work: UnitOfWork, student: Person, guardian_id: UUID, command: LeaveOut) -> RecordWill:
    return RecordWill(
        kind=ConsentKind.MINOR_PROHIBITION,
        answer=Answer.GIVEN,
        giver_id=student.id,
        capacity=GiverCapacity.SELF,
        named_person_id=guardian_id,
        given_on=work.facts.on,
        way=Way.SIGNED_ESERVICE,
        language=command.language,
        words={"weighty_reason": command.reason, "scope": command.scope},
    )
