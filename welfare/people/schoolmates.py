"""Whose names are looked for in what is written about a student: other students of the same school."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.people.bonds import holds_on
from welfare.people.models import Enrolment, Person
from welfare.people.queries import is_student_on


def schoolmates(session: Session, school_id: UUID, besides: Collection[UUID], on: date) -> Sequence[Person]:
    """The students of a school on a day but these, and but those whose school is nobody's to find out by asking.

    A hint answers *yes, that name studies here*; of a restricted student not even that may be told.
    """
    enrolled = select(Enrolment.student_id).where(Enrolment.school_id == school_id, holds_on(Enrolment, on))
    statement = select(Person).where(is_student_on(on), Person.id.in_(enrolled), Person.is_restricted.is_(False))
    return session.scalars(statement.where(Person.id.not_in(besides)).order_by(Person.id)).all()
