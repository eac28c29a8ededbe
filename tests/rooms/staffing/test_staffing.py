"""Pupils are counted, posts are kept by whoever arranges the services, and need is set against them (OHL 9 a §)."""

from csv import DictReader
from io import StringIO

import pytest

from tests.builders import Village
from tests.builders_staffing import posts_at, pupils_in
from tests.client import Client
from tests.signing_in import Visit
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role
from welfare.rules.staffing import ServiceLanguage, StaffedService


@pytest.fixture
def county(village: Village, visit: Visit) -> Client:
    return visit(village.staff(Role.WELFARE_COORDINATOR, "Ulla Alue"))


@pytest.fixture
def provider(village: Village, visit: Visit) -> Client:
    return visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))


def test_the_county_writes_posts_and_sees_whether_they_are_enough(county: Client, village: Village) -> None:
    pupils_in(village, village.school_id, 1340)
    page = county.get(f"/communal/{village.county_id}").follow("Need and posts")
    assert page.has("nobody at work; the act allows 670 pupils for each")
    form = page.follow("Posts: Rannan kunta").form()
    page = form.fill(curator_fi_filled="1,5", curator_fi_vacant="0,25", psychologist_fi_bought="2").submit()
    assert page.has("The posts are saved.")
    assert page.has("Too few 894 pupils for each, the act allows 670: 0.5 posts are lacking")
    assert page.has("Enough 670 pupils for each, the act allows 780")
    assert page.has("Rannan kunta 1,340 2 1.5 0 0.25")
    form = page.follow("Posts: Rannan kunta").form()
    assert form.data["curator_fi_vacant"] == "0.25"


def test_a_provider_sees_its_schools_and_the_posts_for_all_of_them(provider: Client, village: Village) -> None:
    other = village.another_school("Kaislan koulu")
    pupils_in(village, village.school_id, 400)
    pupils_in(village, other, 270)
    posts_at(village, village.school_id, filled=60)
    posts_at(village, village.provider_id, filled=40)
    page = provider.get(f"/communal/{village.provider_id}/staffing")
    assert page.has("Kaislan koulu 270 0.41 0 0 0")
    assert page.has("For all of them together – – 0.4 0 0")
    assert page.has("Together 670 1 1 0 0")
    table = provider.flask.get(page.links["CSV"]).get_data(as_text=True)
    found = {(row["place_fi"], row["service"]): row for row in DictReader(StringIO(table))}
    assert found["Koivurannan koulu", "curator"]["filled"] == "0.60"
    assert found["Koivurannan koulu", "psychologist"]["needed"] == "0.52"


def test_services_are_told_in_both_languages(county: Client, village: Village) -> None:
    other = village.another_school("Strandskolan")
    with village.work() as work:
        work.session.get_one(Organisation, other).teaching_languages = "sv"
    pupils_in(village, village.school_id, 670)
    pupils_in(village, other, 335, ServiceLanguage.SWEDISH)
    posts_at(village, village.county_id, filled=100)
    posts_at(village, village.county_id, language=ServiceLanguage.SWEDISH, vacant=50)
    page = county.get(f"/communal/{village.county_id}/staffing")
    assert page.has("Curators · In Finnish 670 1 1 0")
    assert page.has("Curators · In Swedish 335 0.5 0 0.5")
    form = page.follow("Posts: For all of them together").form()
    assert form.fill(psychologist_sv_filled="0,3").submit().has("Psychologists · In Swedish 335 0.43 0.3 0")


def test_a_school_counts_its_pupils_by_level(visit: Visit, village: Village) -> None:
    principal = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))
    page = principal.get(f"/communal/{village.school_id}").follow("Need and posts").follow("Pupils: Koivurannan koulu")
    page = page.form().fill(basic_fi="412", pre_primary_fi="38").submit()
    assert page.has("The numbers are saved.")
    assert page.has("Pupils 450")
    assert page.has("0 posts at work, the pupils call for 0.68")
    assert not page.has("Too few")
    assert "Posts: Koivurannan koulu" not in page.links
    assert page.follow("Pupils: Koivurannan koulu").form().data["basic_fi"] == "412"


def test_the_second_of_two_who_write_sees_what_the_first_saved(county: Client, village: Village) -> None:
    address = f"/communal/{village.county_id}/staffing/2026/posts/{village.provider_id}"
    mine, theirs = (county.get(address).form() for _ in range(2))
    theirs.fill(curator_fi_filled="2").submit()
    page = mine.fill(curator_fi_filled="3").submit(status=409)
    assert page.has("Saved by someone else Curators · In Finnish, Filled: 2"), "and nothing of what neither has"
    assert page.form().submit().has("The posts are saved.")
    pupils = f"/communal/{village.school_id}/staffing/2026/pupils"
    county.get(pupils, status=404)


@pytest.mark.parametrize("typed", ["0,125", "-1", "501", "puoli"])
def test_a_number_that_cannot_be_is_told_at_its_field(county: Client, village: Village, typed: str) -> None:
    address = f"/communal/{village.county_id}/staffing/2026/posts/{village.provider_id}"
    page = county.get(address).form().fill(curator_fi_filled=typed, curator_fi_vacant="1").submit(status=422)
    assert page.field_error("curator_fi_filled")
    assert page.form().data["curator_fi_filled"] == typed
    assert page.form().fill(curator_fi_filled="0,12").submit().has("The posts are saved.")


def test_only_whoever_leads_writes_and_only_for_its_own_places(
    village: Village, visit: Visit, county: Client, provider: Client
) -> None:
    for who in (provider, visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))):
        page = who.get(f"/communal/{village.county_id}/staffing")
        assert "Posts: Rannan kunta" not in page.links
        who.get(f"/communal/{village.county_id}/staffing/2026/posts/{village.provider_id}", status=404)
    provider.get(f"/communal/{village.provider_id}/staffing/2026/posts/{village.county_id}", status=404)
    provider.get(f"/communal/{village.provider_id}/staffing/2026/posts/{village.school_id}")
    county.get(f"/communal/{village.county_id}/staffing/2019/posts/{village.provider_id}", status=404)
    county.get(f"/communal/{village.county_id}/staffing/2025/posts/{village.provider_id}")


def test_posts_of_a_provider_of_its_own_add_up_with_those_of_the_county(provider: Client, village: Village) -> None:
    pupils_in(village, village.school_id, 780)
    psychologist = StaffedService.PSYCHOLOGIST
    posts_at(village, village.school_id, service=psychologist, filled=60)
    posts_at(village, village.school_id, arranger_id=village.provider_id, service=psychologist, bought=40)
    assert provider.get(f"/communal/{village.provider_id}/staffing").has("780 pupils for each, the act allows 780")
