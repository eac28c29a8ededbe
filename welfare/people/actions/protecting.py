"""The marks by which the whole house knows that somebody is hidden for safety, and from whom not (661/2009 36 §)."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Guardianship, Person


def mark_restricted(work: UnitOfWork, person_ids: Collection[UUID], *, is_restricted: bool) -> None:
    """Hide where these people are, or show it again."""
    for person in work.session.scalars(select(Person).where(Person.id.in_(person_ids))):
        person.is_restricted = is_restricted
    work.session.flush()


def mark_home(work: UnitOfWork, household: Collection[UUID], *, knows_place: bool) -> None:
    """Guardians of a household know where its pupils are; every bond between two of them says so."""
    within = (Guardianship.guardian_id.in_(household), Guardianship.student_id.in_(household))
    for bond in work.session.scalars(select(Guardianship).where(*within)):
        bond.knows_place = knows_place
    work.session.flush()


def mark_apart(work: UnitOfWork, student_ids: Collection[UUID], guardian_ids: Collection[UUID] | None = None) -> None:
    """These guardians, or all there are, do not know where these pupils are."""
    bonds = select(Guardianship).where(Guardianship.student_id.in_(student_ids))
    if guardian_ids is not None:
        bonds = bonds.where(Guardianship.guardian_id.in_(guardian_ids))
    for bond in work.session.scalars(bonds):
        bond.knows_place = False
    work.session.flush()
