"""What every row of a matter begins with: whose matter it is, and who is at work; and a place in its group."""

from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case, CaseMember
from welfare.rules.actors import Role

Worker = tuple[UUID, UUID, Role]
"""Account, person, and the office in which the person takes part."""


def place_of(case: Case) -> dict[str, UUID]:
    """The columns that tie a row to its matter."""
    return {"case_id": case.id, "student_id": case.student_id, "controller_id": case.controller_id}


def account_at(work: UnitOfWork) -> UUID:
    """The account at work; a matter is never changed by nobody."""
    if work.actor.account_id is None:
        message = "a matter is changed by a person"
        raise ValueError(message)
    return work.actor.account_id


def give_place(work: UnitOfWork, case: Case, worker: Worker, *, is_responsible: bool = False) -> CaseMember:
    """Put somebody into the group from today; that the consents allow it, the caller has asked."""
    account_id, person_id, role = worker
    member = CaseMember(
        id=uuid4(),
        account_id=account_id,
        person_id=person_id,
        position=role.value,
        is_responsible=is_responsible,
        since=work.facts.on,
        added_by=account_at(work),
        **place_of(case),
    )
    work.session.add(member)
    work.session.flush()
    return member
