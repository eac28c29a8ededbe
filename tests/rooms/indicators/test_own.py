"""What the library does not have, a provider or a school defines itself: its results are typed in or imported."""

import io

import pytest

from tests.builders import Someone, Village
from tests.builders_indicators import an_own_indicator
from tests.client import Client, Page
from tests.signing_in import Visit
from welfare.rules.actors import Role

CODE = "oma-valitunnit"
ANSWERS = {
    "code": CODE,
    "title_fi": "Liikkuu välitunneilla",
    "title_sv": "Rör på sig",
    "title_en": "Moves at recess",
    "tells_fi": "Kuinka moni liikkuu.",
    "tells_sv": "Hur många som rör på sig.",
    "theme": "habits",
    "direction": "more",
    "measure": "percent",
    "levels": "school",
    "source": "Kunnan kysely",
    "licence": "own",
}


@pytest.fixture
def coordinator(village: Village) -> Someone:
    return village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")


def define(client: Client, unit: object, status: int = 200, **more: str) -> Page:
    page = client.get(f"/communal/{unit}/indicator-library").follow("Define an indicator")
    return page.form().fill(**{**ANSWERS, **more}).submit(status=status)


def test_a_provider_defines_an_indicator_and_its_school_types_in_results_of_it(
    village: Village, visit: Visit, coordinator: Someone, principal: Someone
) -> None:
    page = define(visit(coordinator), village.provider_id)
    assert page.has("The indicator is defined.")
    client = visit(principal)
    library = client.get(f"/communal/{village.school_id}/indicator-library")
    assert library.has("Moves at recess")
    page = client.get(f"/communal/{village.school_id}/indicators/{CODE}").follow("Type in own results")
    page.form().submit(respondents="226", value_oma_valitunnit="57")
    page = client.get(f"/communal/{village.school_id}/indicators/{CODE}")
    assert page.has("57%")
    assert page.has("Kunnan kysely")
    assert client.get(f"/communal/{village.school_id}/indicators").has("Moves at recess")
    assert client.get(f"/communal/{village.school_id}/discussions").has("Moves at recess")


def test_results_of_an_own_indicator_come_by_file_and_few_are_not_shown(
    village: Village, visit: Visit, principal: Someone
) -> None:
    an_own_indicator(village, village.school_id, CODE)
    client = visit(principal)
    form = client.get(f"/communal/{village.school_id}/indicator-imports").form("Look at the file")
    form.fill(source="Oma kysely", licence="own", fetched_on="20.11.2026")
    rows = f"indicator;school;year;group;value;n\n{CODE};;2026;total;57.0;226\n{CODE};;2025;total;50.0;18\n"
    page = form.submit(file=(io.BytesIO(rows.encode()), "oma.csv"))
    assert page.has("New 2")
    page.form("Import the numbers").submit()
    page = client.get(f"/communal/{village.school_id}/indicators/{CODE}")
    assert page.has("57%")
    assert page.has("too few to show")


def test_a_code_that_the_library_or_a_neighbour_in_the_same_line_has_is_refused_and_nothing_typed_is_lost(
    village: Village, visit: Visit, coordinator: Someone, principal: Someone
) -> None:
    an_own_indicator(village, village.provider_id, CODE)
    client = visit(principal)
    for code in (CODE, "bullied-weekly-8-9"):
        page = define(client, village.school_id, 422, code=code)
        assert page.has("Another indicator has this code.")
        assert page.form().data["title_fi"] == "Liikkuu välitunneilla"
    assert define(client, village.school_id, 422, code="Oma koodi").has("Write small letters a–z")
    assert define(client, village.school_id, code="toinen").has("The indicator is defined.")
    assert define(visit(coordinator), village.provider_id, 422, code="toinen").has("Another indicator has this code.")


def test_an_own_indicator_is_worded_anew_and_two_at_once_see_both_texts(
    village: Village, visit: Visit, principal: Someone
) -> None:
    own = an_own_indicator(village, village.school_id, CODE)
    client = visit(principal)
    address = f"/communal/{village.school_id}/indicator-library/{own}/change"
    first, late = (client.get(address).form("Save") for _time in range(2))
    assert first.submit(title_en="Outside").has("The changes are saved.")
    page = late.submit(status=409, title_en="Out of doors")
    assert page.has("Out of doors")
    assert page.has("Outside")


def test_an_indicator_that_is_ended_takes_no_results_but_shows_those_it_has(
    village: Village, visit: Visit, principal: Someone
) -> None:
    own = an_own_indicator(village, village.school_id, CODE)
    client = visit(principal)
    sheet = f"/communal/{village.school_id}/indicator-results/own-{CODE}/2026"
    client.get(sheet).form().submit(respondents="226", value_oma_valitunnit="57")
    page = (
        client.get(f"/communal/{village.school_id}/indicator-library/{own}/change").form("End the indicator").submit()
    )
    assert page.has("What is there is still shown.")
    assert page.has("57%")
    client.get(sheet, status=404)


def test_an_own_indicator_names_no_pupil_and_belongs_to_who_leads(
    village: Village, visit: Visit, principal: Someone, curator: Someone
) -> None:
    village.student("Matti Meikäläinen", village.a_class("8B"))
    page = define(visit(principal), village.school_id, 422, tells_fi="Kuinka usein Matti Meikäläisen luokka on ulkona.")
    assert page.has("A pupil may be named here.")
    own = an_own_indicator(village, village.school_id, CODE)
    client = visit(curator)
    assert client.get(f"/communal/{village.school_id}/indicators/{CODE}").has("Outdoors at recess")
    client.get(f"/communal/{village.school_id}/indicator-library/new", status=404)
    client.get(f"/communal/{village.school_id}/indicator-library/{own}/change", status=404)


def test_an_own_indicator_of_one_school_is_no_other_units(village: Village, visit: Visit, coordinator: Someone) -> None:
    own = an_own_indicator(village, village.school_id, CODE)
    client = visit(coordinator)
    client.get(f"/communal/{village.provider_id}/indicators/{CODE}", status=404)
    client.get(f"/communal/{village.provider_id}/indicator-library/{own}/change", status=404)
    assert client.get(f"/communal/{village.school_id}/indicator-library/{own}/change").has(CODE)
