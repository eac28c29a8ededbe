"""A school types in its own results with how many answered; what is shown never tells of few."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.client import Client, Page
from tests.signing_in import Visit
from welfare.indicators.models import IndicatorValue, PastValue
from welfare.rules.actors import Role

SURVEY = "health_survey-grades_8_9"
BULLIED = "value_bullied_weekly_8_9"


@pytest.fixture
def principal(village: Village) -> Someone:
    return village.staff(Role.PRINCIPAL, "Juha Petäjäniemi")


def sheet(client: Client, village: Village, year: int = 2025) -> Page:
    return client.get(f"/communal/{village.school_id}/indicator-results/{SURVEY}/{year}")


def shown(client: Client, village: Village) -> Page:
    return client.get(f"/communal/{village.school_id}/indicators/bullied-weekly-8-9")


def test_a_principal_types_in_results_and_finds_them_beside_the_country(
    village: Village, visit: Visit, principal: Someone
) -> None:
    client = visit(principal)
    page = client.get(f"/communal/{village.school_id}/indicators").follow("Type in own results")
    page = page.follow("2025, School Health Promotion study · Grades 8–9")
    page = page.form().submit(respondents="118", value_bullied_weekly_8_9="7,4", value_likes_school_8_9="56")
    assert page.has("2 numbers are saved.")
    page = shown(client, village)
    assert page.has("7.4%")
    assert page.has("118")
    assert page.has("7.9%")


@pytest.mark.parametrize(
    ("value", "answered", "seen"),
    [("7,4", "19", "too few to show"), ("2,5", "118", "not shown"), ("0", "118", "0%")],
)
def test_a_share_that_would_tell_of_few_is_kept_but_not_shown(
    village: Village, visit: Visit, principal: Someone, value: str, answered: str, seen: str
) -> None:
    client = visit(principal)
    sheet(client, village).form().submit(respondents=answered, value_bullied_weekly_8_9=value)
    page = shown(client, village)
    assert page.has(seen)
    assert not page.has(f"{value.replace(',', '.')}%") or seen == "0%"


@pytest.mark.parametrize(("floor", "is_told"), [(5, True), (9, False)])
def test_the_floor_of_the_house_holds_for_shares(
    app: Flask, village: Village, visit: Visit, principal: Someone, floor: int, *, is_told: bool
) -> None:
    app.extensions["settings"] = replace(app.extensions["settings"], small_number_floor=floor)
    client = visit(principal)
    sheet(client, village).form().submit(respondents="118", value_bullied_weekly_8_9="6,8")  # eight of 118
    assert shown(client, village).has("6.8%") is is_told
    assert client.get(f"/communal/{village.school_id}/indicators").has("6.8%") is is_told
    assert client.get(f"/communal/{village.school_id}").has("6.8%") is is_told


@pytest.mark.parametrize(("answered", "is_told"), [("3", False), ("5", False), ("118", True)])
def test_of_how_many_a_number_is_reckoned_is_told_with_the_number_alone(
    village: Village, visit: Visit, principal: Someone, answered: str, *, is_told: bool
) -> None:
    client = visit(principal)
    sheet(client, village).form().submit(respondents=answered, value_bullied_weekly_8_9="7,4")
    assert client.get(f"/communal/{village.school_id}/indicators").has(f"n = {answered}") is is_told


@pytest.mark.parametrize(
    ("answered", "value", "is_told"), [("19", "40", False), ("118", "2,5", False), ("118", "7,4", True)]
)
def test_a_providers_own_results_tell_of_few_no_more_than_a_schools(
    village: Village, visit: Visit, answered: str, value: str, *, is_told: bool
) -> None:
    client = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    unit = f"/communal/{village.provider_id}"
    form = client.get(f"{unit}/indicator-results/{SURVEY}/2025").form()
    form.submit(respondents=answered, value_bullied_weekly_8_9=value)
    told = f"{value.replace(',', '.')}%"
    assert client.get(f"{unit}/indicators/bullied-weekly-8-9").has(told) is is_told
    assert shown(visit(village.staff(Role.TEACHER, "Oona Rautasalo")), village).has(told) is is_told


def test_what_a_provider_has_corrected_is_told_only_now(village: Village, visit: Visit) -> None:
    client = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    unit = f"/communal/{village.provider_id}"
    for value in ("7,4", "8,4"):
        form = client.get(f"{unit}/indicator-results/{SURVEY}/2025").form()
        form.submit(respondents="118", value_bullied_weekly_8_9=value)
    page = client.get(f"{unit}/indicators/bullied-weekly-8-9")
    assert page.has("8.4%")
    assert page.has("What has been replaced")
    assert not page.has("7.4%")


def test_who_recorded_a_small_number_sees_it_in_the_sheet_and_nobody_else(
    village: Village, visit: Visit, principal: Someone, curator: Someone
) -> None:
    sheet(visit(principal), village).form().submit(respondents="3", value_bullied_weekly_8_9="33,3")
    own = sheet(visit(principal), village)
    assert (own.form().data[BULLIED], own.form().data["respondents"]) == ("33.3", "3")
    assert not own.has("A number is stored")
    page = sheet(visit(curator), village)
    assert (page.form().data[BULLIED], page.form().data["respondents"]) == ("", "")
    assert page.has("A number is stored, but not shown to you. Left empty, the field keeps it.")
    assert "33.3" not in page.response.get_data(as_text=True)


def test_what_the_pages_show_stands_in_the_sheet_of_everybody(
    village: Village, visit: Visit, principal: Someone, curator: Someone
) -> None:
    sheet(visit(principal), village).form().submit(respondents="118", value_bullied_weekly_8_9="7,4")
    page = sheet(visit(curator), village)
    assert (page.form().data[BULLIED], page.form().data["respondents"]) == ("7.4", "118")
    assert not page.has("A number is stored")
    assert "empties" not in page.form().data


def stored(village: Village) -> dict[str, tuple[float | None, int | None]]:
    with village.ledger.transaction() as transaction:
        rows = transaction.session.scalars(select(IndicatorValue))
        return {row.code: (row.value, row.respondents) for row in rows}


def test_an_empty_field_keeps_the_number_that_is_not_shown_until_it_is_taken_away(
    village: Village, visit: Visit, principal: Someone, curator: Someone
) -> None:
    sheet(visit(principal), village).form().submit(respondents="3", value_bullied_weekly_8_9="33,3")
    client = visit(curator)
    sheet(client, village).form().submit(respondents="118", value_likes_school_8_9="56")
    assert stored(village) == {"bullied-weekly-8-9": (33.3, 3), "likes-school-8-9": (56.0, 118)}
    assert sheet(client, village).form().data[BULLIED] == "", "nor does saving make it one's own"
    sheet(client, village).form().submit(empties="yes")
    assert stored(village) == {"bullied-weekly-8-9": (None, None), "likes-school-8-9": (56.0, 118)}


def test_a_new_number_takes_the_place_of_one_that_is_not_shown(
    village: Village, visit: Visit, principal: Someone, curator: Someone
) -> None:
    sheet(visit(principal), village).form().submit(respondents="3", value_bullied_weekly_8_9="33,3")
    sheet(visit(curator), village).form().submit(respondents="118", value_bullied_weekly_8_9="7,4")
    assert stored(village) == {"bullied-weekly-8-9": (7.4, 118)}
    assert shown(visit(principal), village).has("7.4%")


def test_the_page_of_both_versions_shows_no_small_number_of_somebody_else(
    village: Village, visit: Visit, principal: Someone, curator: Someone
) -> None:
    mine = sheet(visit(curator), village).form()
    sheet(visit(principal), village).form().submit(respondents="3", value_bullied_weekly_8_9="33,3")
    page = mine.submit(status=409, respondents="118", value_bullied_weekly_8_9="7,4")
    assert page.has("a number is stored")
    assert "33.3" not in page.response.get_data(as_text=True)
    assert page.form().data[BULLIED] == "7,4"
    page.form().submit()
    assert stored(village) == {"bullied-weekly-8-9": (7.4, 118)}


def test_a_number_without_its_n_is_asked_for_it_and_nothing_typed_is_lost(
    village: Village, visit: Visit, principal: Someone
) -> None:
    page = sheet(visit(principal), village).form().submit(status=422, value_bullied_weekly_8_9="7,4")
    assert page.has("Write how many answered.")
    assert page.form().data[BULLIED] == "7,4"


@pytest.mark.parametrize("typed", ["101", "-1", "seven", "7,4,1", "1e3"])
def test_what_is_no_share_is_refused_in_words(village: Village, visit: Visit, principal: Someone, typed: str) -> None:
    page = sheet(visit(principal), village).form().submit(status=422, respondents="118", value_bullied_weekly_8_9=typed)
    assert page.has("Write a number from 0 to 100")
    assert page.form().data[BULLIED] == typed


def test_a_corrected_number_is_shown_and_what_stood_before_is_kept(
    village: Village, visit: Visit, principal: Someone
) -> None:
    client = visit(principal)
    sheet(client, village).form().submit(respondents="118", value_bullied_weekly_8_9="7,4")
    page = sheet(client, village)
    assert page.form().data[BULLIED] == "7.4"
    page.form().submit(respondents="118", value_bullied_weekly_8_9="8,4")
    page = shown(client, village)
    assert page.has("8.4%")
    assert not page.has("7.4%"), "two numbers of one survey tell of whoever came between"
    assert page.has("What has been replaced")
    with village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(PastValue.value)).all() == [7.4]
        assert transaction.session.scalars(select(IndicatorValue.value)).all() == [8.4]


def test_of_two_who_type_at_once_the_second_is_shown_both(village: Village, visit: Visit, principal: Someone) -> None:
    client = visit(principal)
    first, second = sheet(client, village), sheet(client, village)
    first.form().submit(respondents="118", value_bullied_weekly_8_9="7,4")
    page = second.form().submit(status=409, respondents="118", value_bullied_weekly_8_9="6,8")
    assert page.has("Saved by someone else")
    assert page.form().data[BULLIED] == "6,8"
    assert page.form().submit(status=200, respondents="118", value_bullied_weekly_8_9="6,8").has("One number is saved.")


def test_a_teacher_sees_results_but_types_none(village: Village, visit: Visit, principal: Someone) -> None:
    sheet(visit(principal), village).form().submit(respondents="118", value_bullied_weekly_8_9="7,4")
    client = visit(village.staff(Role.TEACHER, "Oona Rautasalo"))
    assert shown(client, village).has("7.4%")
    assert "Type in own results" not in client.get(f"/communal/{village.school_id}/indicators").links
    client.get(f"/communal/{village.school_id}/indicator-results/{SURVEY}/2025", status=404)


@pytest.mark.parametrize("address", [f"{SURVEY}/2031", f"{SURVEY}/1999", "kiva-vocational/2025", "nothing/2025"])
def test_there_is_no_sheet_of_the_future_or_of_what_is_not_asked(
    village: Village, visit: Visit, principal: Someone, address: str
) -> None:
    visit(principal).get(f"/communal/{village.school_id}/indicator-results/{address}", status=404)
