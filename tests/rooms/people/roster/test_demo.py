"""The invented municipality is read whole: all of it is correct data, however odd it looks."""

import time
from collections import Counter

import pytest

from welfare.people.roster.content import Mode
from welfare.people.roster.demo import LAKEUSKOSKI
from welfare.people.roster.reading import Reading, ReadingRules, read_path
from welfare.people.roster.records import STAFF_ROLES, EnrollmentRole, OrgType, UserRole
from welfare.rules.actors import Role


@pytest.fixture(scope="module")
def demo() -> Reading:
    return read_path(LAKEUSKOSKI, ReadingRules())


def test_nothing_in_it_is_a_problem(demo: Reading) -> None:
    assert list(demo.problems) == []
    assert demo.is_sound


def test_every_row_has_become_a_record(demo: Reading) -> None:
    content = demo.content
    files = (
        content.orgs,
        content.sessions,
        content.courses,
        content.classes,
        content.users,
        content.enrollments,
        content.demographics,
    )
    assert [len(file.records) for file in files] == [9, 3, 86, 167, 3269, 3523, 1500]
    assert all(file.mode is Mode.BULK and file.is_whole for file in files)


def test_schools_lie_under_the_municipality_and_the_municipality_under_the_county(demo: Reading) -> None:
    orgs = demo.content.orgs.records
    schools = [org for org in orgs.values() if org.type is OrgType.SCHOOL]
    assert len(schools) == 7
    assert {orgs[school.parent_id].type for school in schools} == {OrgType.DISTRICT}
    assert orgs[orgs["o999"].parent_id].identifier == "18"


def test_people_are_students_guardians_parents_and_staff(demo: Reading) -> None:
    roles = Counter(user.role for user in demo.content.users.records.values())
    assert (roles[UserRole.STUDENT], roles[UserRole.GUARDIAN], roles[UserRole.PARENT]) == (1500, 1620, 20)
    assert sum(roles[role] for role in STAFF_ROLES) == 129


def test_the_title_gives_every_member_of_staff_a_role(demo: Reading) -> None:
    staff = [user for user in demo.content.users.records.values() if user.role in STAFF_ROLES]
    assert Counter(user.staff_role for user in staff) == {
        Role.PRINCIPAL: 7,
        Role.TEACHER: 30 + 33 + 11 + 5,
        Role.SPECIAL_TEACHER: 13,
        Role.STUDY_COUNSELLOR: 4,
        Role.SCHOOL_ASSISTANT: 6,
        Role.SCHOOL_SECRETARY: 2,
        Role.PROVIDER_COORDINATOR: 1,
        Role.CURATOR: 5,
        Role.SENIOR_CURATOR: 1,
        Role.PSYCHOLOGIST: 3,
        Role.NURSE: 5,
        Role.DOCTOR: 2,
        Role.WELFARE_COORDINATOR: 1,
    }


def test_county_staff_come_with_the_county_first_and_then_the_units_they_serve(demo: Reading) -> None:
    users = demo.content.users.records.values()
    assert sum(user.org_ids[0] == "o18" for user in users) == 17


def test_every_separator_of_the_identity_code_is_accepted(demo: Reading) -> None:
    separators = Counter(user.identity_code[6] for user in demo.content.users.records.values())
    assert separators == {
        "-": 1649,
        "A": 1436,
        "B": 38,
        "C": 18,
        "D": 5,
        "E": 6,
        "F": 2,
        "U": 12,
        "V": 7,
        "W": 10,
        "X": 22,
        "Y": 64,
    }


def test_restricted_addresses_are_kept_apart_person_by_person(demo: Reading) -> None:
    users = demo.content.users.records
    restricted = [user for user in users.values() if user.is_address_restricted]
    assert Counter(user.role for user in restricted) == {
        UserRole.STUDENT: 6,
        UserRole.GUARDIAN: 5,
        UserRole.TEACHER: 1,
    }
    elsewhere = [
        student for student in restricted if any(not users[agent].is_address_restricted for agent in student.agent_ids)
    ]
    assert len(elsewhere) == 3


def test_a_parent_without_custody_decides_nothing_and_some_may_not_even_be_told(demo: Reading) -> None:
    parents = [user for user in demo.content.users.records.values() if user.role is UserRole.PARENT]
    assert not any(parent.decides_ids for parent in parents)
    assert sum(not parent.informed_ids for parent in parents) == 7


def test_each_class_has_one_responsible_teacher(demo: Reading) -> None:
    primary = [row for row in demo.content.enrollments.records.values() if row.is_primary]
    assert {row.role for row in primary} == {EnrollmentRole.TEACHER}
    assert len(primary) == len({row.class_id for row in primary}) == 167


def test_no_record_shows_a_person_in_a_log(demo: Reading) -> None:
    user = demo.content.users.records["p000001"]
    assert repr(user) == "<UserRow p000001>"
    assert user.family_name not in repr(user)


def test_fifteen_hundred_pupils_take_well_under_two_seconds() -> None:
    before = time.process_time()
    read_path(LAKEUSKOSKI, ReadingRules())
    assert time.process_time() - before < 2


def test_progress_is_told_from_nothing_to_everything() -> None:
    steps: list[tuple[int, int]] = []
    read_path(LAKEUSKOSKI, ReadingRules(), progress=lambda done, total: steps.append((done, total)))
    done = [step for step, _ in steps]
    assert done == sorted(done)
    assert done[-1] == steps[-1][1] == sum(path.stat().st_size for path in LAKEUSKOSKI.glob("*.csv"))
    assert len(steps) > 10
