"""All that communal work may ask of the directory. The wall lets it import this module alone.

It tells who works where, by name, and which words of a text could name a pupil. Nothing here hands out a pupil or a
guardian: a person who is not of the staff is answered like one who is not there, and of the pupils only words come back
that stood in the text already.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import SchoolClass
from welfare.people.bonds import holds_on, is_present_on, lasts
from welfare.people.models import Assignment, Enrolment, Person, PersonKind
from welfare.people.pages.names import names_of
from welfare.rules.actors import Role
from welfare.rules.mentions import FullName, Mention, mentions

A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody at work, by name and post."""

    person_id: UUID
    role: Role
    name: str


def staff_at(work: UnitOfWork, places: Collection[UUID], roles: Collection[Role], on: date) -> Sequence[StaffMember]:
    """Who works at some places in some posts, by name; each once for each post."""
    statement = (
        select(Person, Assignment.role)
        .join(Assignment, Assignment.person_id == Person.id)
        .where(
            Assignment.organisation_id.in_(places),
            Assignment.role.in_(roles),
            holds_on(Assignment, on),
            Person.kind == PersonKind.STAFF,
            is_present_on(on),
        )
        .distinct()
    )
    found = [(person, role) for person, role in work.session.execute(statement)]
    names = names_of(work, (person for person, _role in found))
    ordered = sorted(found, key=lambda each: (names[each[0].id].sort_key, str(each[1]), str(each[0].id)))
    return [StaffMember(person.id, role, names[person.id].full) for person, role in ordered]


def works_among(
    session: Session, person_ids: Iterable[UUID], places: Collection[UUID], roles: Collection[Role], on: date
) -> frozenset[UUID]:
    """Which of some people work at some places in some posts on a day; no name is opened."""
    statement = (
        select(Assignment.person_id)
        .join(Person, Person.id == Assignment.person_id)
        .where(
            Assignment.person_id.in_(set(person_ids)),
            Assignment.organisation_id.in_(places),
            Assignment.role.in_(roles),
            holds_on(Assignment, on),
            Person.kind == PersonKind.STAFF,
            is_present_on(on),
        )
    )
    return frozenset(session.scalars(statement))


def staff_names(work: UnitOfWork, person_ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """The names of some of the staff, also of those who work here no more."""
    statement = select(Person).where(Person.id.in_(set(person_ids)), Person.kind == PersonKind.STAFF)
    found = names_of(work, work.session.scalars(statement))
    return {id: name.full for id, name in found.items()}


def own_class(work: UnitOfWork) -> UUID | None:
    """The home group that the asker studies in today; nobody else's can be asked for."""
    own = Enrolment.student_id == work.actor.person_id, holds_on(Enrolment, work.facts.on), SchoolClass.is_home_group
    statement = select(Enrolment.class_id).join(SchoolClass, SchoolClass.id == Enrolment.class_id).where(*own)
    return work.session.scalars(statement.order_by(Enrolment.begins_on.desc(), Enrolment.id)).first()


@dataclass(frozen=True, slots=True)
class LookedFor:
    """Whose names are looked for in a text: pupils of some schools, and the staff who may be named."""

    school_ids: Collection[UUID]
    places: Collection[UUID]
    roles: Collection[Role]
    whole_names_alone: bool = False
    is_asked_by_pupil: bool = False
    """Then those with a safety prohibition are left out: the answer would tell a pupil who of them studies here."""


def pupils_mentioned(work: UnitOfWork, text: str, among: LookedFor, on: date) -> tuple[Mention, ...]:
    """Which words of a text could name a pupil. The event has how many names were looked through, and names none.

    Who left in the last year or comes in the next is among them: evaluations look back, and May plans for August.
    Those with a safety prohibition are among them like everybody else, and by the same question: what is written may be
    told to homes and on the net, and their name there would tell where they are (661/2009 36 §). Whoever may write for
    the school is asked about a name, and learns nothing that sets one pupil apart from another. A hint that is offered
    unasked goes without them (see schoolmates.py).
    """
    near = Enrolment.begins_on <= on + A_YEAR, lasts(Enrolment, on - A_YEAR)
    enrolled = select(Enrolment.student_id).where(Enrolment.school_id.in_(among.school_ids), *near)
    pupils = select(Person).where(Person.kind == PersonKind.STUDENT, Person.id.in_(enrolled))
    if among.is_asked_by_pupil:
        pupils = pupils.where(Person.is_restricted.is_(False))
    at_work = select(Assignment.person_id).where(
        Assignment.organisation_id.in_(among.places), Assignment.role.in_(among.roles), holds_on(Assignment, on)
    )
    staff = select(Person).where(Person.kind == PersonKind.STAFF, Person.id.in_(at_work))
    names = [_opened(work, statement) for statement in (pupils, staff)]
    return mentions(text, *names, whole_names_alone=among.whole_names_alone)


def _opened(work: UnitOfWork, statement: Select[Person]) -> list[FullName]:
    rows = work.session.scalars(statement.order_by(Person.id)).all()
    return [FullName(each["given_name"], each["family_name"]) for _row, each in work.skim(rows, Person.identity)]


def posts_at(
    session: Session, places: Collection[UUID], roles: Collection[Role], on: date
) -> Mapping[UUID, Mapping[UUID, frozenset[Role]]]:
    """Who works at each of some places on a day, in which posts; no name is opened."""
    statement = (
        select(Assignment.organisation_id, Assignment.person_id, Assignment.role)
        .join(Person, Person.id == Assignment.person_id)
        .where(
            Assignment.organisation_id.in_(places),
            Assignment.role.in_(roles),
            holds_on(Assignment, on),
            Person.kind == PersonKind.STAFF,
            is_present_on(on),
        )
    )
    found: dict[UUID, dict[UUID, frozenset[Role]]] = {place: {} for place in places}
    for place, person_id, role in session.execute(statement):
        found[place][person_id] = found[place].get(person_id, frozenset()) | {role}
    return found
