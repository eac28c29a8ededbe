"""The shipped facts about Finland: complete, consistent, and looked up by their official codes."""

import pytest

from welfare.organisations.reference import NO_HOME_MUNICIPALITY, counties, county, municipalities, municipality


def test_every_county_is_there_once_with_a_name_in_three_languages() -> None:
    codes = [each.code for each in counties()]
    assert len(codes) == len(set(codes)) == 23
    assert codes == sorted(codes)
    assert all(each.name_fi and each.name_sv and each.name_en for each in counties())


def test_every_municipality_is_there_once_and_lies_in_a_county_that_exists() -> None:
    codes = [each.code for each in municipalities()]
    assert len(codes) == len(set(codes)) == 309
    assert {each.county_code for each in municipalities()} == {each.code for each in counties()}


def test_a_municipality_keeps_the_leading_zero_of_its_code() -> None:
    found = municipality("074")
    assert found is not None
    assert (found.name_fi, found.county_code) == ("Halsua", "18")
    assert municipality("74") is None


def test_the_people_of_all_municipalities_together_are_the_people_of_finland() -> None:
    assert sum(each.population for each in municipalities()) == 5_533_793


def test_helsinki_acts_as_a_county_of_its_own() -> None:
    helsinki = municipality("091")
    assert helsinki is not None
    found = county(helsinki.county_code)
    assert found is not None
    assert found.name_sv == "Helsingfors stad"


@pytest.mark.parametrize("code", ["", "999", "18 ", "000", *sorted(NO_HOME_MUNICIPALITY)])
def test_a_code_that_is_no_municipality_finds_nothing(code: str) -> None:
    assert municipality(code) is None


def test_the_lists_are_read_once_and_cannot_be_changed_by_a_caller() -> None:
    assert municipalities() is municipalities()
    assert isinstance(counties(), tuple)
