"""Conflict of interest: a named worker is shut out of one matter over every role (HL 27-28 §)."""

from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.grouping import remove_member
from welfare.cases.actions.placing import account_at, place_of
from welfare.cases.actions.stepping import lock
from welfare.cases.group import exclusions_of, members_of
from welfare.cases.models import Case, Exclusion, MemberEnd
from welfare.rules.events import WorkerExcluded


class ResponsibleExcludedError(ValueError):
    """The responsible person hands the lead over first; a group without one cannot be."""


def exclude(work: UnitOfWork, case: Case, person_id: UUID, reason: str) -> Exclusion:
    """Shut a worker out; a place in the group ends in the same transaction. Raises ResponsibleExcludedError."""
    lock(work, case)
    present = next((row for row in exclusions_of(work.session, case.id) if row.person_id == person_id), None)
    if present is not None:
        return present
    member = next((row for row in members_of(work.session, case.id) if row.person_id == person_id), None)
    if member is not None and member.is_responsible:
        raise ResponsibleExcludedError
    if member is not None:
        remove_member(work, case, member, MemberEnd.EXCLUDED)
    exclusion = Exclusion(
        id=uuid4(), person_id=person_id, excluded_at=work.now, excluded_by=account_at(work), **place_of(case)
    )
    work.encrypt(exclusion, Exclusion.reason, reason)
    work.session.add(exclusion)
    work.session.flush()
    work.tell(WorkerExcluded(case.student_id, person_id))
    return exclusion


def end_exclusion(work: UnitOfWork, exclusion: Exclusion, reason: str) -> None:
    """End it; the worker sees nothing by this alone, for a place in the group needs a consent."""
    if exclusion.ended_at is None:
        exclusion.ended_at, exclusion.ended_by = work.now, account_at(work)
        work.encrypt(exclusion, Exclusion.end_reason, reason)
        work.session.flush()
