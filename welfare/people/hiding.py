"""Whom the way to a pupil leads to as well: somebody of the family may be hidden for safety alone (661/2009 36 §)."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from welfare.people.bonds import holds_on
from welfare.people.models import Guardianship, Person


def has_hidden_guardian(
    student_id: InstrumentedAttribute[UUID], *, but: UUID | None = None, on: date | None = None
) -> ColumnElement[bool]:
    """Condition: a guardian of the student, on a day or ever, and other than one, is under non-disclosure."""
    bond, guardian = aliased(Guardianship), aliased(Person)
    found = [bond.student_id == student_id, bond.guardian_id == guardian.id, guardian.is_restricted]
    found += [] if but is None else [guardian.id != but]
    found += [] if on is None else [holds_on(bond, on)]
    return exists(select(bond.id).where(*found))


def is_family_hidden(session: Session, student_id: UUID, on: date) -> bool:
    """Whether the student or a guardian of the student is: what is handed to a family then tells of no place."""
    is_hidden = or_(Person.is_restricted, has_hidden_guardian(Person.id, on=on))
    return session.scalars(select(Person.id).where(Person.id == student_id, is_hidden)).first() is not None


def is_kept_from_a_ward(session: Session, guardian_id: UUID) -> bool:
    """Whether somebody is, or was, a guardian who may not find out where a pupil, or the other guardian, is."""
    is_hidden = or_(Person.is_restricted, has_hidden_guardian(Person.id, but=guardian_id))
    apart = (Guardianship.guardian_id == guardian_id, Guardianship.knows_place.is_(False), is_hidden)
    wards = select(Person.id).join(Guardianship, Guardianship.student_id == Person.id)
    return session.scalars(wards.where(*apart).limit(1)).first() is not None
