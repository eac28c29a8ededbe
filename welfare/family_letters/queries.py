"""Which classes somebody may write letters to, the families of one, and a letter by its code."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.accounts.models import Account
from welfare.family_letters.models import FamilyLetter
from welfare.organisations.models import Organisation, SchoolClass
from welfare.people.bonds import holds_on, is_present_on
from welfare.people.models import Enrolment, Guardianship, Person, PersonKind
from welfare.rules.actors import Actor, Facts, Role
from welfare.rules.permissions import ADMINISTRATION
from welfare.rules.registers import Register


@dataclass(frozen=True, slots=True)
class Member:
    """A student of a class, or a guardian of one, with the student it is about."""

    person: Person
    student: Person


def load_class(reading: Reading, class_id: UUID) -> Loaded | None:
    """Loader of ``<letter_class_id:school_class>``."""
    school_class = reading.session.get(SchoolClass, class_id)
    if school_class is None:
        return None
    school = reading.session.get_one(Organisation, school_class.school_id)
    facts = Facts(
        on=reading.now.astimezone(HOME_ZONE).date(),
        subject_ids=(("organisation", school.id),),
        register=Register.DIRECTORY,
        controller_id=school.provider_id,
        school_id=school.id,
    )
    return Loaded(school_class, facts)


def classes_written_to(session: Session, actor: Actor, on: date) -> Sequence[tuple[SchoolClass, Organisation]]:
    """The classes to which the actor may write letters. Equals Permission.FAMILY_LETTER_MAKE."""
    own = or_(
        Organisation.id.in_(actor.schools(Role.SCHOOL_SECRETARY)),
        Organisation.provider_id.in_(actor.controllers(*ADMINISTRATION)),
    )
    has_students = select(Enrolment.class_id).where(holds_on(Enrolment, on))
    statement = (
        select(SchoolClass, Organisation)
        .join(Organisation, Organisation.id == SchoolClass.school_id)
        .where(own, SchoolClass.id.in_(has_students))
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def families_of(session: Session, class_id: UUID, on: date, *, knows_hidden: bool) -> Sequence[Member]:
    """The students of a class, and the guardians of those who are minors.

    Where somebody under non-disclosure, or the child of one, goes to school is known to the school's own office alone
    (661/2009 37 §).
    """
    known = () if knows_hidden else (~Person.is_restricted,)
    students = session.scalars(
        select(Person)
        .join(Enrolment, Enrolment.student_id == Person.id)
        .where(
            Enrolment.class_id == class_id,
            holds_on(Enrolment, on),
            Person.kind == PersonKind.STUDENT,
            is_present_on(on),
            *known,
        )
        .distinct()
    ).all()
    minors = {person.id: person for person in students if person.of_age_on is None or on < person.of_age_on}
    bonds = session.execute(
        select(Person, Guardianship.student_id)
        .join(Guardianship, Guardianship.guardian_id == Person.id)
        .where(Guardianship.student_id.in_(minors), holds_on(Guardianship, on), *known)
    )
    return [*(Member(each, each) for each in students), *(Member(row[0], minors[row[1]]) for row in bonds)]


def accounts_by_person(session: Session, person_ids: Collection[UUID]) -> set[UUID]:
    """Those who have an account already."""
    return set(session.scalars(select(Account.person_id).where(Account.person_id.in_(person_ids)))) - {None}  # type: ignore[return-value]


def living_letters(session: Session, person_ids: Collection[UUID], now: datetime) -> Sequence[FamilyLetter]:
    """Letters that can still be used."""
    return session.scalars(
        select(FamilyLetter).where(FamilyLetter.person_id.in_(person_ids), *_lives(now)).order_by(FamilyLetter.made_at)
    ).all()


def letter_by(session: Session, digest: bytes, now: datetime) -> FamilyLetter | None:
    """The living letter with this code."""
    return session.scalars(select(FamilyLetter).where(FamilyLetter.digest == digest, *_lives(now))).first()


def letters_with(session: Session, digests: Collection[bytes]) -> Sequence[FamilyLetter]:
    """The letters with these codes, living or not."""
    return session.scalars(select(FamilyLetter).where(FamilyLetter.digest.in_(digests))).all()


def lives_on(letter: FamilyLetter, now: datetime) -> bool:
    """Whether a letter can still be used. Equals ``_lives``."""
    return letter.used_at is None and letter.ended_at is None and letter.expires_at > now


def _lives(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (FamilyLetter.used_at.is_(None), FamilyLetter.ended_at.is_(None), FamilyLetter.expires_at > now)
