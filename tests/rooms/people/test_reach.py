"""Whom an actor may reach: the list of students is exactly what the rule permits, for every role and relation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.builders import BEGINNING, Someone, Village
from tests.furnishing import furnishes
from welfare.access.needs import Reading
from welfare.audit.ledger import Ledger
from welfare.people.models import Enrolment, Person
from welfare.people.pages import PersonName, student_lines
from welfare.people.queries import (
    classes_reached_by,
    facts_of_student,
    guardians_of,
    is_minor,
    load_student,
    placements_of,
    reachable_students,
    students_reachable_by,
)
from welfare.rules.actors import Actor, Post, Role, World
from welfare.rules.permissions import Permission, decide

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Two:
    """Two schools with students: in a home group, in two groups, in both schools, and one who has left."""

    village: Village
    other_school: UUID
    class_7a: UUID
    class_8b: UUID
    class_kai: UUID
    students: dict[str, Someone]

    def names_on(self, session: Session, actor: Actor, on: date = TODAY) -> set[str]:
        by_id = {someone.person_id: name for name, someone in self.students.items()}
        return {by_id[id] for id in session.scalars(select(Person.id).where(students_reachable_by(actor, on)))}


@furnishes
def two(village: Village) -> Two:
    other = village.another_school()
    classes = village.a_class("7A"), village.a_class("8B"), village.a_class("7K", other)
    students = {
        "Eetu": village.student("Eetu Kallioniemi", classes[0]),
        "Linnea": village.student("Linnea Bergskog", classes[1]),
        "Yusuf": village.student("Yusuf Karlsmaa", classes[2]),
        "Both": village.student("Aada Vuorenjuuri", classes[0]),
        "Left": village.student("Noora Sillanpelto", classes[0]),
        "Later": village.student("Onni Lepistö", classes[1]),
    }
    with village.work() as work:
        places = {e.student_id: e for e in work.session.scalars(select(Enrolment))}
        both = students["Both"].person_id
        work.session.add(Enrolment(student_id=both, class_id=classes[2], school_id=other, begins_on=BEGINNING))
        places[students["Left"].person_id].ends_on = TODAY - timedelta(days=1)
        places[students["Later"].person_id].begins_on = TODAY + timedelta(days=1)
    return Two(village, other, *classes, students)


def staff(*posts: Post, classes: frozenset[UUID] = frozenset(), is_full: bool = True) -> Actor:
    return Actor(
        account_id=UUID(int=1),
        person_id=UUID(int=2),
        world=World.STAFF,
        posts=posts,
        class_ids=classes,
        full_sign_in=is_full,
    )


def post(role: Role, school: UUID) -> Post:
    return Post(role, school, school, frozenset({school}))


def every_actor(two: Two) -> Iterator[Actor]:
    """Each role at either school or both, with every set of own groups; and every citizen, fully signed in or not."""
    schools = (two.village.school_id, two.other_school)
    sets = [frozenset[UUID](), frozenset({two.class_7a}), frozenset({two.class_8b, two.class_kai})]
    posts = [(), *((post(role, school),) for role, school in product(Role, schools))]
    posts += [(post(a, schools[0]), post(b, schools[1])) for a, b in product((Role.TEACHER, Role.PRINCIPAL), Role)]
    for some, own, is_full in product(posts, sets, (True, False)):
        yield staff(*some, classes=own, is_full=is_full)
    ids = [someone.person_id for someone in two.students.values()]
    for person, wards in product([*ids, UUID(int=9)], [frozenset[UUID](), frozenset(ids[:2]), frozenset(ids[3:])]):
        yield Actor(UUID(int=1), person, World.CITIZEN, ward_ids=wards, full_sign_in=True)
        yield Actor(UUID(int=1), person, World.CITIZEN, ward_ids=wards)
        yield Actor(UUID(int=1), person, World.SYSTEM, ward_ids=wards, full_sign_in=True)


def test_the_students_listed_are_those_the_rule_permits(two: Two, ledger: Ledger) -> None:
    with ledger.transaction() as transaction:
        session = transaction.session
        placed = {name: placements_of(session, [who.person_id], TODAY) for name, who in two.students.items()}
        assert {name for name, places in placed.items() if not places} == {"Left", "Later"}
        for actor in every_actor(two):
            permitted = {
                name
                for name, places in placed.items()
                if places
                and decide(actor, Permission.REQUEST_SEND_FOR, facts_of_student(places, actor, TODAY)).is_granted
            }
            assert two.names_on(session, actor) == permitted, actor


@pytest.mark.parametrize(
    ("role", "names"),
    [
        (Role.TEACHER, set()),
        (Role.SCHOOL_SECRETARY, set()),
        (Role.ADMINISTRATOR, set()),
        (Role.DATA_PROTECTION_OFFICER, set()),
        (Role.PRINCIPAL, {"Eetu", "Linnea", "Both"}),
        (Role.STUDY_COUNSELLOR, {"Eetu", "Linnea", "Both"}),
        (Role.CURATOR, {"Eetu", "Linnea", "Both"}),
        (Role.NURSE, {"Eetu", "Linnea", "Both"}),
    ],
)
def test_a_post_reaches_as_far_as_its_task(two: Two, ledger: Ledger, role: Role, names: set[str]) -> None:
    with ledger.transaction() as transaction:
        assert two.names_on(transaction.session, staff(post(role, two.village.school_id))) == names


def test_a_teacher_reaches_own_groups_only(two: Two, ledger: Ledger) -> None:
    teacher = staff(post(Role.TEACHER, two.village.school_id), classes=frozenset({two.class_7a}))
    with ledger.transaction() as transaction:
        assert two.names_on(transaction.session, teacher) == {"Eetu", "Both"}
        classes = [found.name for found, _ in classes_reached_by(transaction.session, teacher, TODAY)]
    assert classes == ["7A"]


def test_a_principal_elsewhere_is_no_principal_here(two: Two, ledger: Ledger) -> None:
    actor = staff(post(Role.TEACHER, two.village.school_id), post(Role.PRINCIPAL, two.other_school))
    with ledger.transaction() as transaction:
        assert two.names_on(transaction.session, actor) == {"Yusuf", "Both"}


def test_an_enrolment_reaches_from_its_first_day_to_its_last(two: Two, ledger: Ledger) -> None:
    teacher = staff(classes=frozenset({two.class_7a, two.class_8b}))
    with ledger.transaction() as transaction:
        session = transaction.session
        assert "Left" in two.names_on(session, teacher, TODAY - timedelta(days=1))
        assert "Left" not in two.names_on(session, teacher)
        assert "Later" not in two.names_on(session, teacher)
        assert "Later" in two.names_on(session, teacher, TODAY + timedelta(days=1))


def test_someone_who_is_not_a_student_is_not_found(two: Two, ledger: Ledger) -> None:
    teacher = two.village.staff(Role.TEACHER, "Oona Rautasalo")
    with ledger.transaction() as transaction:
        reading = Reading(transaction.session, staff(), ledger.clock(), {})
        assert load_student(reading, teacher.person_id) is None
        assert load_student(reading, UUID(int=5)) is None
        assert load_student(reading, two.students["Left"].person_id) is None
        assert load_student(reading, two.students["Eetu"].person_id) is not None


def test_each_student_stands_once_in_a_list_with_the_home_group_sorted_by_family_name(two: Two, app: Flask) -> None:
    everywhere = staff(post(Role.CURATOR, two.village.school_id), post(Role.CURATOR, two.other_school))
    with two.village.work() as work, app.test_request_context():
        lines = student_lines(work, reachable_students(work.session, everywhere, TODAY))
        in_class = student_lines(work, reachable_students(work.session, everywhere, TODAY, two.class_kai))
    assert [line.name.full for line in lines] == [
        "Linnea Bergskog",
        "Eetu Kallioniemi",
        "Yusuf Karlsmaa",
        "Aada Vuorenjuuri",
    ]
    assert [line.name.full for line in in_class] == ["Yusuf Karlsmaa", "Aada Vuorenjuuri"]


def test_a_name_that_cannot_be_opened_is_a_gap_and_not_two_blanks(two: Two) -> None:
    with two.village.work() as work:
        person = work.session.get_one(Person, two.students["Eetu"].person_id)
        assert PersonName.of(work, person).full == "Eetu Kallioniemi"
        assert PersonName.of(work, person).born_on == date(2012, 5, 5)
        person.identity = work.session.get_one(Person, two.students["Linnea"].person_id).identity
        name = PersonName.of(work, person)
        work.session.refresh(person)
    assert (type(name.full).__name__, name.born_on) == ("Gap", None)


def test_guardians_with_custody_are_found_and_a_student_without_a_birthday_counts_as_a_minor(
    two: Two, ledger: Ledger
) -> None:
    eetu = two.students["Eetu"]
    mother = two.village.guardian("Kaisa Kallioniemi", eetu)
    two.village.guardian("Kari Kallioniemi", eetu, has_custody=False)
    with ledger.transaction() as transaction:
        session = transaction.session
        assert [found.id for found, _ in guardians_of(session, eetu.person_id, TODAY)] == [mother.person_id]
        student = session.get_one(Person, eetu.person_id)
        assert is_minor(student, date(2029, 12, 31))
        assert not is_minor(student, date(2030, 1, 1))
        student.of_age_on = None
        assert is_minor(student, TODAY)
