"""Groups are named by whoever leads the unit, for terms that do not overlap, and their history stays."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.builders import Someone, Village
from tests.builders_groups import a_group, a_seat
from tests.client import Client, Page
from tests.signing_in import Visit
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role
from welfare.rules.unit_types import UnitType
from welfare.rules.welfare_groups import Duty, GroupKind, SeatHolder

TERM: dict[str, Any] = {"begins_on": "11.8.2026", "ends_on": "5.6.2027"}


@pytest.fixture
def principal(village: Village) -> Someone:
    return village.staff(Role.PRINCIPAL, "Riitta Reksi")


def groups_url(unit_id: UUID) -> str:
    return f"/communal/{unit_id}/groups"


def name(client: Client, unit_id: UUID, kind: str = "school", status: int = 200, **answers: Any) -> Page:  # noqa: ANN401 - what the client takes
    return client.get(f"{groups_url(unit_id)}/new/{kind}").form().submit(status=status, **answers)


def test_the_principal_names_the_group_with_the_tasks_of_its_level_and_the_days_of_the_school_year(
    village: Village, visit: Visit, principal: Someone
) -> None:
    client = visit(principal)
    page = client.get(f"/communal/{village.school_id}")
    assert page.has("has not been named for these days")
    page = (
        page.follow("Name the group: School welfare group").follow("Name a group: School welfare group").form().submit()
    )
    assert page.has("The group is named. Next, choose who sits in it.")
    assert page.has("11 Aug 2026 – 5 Jun 2027")
    assert page.has("Ei käsittele yksittäisen oppilaan asioita.")
    assert client.get(f"/communal/{village.school_id}").has("pupils or guardians have no seat in it yet")


@pytest.mark.parametrize(
    ("role", "unit", "kind", "words"),
    [
        (Role.PROVIDER_COORDINATOR, "provider_id", "steering", "Steering group of student welfare"),
        (Role.PROVIDER_COORDINATOR, "provider_id", "lape", "LAPE cooperation group"),
        (Role.WELFARE_COORDINATOR, "county_id", "regional", "Regional cooperation group"),
        (Role.WELFARE_COORDINATOR, "county_id", "lape", "LAPE cooperation group"),
    ],
)
def test_each_level_has_its_own_groups(
    village: Village, visit: Visit, role: Role, unit: str, kind: str, words: str
) -> None:
    client = visit(village.staff(role, "Kaisa Koordinaattori"))
    page = name(client, getattr(village, unit), kind, **TERM)
    assert page.heading == words
    client.get(f"{groups_url(getattr(village, unit))}/new/school", status=404)


def test_pre_primary_education_has_a_group_of_its_own_name_and_tasks(
    village: Village, visit: Visit, principal: Someone
) -> None:
    with village.work() as work:
        work.session.get_one(Organisation, village.school_id).unit_type = UnitType.PRE_PRIMARY
    page = name(visit(principal), village.school_id)
    assert page.heading == "Welfare group of pre-primary education"
    assert page.has("siirtymästä kouluun")


@pytest.mark.parametrize("role", [Role.TEACHER, Role.NURSE, Role.CURATOR])
def test_nobody_but_the_leader_names_a_group_though_everybody_sees_it(
    village: Village, visit: Visit, principal: Someone, role: Role
) -> None:
    group_id = a_group(village, principal)
    client = visit(village.staff(role, "Ulla Muu"))
    page = client.get(f"{groups_url(village.school_id)}/{group_id}")
    assert page.has("Suunnittelee ja arvioi.")
    assert "Change the group" not in page.links
    nowhere = client.get(f"/communal/{uuid4()}", status=404)
    for address in ("new/school", f"{group_id}/change", f"{group_id}/next", f"{group_id}/seats/staff"):
        assert client.get(f"{groups_url(village.school_id)}/{address}", status=404).main == nowhere.main


def test_a_group_of_another_unit_is_not_found_under_this_one(
    village: Village, visit: Visit, principal: Someone
) -> None:
    elsewhere = a_group(village, principal, unit_id=village.another_school("Kaislan koulu"))
    visit(principal).get(f"{groups_url(village.school_id)}/{elsewhere}", status=404)


def test_overlapping_terms_are_refused_and_the_other_term_is_named(
    village: Village, visit: Visit, principal: Someone
) -> None:
    a_group(village, principal)
    client = visit(principal)
    page = name(client, village.school_id, status=422, begins_on="1.6.2027", ends_on="31.5.2028", decision="7 §")
    assert "School welfare group 11 Aug 2026 – 5 Jun 2027" in page.field_error("begins_on")
    assert page.form().data["decision"] == "7 §"
    assert name(client, village.school_id, begins_on="6.6.2027", ends_on="31.5.2028").has("The group is named.")


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"ends_on": "1.8.2026"}, "ends_on"),
        ({"ends_on": "1.8.2036"}, "ends_on"),
        ({"ends_on": ""}, "ends_on"),
        ({"begins_on": "31.2.2026"}, "begins_on"),
        ({"tasks_fi": ""}, "tasks_fi"),
        ({"tasks_sv": "x" * 4001}, "tasks_sv"),
        ({"decision": "x" * 201}, "decision"),
    ],
)
def test_bad_answers_are_refused_at_their_field(
    village: Village, visit: Visit, principal: Someone, answers: dict[str, Any], field: str
) -> None:
    page = name(visit(principal), village.school_id, status=422, **(TERM | answers))
    assert page.field_error(field)


def test_a_bilingual_school_may_have_a_group_for_each_language_or_one_together(
    village: Village, visit: Visit, principal: Someone
) -> None:
    with village.work() as work:
        work.session.get_one(Organisation, village.school_id).teaching_languages = "fi,sv"
    client = visit(principal)
    for language in ("fi", "sv"):
        name(client, village.school_id, language=language)
    assert "Swedish" in name(client, village.school_id, status=422, language="sv").field_error("begins_on")
    assert name(client, village.school_id, status=422, language="").field_error("begins_on")
    assert client.get(groups_url(village.school_id)).has("School welfare group, Finnish")


def test_the_next_term_keeps_whom_it_is_told_to_and_the_earlier_one_stays_as_it_was(
    village: Village, visit: Visit, principal: Someone
) -> None:
    group_id = a_group(village, principal, begins_on=date(2025, 8, 11), ends_on=date(2026, 8, 10))
    early = date(2025, 8, 11)
    a_seat(village, group_id, principal, role=Role.PRINCIPAL, duty=Duty.CHAIR, begins_on=early)
    a_seat(village, group_id, village.staff(Role.TEACHER, "Oona Rautasalo"), begins_on=early)
    pupils = a_seat(village, group_id, SeatHolder.PUPILS, begins_on=early)
    client = visit(principal)
    form = client.get(f"{groups_url(village.school_id)}/{group_id}").follow("Name the next term").form()
    assert form.data["begins_on"] == "11.8.2026"
    kept = [value for words, value in form.options["kept"].items() if "Oona" not in words]
    page = form.submit(kept=kept)
    assert page.has("The group is named for its next term.")
    assert page.has("Riitta Reksi")
    assert page.has("Representatives of pupils (2)")
    assert not page.has("Oona Rautasalo")
    earlier = client.get(f"{groups_url(village.school_id)}/{group_id}")
    assert earlier.has("Oona Rautasalo")
    assert str(pupils) in kept


def test_the_second_of_two_who_change_a_group_sees_what_the_first_saved(
    village: Village, visit: Visit, principal: Someone
) -> None:
    group_id = a_group(village, principal)
    client = visit(principal)
    mine, theirs = (client.get(f"{groups_url(village.school_id)}/{group_id}/change").form() for _ in range(2))
    theirs.submit(tasks_fi="Uudet tehtävät.")
    page = mine.submit(status=409, decision="13 §")
    assert page.has("Uudet tehtävät.")
    page.form().submit()
    assert client.get(f"{groups_url(village.school_id)}/{group_id}").has("13 §")


def test_a_term_cannot_be_shortened_past_a_seat(village: Village, visit: Visit, principal: Someone) -> None:
    group_id = a_group(village, principal)
    a_seat(village, group_id, principal, begins_on=date(2027, 1, 7))
    form = visit(principal).get(f"{groups_url(village.school_id)}/{group_id}/change").form()
    assert "End it first" in form.submit(status=422, ends_on="18.12.2026").field_error("begins_on")
    assert form.submit(ends_on="31.5.2027").has("The changes are saved.")


def test_a_group_of_another_kind_may_stand_beside(village: Village, visit: Visit) -> None:
    coordinator = village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")
    a_group(village, coordinator, GroupKind.STEERING, unit_id=village.provider_id)
    assert name(visit(coordinator), village.provider_id, "lape", **TERM).has("The group is named.")
