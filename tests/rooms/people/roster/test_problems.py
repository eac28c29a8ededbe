"""A problem says where and what to do, and shows nothing that must not be seen."""

import pytest

from tests.rooms.people.roster.small import GUARDIAN, PUPIL, SmallRoster
from welfare.people.roster.codes import FOR_REVIEW, ProblemCode, Severity
from welfare.people.roster.problems import KEPT_OF_A_KIND, FilePen, Problem, ProblemLog
from welfare.people.roster.remedies import REMEDY_OF, Remedy
from welfare.people.roster.remedy_words import REMEDIES
from welfare.people.roster.showing import shown
from welfare.people.roster.words import MESSAGES

IDENTITY = "metadata.personalIdentityCode"


def test_every_code_has_a_remedy_and_both_have_words() -> None:
    assert set(REMEDY_OF) == set(MESSAGES) == set(ProblemCode)
    assert set(REMEDY_OF.values()) == set(REMEDIES) == set(Remedy)


def test_what_is_only_listed_stops_nothing_and_everything_else_does() -> None:
    for code in ProblemCode:
        log = ProblemLog()
        log.add(Problem("users.csv", 2, "x", code))
        assert log.has_errors is (code not in FOR_REVIEW)
        assert len(log.of(Severity.ERROR)) == log.has_errors
        assert len(log.of(Severity.REVIEW)) == (not log.has_errors)


def test_a_million_like_mistakes_are_counted_but_not_all_kept() -> None:
    log = ProblemLog()
    pen = FilePen("users.csv", log)
    for row in range(KEPT_OF_A_KIND + 500):
        pen.note_at(row, ProblemCode.BLANK, "email")
    pen.note_at(7, ProblemCode.BLANK, "sms")
    assert len(list(log)) == KEPT_OF_A_KIND + 1
    assert len(log) == log.count(ProblemCode.BLANK) == KEPT_OF_A_KIND + 501
    assert log.unlisted == 500


@pytest.mark.parametrize(
    ("problem", "place"),
    [
        (Problem("users.csv", 12, "email", ProblemCode.BAD_EMAIL), "users.csv:12:email"),
        (Problem("users.csv", 0, "", ProblemCode.MISSING_FILE), "users.csv"),
        (Problem("", 0, "", ProblemCode.NOT_A_ROSTER), ""),
    ],
)
def test_the_place_is_said_as_far_as_it_is_known(problem: Problem, place: str) -> None:
    assert problem.place == place


@pytest.mark.parametrize(
    ("column", "value", "seen"),
    [
        (IDENTITY, "010199-901K", "••••••-••••"),
        (IDENTITY, "010199 901K", "•••••• ••••"),
        ("birthDate", "15.7.2019", "••.•.••••"),
        ("metadata.homeMunicipality", "74", "••"),
        ("metadata.streetAddress", "Salainen katu 1", ""),
        ("givenName", "Aino", ""),
        ("email", "aino@@example.fi", ""),
        ("sourcedId", "p-010199A901K-x", "p-•••••••••••-x"),
        ("metadata.title", "velho", "velho"),
        ("metadata.title", "a\x00b\u202e", "a�b�"),
        ("metadata.title", "x" * 61, "x" * 60 + "…"),
    ],
)
def test_a_value_is_shown_only_as_far_as_its_column_allows(column: str, value: str, seen: str) -> None:
    assert shown(column, value) == seen


def test_no_problem_of_a_spoilt_roster_shows_a_person(small: SmallRoster) -> None:
    secrets = set()
    for source_id in (PUPIL, GUARDIAN):
        row = small.row("users", source_id)
        for column in (IDENTITY, "familyName", "email", "sms", "metadata.streetAddress"):
            secrets.add(row[column])
            row[column] += "\x07!"
    text = repr(list(small.read().problems))
    assert "control_character" in text
    assert not [secret for secret in secrets if secret in text]
