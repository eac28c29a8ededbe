"""Rows must fit together: schools and classes, and above all who is whose guardian."""

import pytest

from tests.rooms.people.roster.small import (
    CLASS,
    COUNTY,
    GUARDIAN,
    OTHER_PUPIL,
    PROVIDER,
    PUPIL,
    SCHOOL,
    SIBLING,
    TEACHER,
    SmallRoster,
    codes,
    places,
)
from welfare.people.roster.codes import ProblemCode

IDENTITY = "metadata.personalIdentityCode"
DECIDES, INFORMED, AGENTS = "metadata.decides", "metadata.mayReceiveInformation", "agentSourcedIds"
ENROLLMENT = f"ek{PUPIL}"


@pytest.mark.parametrize(
    ("file", "source_id", "column"),
    [
        ("orgs", SCHOOL, "parentSourcedId"),
        ("academicSessions", "t2026", "parentSourcedId"),
        ("courses", "c1-01", "orgSourcedId"),
        ("courses", "c1-01", "schoolYearSourcedId"),
        ("classes", CLASS, "courseSourcedId"),
        ("classes", CLASS, "termSourcedIds"),
        ("enrollments", ENROLLMENT, "classSourcedId"),
        ("enrollments", ENROLLMENT, "userSourcedId"),
        ("users", TEACHER, "orgSourcedIds"),
    ],
)
def test_a_reference_to_nothing_is_noted_at_its_cell(
    small: SmallRoster, file: str, source_id: str, column: str
) -> None:
    small.change(file, source_id, column, "nobody")
    assert places(small.read()) == [
        (ProblemCode.UNKNOWN_REFERENCE, f"{file}.csv:{small.number(file, source_id)}:{column}")
    ]


def test_a_birth_date_of_nobody_is_noted(small: SmallRoster) -> None:
    small.rows["demographics"].append(small.row("demographics", PUPIL) | {"sourcedId": "p999"})
    assert places(small.read()) == [(ProblemCode.UNKNOWN_REFERENCE, "demographics.csv:6:sourcedId")]


@pytest.mark.parametrize(
    ("source_id", "parent"), [(SCHOOL, COUNTY), (PROVIDER, SCHOOL), (COUNTY, PROVIDER), (SCHOOL, SCHOOL)]
)
def test_an_organisation_lies_under_the_right_kind(small: SmallRoster, source_id: str, parent: str) -> None:
    small.change("orgs", source_id, "parentSourcedId", parent)
    row = small.number("orgs", source_id)
    assert places(small.read()) == [(ProblemCode.WRONG_PARENT, f"orgs.csv:{row}:parentSourcedId")]


def test_a_class_is_in_a_school_and_its_pupils_in_the_same(small: SmallRoster) -> None:
    small.change("classes", CLASS, "schoolSourcedId", PROVIDER)
    assert codes(small.read()) == {ProblemCode.NOT_A_SCHOOL, ProblemCode.WRONG_SCHOOL}


def test_a_student_needs_a_school(small: SmallRoster) -> None:
    small.change("users", PUPIL, "orgSourcedIds", f"{PROVIDER},{COUNTY}")
    row = small.number("users", PUPIL)
    assert places(small.read()) == [(ProblemCode.STUDENT_WITHOUT_SCHOOL, f"users.csv:{row}:orgSourcedIds")]
    small.change("users", PUPIL, "orgSourcedIds", f"{PROVIDER},{SCHOOL}")
    assert places(small.read()) == []


@pytest.mark.parametrize(
    ("role", "user"), [("teacher", PUPIL), ("student", TEACHER), ("student", GUARDIAN), ("teacher", GUARDIAN)]
)
def test_nobody_is_in_a_class_as_what_they_are_not(small: SmallRoster, role: str, user: str) -> None:
    small.change("enrollments", ENROLLMENT, "role", role)
    small.change("enrollments", ENROLLMENT, "userSourcedId", user)
    row = small.number("enrollments", ENROLLMENT)
    assert places(small.read()) == [(ProblemCode.WRONG_ROLE_IN_CLASS, f"enrollments.csv:{row}:role")]


def test_a_student_is_never_the_responsible_teacher(small: SmallRoster) -> None:
    small.change("enrollments", ENROLLMENT, "primary", "true")
    assert ProblemCode.WRONG_ROLE_IN_CLASS in codes(small.read())


def test_two_responsible_teachers_are_listed_and_stop_nothing(small: SmallRoster) -> None:
    first = small.row("enrollments", f"ek{TEACHER}")
    small.rows["enrollments"].append(first | {"sourcedId": "second", "userSourcedId": "s000002"})
    reading = small.read()
    assert codes(reading) == {ProblemCode.SEVERAL_RESPONSIBLE_TEACHERS}
    assert reading.is_sound


@pytest.mark.parametrize("column", [DECIDES, INFORMED])
def test_a_right_stands_only_where_a_relation_stands(small: SmallRoster, column: str) -> None:
    small.change("users", GUARDIAN, column, f"{PUPIL},{SIBLING},{OTHER_PUPIL}")
    row = small.number("users", GUARDIAN)
    assert places(small.read()) == [(ProblemCode.RIGHT_WITHOUT_RELATION, f"users.csv:{row}:{column}")]


@pytest.mark.parametrize("column", [DECIDES, INFORMED])
def test_fewer_rights_than_relations_are_in_order(small: SmallRoster, column: str) -> None:
    small.change("users", GUARDIAN, column, PUPIL)
    assert places(small.read()) == []


def test_a_parent_without_custody_may_be_told_but_never_decides(small: SmallRoster) -> None:
    small.change("users", GUARDIAN, "role", "parent")
    row = small.number("users", GUARDIAN)
    assert places(small.read()) == [(ProblemCode.RIGHT_OF_WRONG_ROLE, f"users.csv:{row}:{DECIDES}")]
    small.change("users", GUARDIAN, DECIDES, "")
    assert places(small.read()) == []


@pytest.mark.parametrize("column", [DECIDES, INFORMED])
def test_a_teacher_has_no_rights_over_a_student(small: SmallRoster, column: str) -> None:
    small.change("users", TEACHER, column, PUPIL)
    assert codes(small.read()) == {ProblemCode.RIGHT_OF_WRONG_ROLE}


def test_a_relation_that_one_side_denies_is_an_error(small: SmallRoster) -> None:
    small.change("users", PUPIL, AGENTS, "g0000001")
    row = small.number("users", GUARDIAN)
    assert places(small.read()) == [(ProblemCode.ONE_SIDED_RELATION, f"users.csv:{row}:{AGENTS}")]


@pytest.mark.parametrize("agent", [TEACHER, SIBLING])
def test_only_guardians_and_parents_are_agents_of_a_student(small: SmallRoster, agent: str) -> None:
    small.change("users", PUPIL, AGENTS, f"{GUARDIAN},g0000001,{agent}")
    row = small.number("users", PUPIL)
    assert places(small.read()) == [(ProblemCode.AGENT_OF_WRONG_ROLE, f"users.csv:{row}:{AGENTS}")]


def test_one_code_on_two_students_is_an_error(small: SmallRoster) -> None:
    small.change("users", SIBLING, IDENTITY, small.row("users", PUPIL)[IDENTITY])
    small.change("demographics", SIBLING, "birthDate", small.row("demographics", PUPIL)["birthDate"])
    row = small.number("users", SIBLING)
    assert places(small.read()) == [(ProblemCode.SAME_IDENTITY_CODE_TWICE, f"users.csv:{row}:{IDENTITY}")]


def test_one_code_on_a_teacher_and_a_guardian_is_one_person_to_confirm(small: SmallRoster) -> None:
    small.change("users", GUARDIAN, IDENTITY, small.row("users", TEACHER)[IDENTITY])
    reading = small.read()
    assert codes(reading) == {ProblemCode.SHARED_IDENTITY_CODE}
    assert reading.is_sound


def test_codes_that_differ_in_the_separator_alone_are_two_people(small: SmallRoster) -> None:
    code = small.row("users", GUARDIAN)[IDENTITY]
    assert code[6] == "Y"
    small.change("users", "g0000001", IDENTITY, f"{code[:6]}-{code[7:]}")
    assert places(small.read()) == []


def test_one_user_name_on_two_people_is_an_error_whatever_its_capitals(small: SmallRoster) -> None:
    small.change("users", SIBLING, "username", small.row("users", PUPIL)["username"].upper())
    assert codes(small.read()) == {ProblemCode.SAME_USERNAME_TWICE}


def test_the_birth_date_must_be_that_of_the_code(small: SmallRoster) -> None:
    small.change("demographics", PUPIL, "birthDate", "2018-01-01")
    row = small.number("demographics", PUPIL)
    assert places(small.read()) == [(ProblemCode.BIRTH_DATE_DISAGREES, f"demographics.csv:{row}:birthDate")]


def test_without_a_code_the_birth_date_comes_from_demographics(small: SmallRoster) -> None:
    small.change("users", PUPIL, IDENTITY, "")
    born = small.row("demographics", PUPIL)["birthDate"]
    found = small.read().content.users.records[PUPIL].birth_date
    assert found is not None
    assert found.isoformat() == born


def test_a_student_without_code_and_birth_date_is_an_error(small: SmallRoster) -> None:
    small.change("users", PUPIL, IDENTITY, "")
    small.remove("demographics", lambda row: row["sourcedId"] != PUPIL)
    row = small.number("users", PUPIL)
    assert places(small.read()) == [(ProblemCode.NO_BIRTH_DATE, f"users.csv:{row}:{IDENTITY}")]


def test_a_minor_for_whom_nobody_decides_is_listed(small: SmallRoster) -> None:
    for guardian in (GUARDIAN, "g0000001"):
        small.change("users", guardian, DECIDES, SIBLING)
    reading = small.read()
    row = small.number("users", PUPIL)
    assert places(reading) == [(ProblemCode.MINOR_WITHOUT_GUARDIAN, f"users.csv:{row}:{AGENTS}")]
    assert reading.is_sound


def test_an_adult_student_needs_no_guardian(small: SmallRoster) -> None:
    adult = small.row("users", GUARDIAN)[IDENTITY]
    small.remove("users", lambda row: row["role"] != "guardian")
    for row in small.rows["users"]:
        row[AGENTS] = ""
    small.remove("demographics", lambda _row: False)
    small.change("users", PUPIL, IDENTITY, adult)
    listed = {place for code, place in places(small.read()) if code is ProblemCode.MINOR_WITHOUT_GUARDIAN}
    assert len(listed) == 3
    assert f"users.csv:{small.number('users', PUPIL)}:{AGENTS}" not in listed
