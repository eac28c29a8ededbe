"""Finding students: whom an actor may reach, where they study, and the facts the rules ask about."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, false, or_, select
from sqlalchemy.orm import Session

from welfare.access.gate import HOME_ZONE
from welfare.access.needs import Loaded, Reading
from welfare.organisations.models import Organisation, SchoolClass
from welfare.people.bonds import holds_on, is_present_on, selves_of
from welfare.people.models import Enrolment, Guardianship, Person, PersonKind
from welfare.rules.actors import WELFARE_PROFESSIONALS, Actor, Facts, World
from welfare.rules.permissions import SCHOOL_WIDE
from welfare.rules.registers import Register

FAR_REACHING = WELFARE_PROFESSIONALS | frozenset(SCHOOL_WIDE)
"""Roles that reach every student of their school."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A student and the class and school of one enrolment: the home group where there is one."""

    student: Person
    school_class: SchoolClass
    school: Organisation


def students_reachable_by(actor: Actor, on: date) -> ColumnElement[bool]:
    """Condition on `Person`: the students this actor may ask support for. Equals Permission.REQUEST_SEND_FOR."""
    return and_(is_student_on(on), _is_reached_by(actor, on))


def is_student_on(on: date) -> ColumnElement[bool]:
    """Condition on `Person`: studies somewhere on a day."""
    return and_(Person.kind == PersonKind.STUDENT, is_present_on(on), _is_enrolled(on))


def load_student(reading: Reading, student_id: UUID) -> Loaded | None:
    """Loader of ``<student_id:student>``; None for anyone who is not a student today."""
    on = reading.now.astimezone(HOME_ZONE).date()
    placed = placements_of(reading.session, [student_id], on)
    if not placed:
        return None
    return Loaded(placed[0].student, facts_of_student(placed, reading.actor, on))


def facts_of_student(placed: Sequence[Placed], actor: Actor, on: date) -> Facts:
    """How the actor stands to a student, given every place of that one student: at the school both know, if any."""
    student = placed[0].student
    return Facts(
        on=on,
        subject_ids=(("person", student.id),),
        register=Register.DIRECTORY,
        controller_id=student.controller_id,
        school_id=school_for(placed, actor).id,
        student_id=student.id,
        student_class_ids=frozenset(place.school_class.id for place in placed),
    )


def school_for(placed: Sequence[Placed], actor: Actor) -> Organisation:
    """Of a student's schools the one that the actor reaches furthest into; else the one entered last."""
    far, near = actor.schools(*FAR_REACHING), actor.schools()

    def reach(place: Placed) -> tuple[bool, bool, bool]:
        return place.school.id in far, place.school_class.id in actor.class_ids, place.school.id in near

    return max(placed, key=reach).school


def placements_of(session: Session, student_ids: Iterable[UUID], on: date) -> list[Placed]:
    """Every present enrolment of these students, home groups and the newest first."""
    statement = (
        select(Person, SchoolClass, Organisation)
        .join(Enrolment, Enrolment.student_id == Person.id)
        .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .join(Organisation, Organisation.id == Enrolment.school_id)
        .where(Person.id.in_(list(student_ids)), is_student_on(on), holds_on(Enrolment, on))
        .order_by(SchoolClass.is_home_group.desc(), Enrolment.begins_on.desc(), Enrolment.id)
    )
    return [Placed(*row) for row in session.execute(statement)]


@dataclass(frozen=True, slots=True)
class Reach:
    """Among whom somebody looks: the students an actor reaches (as the actor is to be seen), but some."""

    actor: Actor
    but: frozenset[UUID] = frozenset()

    def ids(self, session: Session, on: date) -> list[UUID]:
        """Who they are."""
        found = session.scalars(select(Person.id).where(students_reachable_by(self.actor, on)).order_by(Person.id))
        return [id for id in found if id not in self.but]

    def placed(self, session: Session, on: date, among: Collection[UUID]) -> list[Placed]:
        """Those of some students who are reached now."""
        found = _placed(session, self.actor, on, Person.id.in_(among))
        return [place for place in found if place.student.id not in self.but]


def reachable_students(session: Session, actor: Actor, on: date, class_id: UUID | None = None) -> list[Placed]:
    """The students an actor reaches (of one class, if named), each once, with the home group; one query."""
    if class_id is None:
        return _placed(session, actor, on)
    in_class = select(Enrolment.student_id).where(Enrolment.class_id == class_id, holds_on(Enrolment, on))
    return _placed(session, actor, on, Person.id.in_(in_class))


def _placed(session: Session, actor: Actor, on: date, *conditions: ColumnElement[bool]) -> list[Placed]:
    statement = (
        select(Person, SchoolClass, Organisation)
        .join(Enrolment, Enrolment.student_id == Person.id)
        .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .join(Organisation, Organisation.id == Enrolment.school_id)
        .where(students_reachable_by(actor, on), holds_on(Enrolment, on), *conditions)
        .order_by(SchoolClass.is_home_group.desc(), Enrolment.begins_on.desc(), Enrolment.id)
    )
    found: dict[UUID, Placed] = {}
    for row in session.execute(statement):
        found.setdefault(row[0].id, Placed(*row))
    return list(found.values())


def classes_reached_by(session: Session, actor: Actor, on: date) -> list[tuple[SchoolClass, Organisation]]:
    """The classes whose students the actor reaches: own groups, and the home groups of a whole school."""
    statement = (
        select(SchoolClass, Organisation)
        .join(Organisation, Organisation.id == SchoolClass.school_id)
        .where(
            or_(SchoolClass.ended_on.is_(None), SchoolClass.ended_on > on),
            or_(
                SchoolClass.id.in_(actor.class_ids),
                and_(SchoolClass.school_id.in_(actor.schools(*FAR_REACHING)), SchoolClass.is_home_group),
            ),
        )
        .order_by(Organisation.name_fi, SchoolClass.name, SchoolClass.id)
    )
    is_staff = actor.world is World.STAFF and actor.full_sign_in
    return [(row[0], row[1]) for row in session.execute(statement)] if is_staff else []


def guardians_of(session: Session, student_id: UUID, on: date) -> list[tuple[Person, Guardianship]]:
    """Those who have custody of a student on a day (LHL 3-5 §)."""
    statement = (
        select(Person, Guardianship)
        .join(Guardianship, Guardianship.guardian_id == Person.id)
        .where(
            Guardianship.student_id == student_id,
            Guardianship.has_custody,
            holds_on(Guardianship, on),
        )
        .order_by(Guardianship.begins_on, Person.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def is_kin(session: Session, person_id: UUID, student_id: UUID) -> bool:
    """Whether somebody is, or has ever been, a guardian of a student."""
    bond = (Guardianship.student_id == student_id, Guardianship.guardian_id.in_(selves_of(person_id)))
    return session.scalars(select(Guardianship.id).where(*bond).limit(1)).first() is not None


def is_minor(student: Person, on: date) -> bool:
    """Whether a student is under 18 on a day; one whose birthday nobody has entered counts as a minor (rule 35)."""
    return student.of_age_on is None or on < student.of_age_on


def _is_reached_by(actor: Actor, on: date) -> ColumnElement[bool]:
    if not actor.full_sign_in:
        return false()
    if actor.world is World.STAFF:
        far, own = actor.schools(*FAR_REACHING), actor.class_ids
        return _is_enrolled(on, or_(Enrolment.school_id.in_(far), Enrolment.class_id.in_(own)))
    if actor.world is World.CITIZEN:
        return or_(Person.id == actor.person_id, Person.id.in_(actor.ward_ids))
    return false()


def _is_enrolled(on: date, condition: ColumnElement[bool] | None = None) -> ColumnElement[bool]:
    """Whether a present enrolment (of a kind) exists, also within a query that joins enrolments itself."""
    found = select(Enrolment.id).where(Enrolment.student_id == Person.id, holds_on(Enrolment, on)).correlate(Person)
    return exists(found if condition is None else found.where(condition))
