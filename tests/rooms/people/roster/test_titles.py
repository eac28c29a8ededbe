"""Titles give roles by policy, never by guess."""

import pytest

from welfare.people.roster.titles import TitlesError, policy_titles, titles_from
from welfare.rules.actors import Role


@pytest.mark.parametrize(
    ("finnish", "swedish", "role"),
    [
        ("rehtori", "rektor", Role.PRINCIPAL),
        ("luokanopettaja", "klasslärare", Role.TEACHER),
        ("aineenopettaja", "ämneslärare", Role.TEACHER),
        ("ammatillinen opettaja", "yrkeslärare", Role.TEACHER),
        ("varhaiskasvatuksen opettaja", "lärare inom småbarnspedagogik", Role.TEACHER),
        ("erityisopettaja", "speciallärare", Role.SPECIAL_TEACHER),
        ("opinto-ohjaaja", "studiehandledare", Role.STUDY_COUNSELLOR),
        ("koulunkäynninohjaaja", "skolgångshandledare", Role.SCHOOL_ASSISTANT),
        ("koulusihteeri", "skolsekreterare", Role.SCHOOL_SECRETARY),
        ("sivistysjohtaja", "bildningsdirektör", Role.PROVIDER_COORDINATOR),
        ("kuraattori", "kurator", Role.CURATOR),
        ("vastaava kuraattori", "ansvarig kurator", Role.SENIOR_CURATOR),
        ("psykologi", "psykolog", Role.PSYCHOLOGIST),
        ("terveydenhoitaja", "hälsovårdare", Role.NURSE),
        ("koululääkäri", "skolläkare", Role.DOCTOR),
        ("opiskeluhuollon koordinaattori", "elevhälsokoordinator", Role.WELFARE_COORDINATOR),
    ],
)
def test_each_title_in_both_languages_gives_its_role(finnish: str, swedish: str, role: Role) -> None:
    titles = policy_titles()
    assert titles.role_of(finnish) is titles.role_of(swedish) is role


@pytest.mark.parametrize("title", ["", "opettaja", "kuraattorin sijainen", "rehtori ja opettaja", "administrator"])
def test_a_title_that_is_nearly_known_gives_nothing(title: str) -> None:
    assert policy_titles().role_of(title) is None


def test_capitals_and_spaces_do_not_matter() -> None:
    assert policy_titles().role_of("  Vastaava   KURAATTORI ") is Role.SENIOR_CURATOR


@pytest.mark.parametrize("role", ["administrator", "data_protection_officer", "student", "guardian"])
def test_no_title_can_make_an_administrator(role: str) -> None:
    with pytest.raises(TitlesError, match=f"no title can give the role {role}"):
        titles_from(f'[[role]]\nname = "{role}"\ntitles = ["x"]')


def test_one_title_for_two_roles_is_refused_with_its_name() -> None:
    text = '[[role]]\nname = "teacher"\ntitles = ["x"]\n[[role]]\nname = "principal"\ntitles = ["X "]'
    with pytest.raises(TitlesError, match="'x' is given to both teacher and principal"):
        titles_from(text)


@pytest.mark.parametrize("text", ["", "[role", '[[role]]\nname = "wizard"\ntitles = ["x"]', '[[role]]\nname = "nurse"'])
def test_a_mapping_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(TitlesError, match="the titles cannot be read"):
        titles_from(text)
