"""Every cell is checked, and the problem stands at its file, row and column."""

import pytest

from tests.rooms.people.roster.small import (
    CLASS,
    COUNTY,
    GUARDIAN,
    PRINCIPAL,
    PROVIDER,
    PUPIL,
    SCHOOL,
    TEACHER,
    SmallRoster,
    places,
)
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.reading import ReadingRules, read_path

IDENTITY = "metadata.personalIdentityCode"
HOME = "metadata.homeMunicipality"
ENROLLMENT = f"ek{PUPIL}"

WRONG_CELLS = [
    ("orgs", SCHOOL, "name", "", ProblemCode.BLANK),
    ("orgs", SCHOOL, "parentSourcedId", "", ProblemCode.BLANK),
    ("orgs", COUNTY, "identifier", "99", ProblemCode.UNKNOWN_COUNTY),
    ("academicSessions", "t2026", "title", "", ProblemCode.BLANK),
    ("academicSessions", "sy2026", "endDate", "2026-08-10", ProblemCode.PERIOD_BACKWARDS),
    ("courses", "c1-01", "title", "", ProblemCode.BLANK),
    ("courses", "c1-01", "grades", "01,13", ProblemCode.BAD_GRADE),
    ("classes", CLASS, "title", "", ProblemCode.BLANK),
    ("classes", CLASS, "grades", "1", ProblemCode.BAD_GRADE),
    ("users", PUPIL, "enabledUser", "", ProblemCode.BLANK),
    ("users", PUPIL, "enabledUser", "yes", ProblemCode.BAD_BOOLEAN),
    ("users", PUPIL, "givenName", "", ProblemCode.BLANK),
    ("users", PUPIL, "familyName", " ", ProblemCode.BLANK),
    ("users", PUPIL, "grades", "7", ProblemCode.BAD_GRADE),
    ("users", PUPIL, "email", "not an address", ProblemCode.BAD_EMAIL),
    ("users", PUPIL, "email", "two@example.fi,three@example.fi", ProblemCode.BAD_EMAIL),
    ("users", PUPIL, "sms", "call me", ProblemCode.BAD_PHONE),
    ("users", PUPIL, "metadata.language", "fin", ProblemCode.BAD_LANGUAGE),
    ("users", PUPIL, "metadata.addressRestricted", "", ProblemCode.BLANK),
    ("users", PUPIL, "metadata.addressRestricted", "maybe", ProblemCode.BAD_BOOLEAN),
    ("users", PUPIL, HOME, "74", ProblemCode.BAD_MUNICIPALITY),
    ("users", PUPIL, HOME, "998", ProblemCode.BAD_MUNICIPALITY),
    ("users", PUPIL, HOME, "Halsua", ProblemCode.BAD_MUNICIPALITY),
    ("users", TEACHER, "metadata.title", "velho", ProblemCode.UNKNOWN_TITLE),
    ("users", TEACHER, "metadata.title", "", ProblemCode.MISSING_TITLE),
    ("users", GUARDIAN, IDENTITY, "hello", ProblemCode.IDENTITY_CODE_FORMAT),
    ("users", GUARDIAN, IDENTITY, "010199G901K", ProblemCode.IDENTITY_CODE_SEPARATOR),
    ("users", GUARDIAN, IDENTITY, "310299-901K", ProblemCode.IDENTITY_CODE_DATE),
    ("users", GUARDIAN, IDENTITY, "010199-0016", ProblemCode.IDENTITY_CODE_NUMBER),
    ("users", GUARDIAN, IDENTITY, "010199-901Z", ProblemCode.IDENTITY_CODE_CHECK),
    ("enrollments", ENROLLMENT, "primary", "perhaps", ProblemCode.BAD_BOOLEAN),
    ("enrollments", ENROLLMENT, "beginDate", "11.8.2026", ProblemCode.BAD_DATE),
    ("enrollments", ENROLLMENT, "endDate", "2026-02-30", ProblemCode.BAD_DATE),
    ("enrollments", ENROLLMENT, "endDate", "2026-08-10", ProblemCode.PERIOD_BACKWARDS),
]
RIGHT_CELLS = [
    ("orgs", PROVIDER, "parentSourcedId", ""),
    ("orgs", PROVIDER, "identifier", "0203123-4"),
    ("users", PUPIL, "email", ""),
    ("users", PUPIL, "sms", "+358 40 123 4567"),
    ("users", PUPIL, "sms", ""),
    ("users", PUPIL, "enabledUser", "TRUE"),
    ("users", PUPIL, "metadata.language", ""),
    ("users", PUPIL, "metadata.language", "SO"),
    ("users", PUPIL, HOME, ""),
    ("users", PUPIL, HOME, "074"),
    ("users", PUPIL, HOME, "200"),
    ("users", PUPIL, "metadata.streetAddress", ""),
    ("users", PUPIL, "grades", ""),
    ("users", PUPIL, IDENTITY, ""),
    ("users", GUARDIAN, IDENTITY, ""),
    ("users", GUARDIAN, "metadata.title", "velho"),
    ("users", TEACHER, "metadata.title", " Ammatillinen  Opettaja "),
    ("users", TEACHER, "metadata.title", "REHTORI"),
    ("users", PRINCIPAL, "username", ""),
    ("enrollments", ENROLLMENT, "beginDate", ""),
    ("enrollments", ENROLLMENT, "primary", ""),
    ("classes", CLASS, "grades", ""),
    ("classes", CLASS, "grades", "KG,01"),
    ("orgs", SCHOOL, "status", "active"),
]


@pytest.mark.parametrize(("file", "source_id", "column", "value", "code"), WRONG_CELLS)
def test_a_wrong_cell_is_noted_at_its_place(
    small: SmallRoster, file: str, source_id: str, column: str, value: str, code: ProblemCode
) -> None:
    small.change(file, source_id, column, value)
    assert places(small.read()) == [(code, f"{file}.csv:{small.number(file, source_id)}:{column}")]


@pytest.mark.parametrize(("file", "source_id", "column", "value"), RIGHT_CELLS)
def test_a_right_cell_is_none(small: SmallRoster, file: str, source_id: str, column: str, value: str) -> None:
    if column == "identifier":
        for row in small.rows["users"]:
            row[HOME] = ""
    small.change(file, source_id, column, value)
    assert places(small.read()) == []


@pytest.mark.parametrize(
    ("file", "source_id", "column", "value"),
    [
        ("orgs", SCHOOL, "type", "department"),
        ("orgs", SCHOOL, "type", ""),
        ("academicSessions", "sy2026", "type", "year"),
        ("academicSessions", "sy2026", "startDate", ""),
        ("classes", CLASS, "classType", "club"),
        ("users", PUPIL, "role", "wizard"),
        ("enrollments", ENROLLMENT, "role", "guest"),
        ("demographics", PUPIL, "birthDate", "2019/07/15"),
    ],
)
def test_a_row_that_makes_no_record_still_exists_for_others(
    small: SmallRoster, file: str, source_id: str, column: str, value: str
) -> None:
    """One mistake is one problem: what refers to the row is not blamed for it."""
    small.change(file, source_id, column, value)
    assert [place for _, place in places(small.read())] == [f"{file}.csv:{small.number(file, source_id)}:{column}"]


def test_a_code_of_the_municipality_itself_is_known_though_no_list_has_it(small: SmallRoster) -> None:
    assert {row[HOME] for row in small.rows["users"]} == {"999"}
    assert places(small.read()) == []


def test_artificial_codes_are_refused_where_an_installation_says_so(small: SmallRoster) -> None:
    reading = read_path(small.write(), ReadingRules(allow_artificial=False))
    assert reading.problems.count(ProblemCode.IDENTITY_CODE_ARTIFICIAL) == len(small.rows["users"])


def test_an_id_must_be_there_once_and_without_commas(small: SmallRoster) -> None:
    small.rows["orgs"].append(small.row("orgs", SCHOOL) | {"name": "Toinen koulu"})
    small.rows["orgs"].append(small.row("orgs", SCHOOL) | {"sourcedId": ""})
    small.rows["orgs"].append(small.row("orgs", SCHOOL) | {"sourcedId": "a,b"})
    assert places(small.read()) == [
        (ProblemCode.SAME_ID_TWICE, "orgs.csv:5:sourcedId"),
        (ProblemCode.BLANK, "orgs.csv:6:sourcedId"),
        (ProblemCode.BAD_ID, "orgs.csv:7:sourcedId"),
    ]


def test_the_telephone_number_is_taken_from_either_column(small: SmallRoster) -> None:
    small.change("users", PUPIL, "sms", "")
    small.change("users", PUPIL, "phone", "+358481")
    assert small.read().content.users.records[PUPIL].phone == "+358481"


@pytest.mark.parametrize(
    ("status", "code"), [("tobedeleted", ProblemCode.DELETED_IN_BULK), ("old", ProblemCode.BAD_CHOICE)]
)
def test_a_status_that_means_nothing_in_bulk_is_refused(small: SmallRoster, status: str, code: ProblemCode) -> None:
    small.change("orgs", SCHOOL, "status", status)
    assert places(small.read()) == [(code, "orgs.csv:4:status")]
