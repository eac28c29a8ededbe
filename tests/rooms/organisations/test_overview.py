"""County, providers and schools: seen by administrators, changed by their own."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village, system_work
from tests.client import Client
from welfare.audit.ledger import Ledger
from welfare.organisations.models import Organisation, OrganisationKind, SchoolClass
from welfare.people.models import Assignment
from welfare.rules.actors import Role
from welfare.rules.unit_types import UnitType

SignIn = Callable[[Someone], Client]


def in_english(client: Client) -> Client:
    client.flask.set_cookie("language", "en")
    return client


@pytest.fixture
def county_chief(village: Village, sign_in: SignIn) -> Client:
    """The county's administrator, signed in."""
    someone = village.staff(Role.CURATOR, "Hilla Hallinto")
    with village.work() as work:
        post = work.session.scalars(select(Assignment).where(Assignment.person_id == someone.person_id)).one()
        post.role, post.organisation_id = Role.ADMINISTRATOR, village.county_id
    return in_english(sign_in(someone))


def another_provider(village: Village) -> Organisation:
    with village.work() as work:
        other = Organisation(
            kind=OrganisationKind.PROVIDER,
            parent_id=village.county_id,
            county_id=village.county_id,
            name_fi="Naapurikunta",
            name_sv="Grannkommun",
        )
        work.session.add(other)
    return other


def stored(ledger: Ledger, name: str) -> Organisation:
    with system_work(ledger) as work:
        return work.session.scalars(select(Organisation).where(Organisation.name_fi == name)).one()


def test_the_tree_shows_county_provider_and_schools(chief: Client, village: Village) -> None:
    village.another_school()
    for name in ("7A", "8B"):
        village.a_class(name)
    page = chief.get("/organisations")
    assert page.heading == "Organisations"
    assert page.has("Rannan hyvinvointialue")
    assert "Koivurannan koulu" in page.links
    assert page.has("KOI Basic education Finnish 2 home groups")


def test_others_see_no_tree(village: Village, sign_in: SignIn) -> None:
    sign_in(village.staff(Role.PRINCIPAL, "Riitta Reksi")).get("/organisations", status=404)


def test_a_neighbours_provider_is_seen_but_not_touched(chief: Client, village: Village) -> None:
    other = another_provider(village)
    page = chief.get("/organisations")
    assert page.has("Naapurikunta")
    assert f"/organisations/{other.id}" not in page.links.values()
    chief.get(f"/organisations/{other.id}", status=404)
    chief.get(f"/organisations/{village.county_id}", status=404)
    chief.get(f"/organisations/{other.id}/calendar", status=404)
    chief.get(f"/organisations/{other.id}/schools/new", status=404)
    chief.get(f"/organisations/{village.provider_id}")


def test_the_county_may_change_what_stands_under_it(county_chief: Client, village: Village) -> None:
    other = another_provider(village)
    county_chief.get(f"/organisations/{other.id}")
    page = county_chief.get("/organisations").follow("Koivurannan koulu")
    assert page.heading == "Koivurannan koulu"


def test_a_school_is_changed(chief: Client, ledger: Ledger) -> None:
    form = chief.get("/organisations").follow("Koivurannan koulu").form()
    form.choose(unit_type="Vocational education")
    page = form.submit(name_fi="Rannan ammattikoulu", name_sv="", short_name="ran", languages=["fi", "sv"])
    assert "The changes are saved." in page.flashes
    assert page.has("Rannan ammattikoulu RAN Vocational education Finnish, Swedish")
    school = stored(ledger, "Rannan ammattikoulu")
    assert (school.name_sv, school.unit_type, school.teaching_languages) == (
        "Rannan ammattikoulu",
        UnitType.VOCATIONAL,
        "fi,sv",
    )


def test_a_unit_with_classes_of_pupils_is_not_made_early_childhood_education_alone(
    chief: Client, ledger: Ledger, village: Village
) -> None:
    """Student welfare belongs to its pupils, and would be lost on the word (OHL 1 §)."""
    class_id = village.a_class()
    form = chief.get("/organisations").follow("Koivurannan koulu").form().choose(unit_type="Early childhood education")
    assert "The unit has classes of pupils" in form.submit(status=422).field_error("unit_type")
    assert stored(ledger, "Koivurannan koulu").unit_type is UnitType.BASIC
    with village.work() as work:
        work.session.delete(work.session.get_one(SchoolClass, class_id))
    assert form.submit().has("Koivurannan koulu KOI Early childhood education")


@pytest.mark.parametrize(("ended_before", "is_lost"), [(timedelta(days=40), False), (timedelta(days=400), True)])
def test_in_the_summer_between_two_years_no_school_is_made_early_childhood_education(
    chief: Client, ledger: Ledger, village: Village, ended_before: timedelta, *, is_lost: bool
) -> None:
    """Its workers would reach no pupil of it and no matter that goes on."""
    class_id = village.a_class()
    with village.work() as work:
        work.session.get_one(SchoolClass, class_id).ended_on = work.facts.on - ended_before
    form = chief.get("/organisations").follow("Koivurannan koulu").form().choose(unit_type="Early childhood education")
    form.submit(status=200 if is_lost else 422)
    assert (stored(ledger, "Koivurannan koulu").unit_type is UnitType.EARLY_CHILDHOOD) is is_lost


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name_fi", ""),
        ("name_fi", "x" * 201),
        ("name_fi", "Koulu\x00"),
        ("name_fi", "Koulu \u202e"),
        ("short_name", "K"),
        ("short_name", "KOIVURA"),
        ("short_name", "K-I"),
        ("official_code", "9" * 21),
        ("unit_type", "university"),
        ("languages", ["klingon"]),
        ("languages", []),
    ],
)
def test_what_does_not_fit_is_said_at_the_field_and_nothing_is_lost(
    chief: Client, ledger: Ledger, field: str, value: object
) -> None:
    form = chief.get("/organisations").follow("Koivurannan koulu").form()
    page = form.fill(**{"official_code": "12", field: value}).submit(status=422)
    assert page.field_error(field)
    assert page.title.startswith("Error:")
    assert stored(ledger, "Koivurannan koulu").official_code == ""


def test_two_schools_of_a_provider_have_different_abbreviations(chief: Client, village: Village) -> None:
    village.another_school()
    form = chief.get("/organisations").follow("Koivurannan koulu").form()
    assert "Choose another" in form.submit(short_name="KAI", status=422).field_error("short_name")


def test_the_second_of_two_who_save_sees_what_the_first_saved(
    chief: Client, county_chief: Client, ledger: Ledger
) -> None:
    mine, theirs = (client.get("/organisations").follow("Koivurannan koulu").form() for client in (chief, county_chief))
    theirs.submit(name_fi="Heidän koulunsa")
    page = mine.submit(name_fi="Minun kouluni", status=409)
    assert page.has("Name in Finnish: Heidän koulunsa")
    assert page.has("Name in Finnish: Minun kouluni")
    assert "The changes are saved." in page.form().submit().flashes
    assert stored(ledger, "Minun kouluni").revision == 3


def test_names_of_a_provider_are_changed(chief: Client, village: Village, ledger: Ledger) -> None:
    page = chief.get(f"/organisations/{village.provider_id}")
    page.form().submit(name_fi="Uusi kunta", name_sv="Nya kommunen")
    assert stored(ledger, "Uusi kunta").name_sv == "Nya kommunen"


def test_a_school_is_added_by_hand(chief: Client, village: Village, ledger: Ledger) -> None:
    form = chief.get("/organisations").follow("Add a school: Rannan kunta").form()
    form.choose(unit_type="Pre-primary education")
    page = form.submit(name_fi="Tuulikellon esikoulu", short_name="TUU", languages=["fi"])
    assert page.has("Tuulikellon esikoulu has been added.")
    school = stored(ledger, "Tuulikellon esikoulu")
    assert (school.provider_id, school.county_id, school.name_sv) == (
        village.provider_id,
        village.county_id,
        "Tuulikellon esikoulu",
    )


def test_a_provider_is_a_municipality_of_the_county(county_chief: Client, village: Village, ledger: Ledger) -> None:
    with village.work() as work:
        work.session.get_one(Organisation, village.county_id).official_code = "18"
    page = county_chief.get("/organisations").follow("Add an education provider: Rannan hyvinvointialue")
    form = page.form()
    assert "Kokkola" in form.options["municipality"]
    assert "Helsinki" not in form.options["municipality"]
    form.choose(municipality="Kokkola").submit()
    assert stored(ledger, "Kokkola").municipality_code == "272"
    again = county_chief.get(f"/organisations/{village.county_id}/providers/new").form()
    assert "Kokkola" not in again.options["municipality"]
    assert again.submit(municipality="272", status=422).field_error("municipality")


def test_only_the_county_adds_its_providers(chief: Client, village: Village) -> None:
    chief.get(f"/organisations/{village.county_id}/providers/new", status=404)


def test_a_county_is_one_of_the_real_ones(chief: Client, ledger: Ledger) -> None:
    form = chief.get("/organisations").follow("Add a county").form()
    form.choose(county="Kainuun hyvinvointialue").submit()
    assert stored(ledger, "Kainuun hyvinvointialue").official_code == "20"
    page = chief.get("/organisations/counties/new").form().submit(county="", status=422)
    assert page.field_error("county") == "Error: Choose the county."


def test_the_classes_of_a_school_are_listed(chief: Client, village: Village) -> None:
    village.a_class("7A")
    with village.work() as work:
        work.session.add(SchoolClass(school_id=village.school_id, name="Fysiikka 8", grade="08", is_home_group=False))
    page = chief.get(f"/organisations/{village.school_id}/classes")
    assert page.has("7A 7 Home group Fysiikka 8 08 Teaching group")
