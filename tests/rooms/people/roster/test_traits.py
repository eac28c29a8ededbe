"""What a roster tells of a school without saying it."""

import pytest

from tests.rooms.people.roster.small import SCHOOL, TEACHER, SmallRoster
from welfare.people.roster.demo import LAKEUSKOSKI
from welfare.people.roster.reading import ReadingRules, read_path
from welfare.people.roster.traits import names_in_both, school_traits
from welfare.rules.unit_types import UnitType


def test_the_schools_of_the_invented_municipality_are_told_apart() -> None:
    traits = school_traits(read_path(LAKEUSKOSKI, ReadingRules()).content)
    assert [(trait.name_sv, trait.unit_type, trait.teaching_languages) for trait in traits.values()] == [
        ("Hopeahaavan alakoulu", UnitType.BASIC, ("fi",)),
        ("Tervaluhdan alakoulu", UnitType.BASIC, ("fi",)),
        ("Lakeuskosken yläkoulu", UnitType.BASIC, ("fi",)),
        ("Slättfors skola", UnitType.BASIC, ("sv",)),
        ("Slättfors gymnasium", UnitType.UPPER_SECONDARY, ("fi", "sv")),
        ("Slättfors yrkesinstitut", UnitType.VOCATIONAL, ("fi", "sv")),
        ("Förskolan Nävertruten", UnitType.PRE_PRIMARY, ("fi", "sv")),
    ]


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Lakeuskosken lukio – Slättfors gymnasium", ("Lakeuskosken lukio", "Slättfors gymnasium")),
        ("Slättfors skola", ("Slättfors skola", "Slättfors skola")),
        ("Mäki-Laurilan koulu", ("Mäki-Laurilan koulu", "Mäki-Laurilan koulu")),
    ],
)
def test_a_name_in_two_languages_is_parted_and_one_name_serves_both(name: str, names: tuple[str, str]) -> None:
    assert names_in_both(name) == names


@pytest.mark.parametrize("name", ["Lakeuden opisto", "Lukio ja ammattiopisto"])
def test_a_kind_that_neither_grades_nor_name_tell_is_left_open(small: SmallRoster, name: str) -> None:
    small.change("orgs", SCHOOL, "name", name)
    for row in small.rows["classes"]:
        row["grades"] = "11"
    assert school_traits(small.read().content)[SCHOOL].unit_type is None


def test_a_teacher_of_another_mother_tongue_adds_no_language_of_teaching(small: SmallRoster) -> None:
    small.change("users", TEACHER, "metadata.language", "uk")
    assert school_traits(small.read().content)[SCHOOL].teaching_languages == ()


@pytest.mark.parametrize("name", ["Vanamon päiväkoti", "Linneans daghem", "Rannan varhaiskasvatus"])
def test_a_day_care_centre_is_told_by_its_name_until_pupils_come_to_it(small: SmallRoster, name: str) -> None:
    small.change("orgs", SCHOOL, "name", name)
    for row in small.rows["classes"]:
        row["grades"] = "KG"
    assert school_traits(small.read().content)[SCHOOL].unit_type is UnitType.PRE_PRIMARY
    for file in ("classes", "enrollments"):
        small.rows[file].clear()
    assert school_traits(small.read().content)[SCHOOL].unit_type is UnitType.EARLY_CHILDHOOD
