"""Deciding on a finding: once, by somebody else."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.actions import OpenBreach, Reader, Touched, open_breach
from welfare.breaches.models import Breach
from welfare.log_reviews.models import Decoy, Finding, ReviewNote
from welfare.log_reviews.visits import touched_in, visits_behind
from welfare.people.models import Person
from welfare.rules.log_review import Explanation, FindingState
from welfare.rules.registers import Register


class DecidedError(ValueError):
    """Somebody has decided on it already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explain:
    """Why it was in order after all, and what that rests on."""

    explanation: Explanation
    words: str


def explain_finding(work: UnitOfWork, row: Finding, command: Explain) -> None:
    """It was in order: the same pattern weighs less from now on. Raises DecidedError."""
    _decide(work, row, FindingState.EXPLAINED, command.words)
    row.explanation = command.explanation
    work.session.flush()
    work.note(row.controller_id, Register.AUDIT, *row.about(), explanation=command.explanation.value)


def find_breach(work: UnitOfWork, row: Finding, command: OpenBreach, marked: Collection[str]) -> Breach:
    """It was not in order: a file begins about the visits that are marked. Raises DecidedError."""
    _decide(work, row, FindingState.BREACH, command.what)
    reader = Reader(
        controller_id=row.controller_id,
        account_id=row.account_id,
        person_id=row.person_id,
        touched=touched_in(visits_behind(work.session, row), marked) or _as_found(row),
        span=(row.first_at, row.last_at),
    )
    breach = open_breach(work, reader, command)
    row.breach_id = breach.id
    work.session.flush()
    return breach


def _as_found(row: Finding) -> Sequence[Touched]:
    """What the finding itself tells, where the chain holds nothing of the pupil that could be marked."""
    return [Touched(row.student_id, row.events, row.first_at, row.last_at)] if row.student_id else []


def _decide(work: UnitOfWork, row: Finding, state: FindingState, words: str) -> None:
    work.session.refresh(row, with_for_update=True)
    if row.state is not FindingState.OPEN:
        raise DecidedError
    row.state, row.decided_at, row.decided_by = state, work.now, work.actor.account_id
    note = ReviewNote(id=uuid4(), finding_id=row.id, controller_id=row.controller_id)
    work.encrypt_document(note, ReviewNote.document, {"words": words})
    work.session.add(note)


def set_decoy(work: UnitOfWork, student: Person) -> None:
    """From now on whoever opens this invented pupil is asked why. Raises DecidedError where it is one already."""
    if work.session.get(Decoy, student.id) is not None:
        raise DecidedError
    work.session.add(
        Decoy(
            student_id=student.id,
            controller_id=student.controller_id,
            set_at=work.now,
            set_by=work.actor.account_id,
        )
    )
    work.session.flush()
    work.note(student.controller_id, Register.AUDIT, ("log_review_decoy", student.id), decoy="set")


def end_decoy(work: UnitOfWork, student: Person) -> None:
    """It is a decoy no more. Raises DecidedError where it is none."""
    row = work.session.get(Decoy, student.id)
    if row is None:
        raise DecidedError
    work.session.delete(row)
    work.session.flush()
    work.note(student.controller_id, Register.AUDIT, ("log_review_decoy", student.id), decoy="ended")
