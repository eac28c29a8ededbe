"""The marks by which the whole house knows that somebody is hidden for safety, and from whom not (661/2009 36 §)."""

from collections.abc import Callable, Collection
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Guardianship, Person


def mark_restricted(work: UnitOfWork, person_ids: Collection[UUID], *, is_restricted: bool) -> None:
    """Hide where these people are, or show it again."""
    for person in work.session.scalars(select(Person).where(Person.id.in_(person_ids))):
        person.is_restricted = is_restricted
    work.session.flush()


def mark_bonds(work: UnitOfWork, student_ids: Collection[UUID], knows: Callable[[UUID, UUID], bool]) -> None:
    """Write down of each guardian of these pupils whether the guardian knows where the pupil is."""
    for bond in work.session.scalars(select(Guardianship).where(Guardianship.student_id.in_(student_ids))):
        bond.knows_place = knows(bond.guardian_id, bond.student_id)
    work.session.flush()
