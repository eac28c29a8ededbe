"""A provider's arrangements are kept by its own offices, in two languages, and no version of them is lost."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.builders import Village
from tests.builders_arrangements import an_arrangement
from tests.client import Client, Page
from tests.rooms.arrangements.conftest import Scene
from tests.signing_in import Visit
from welfare.arrangements.models import Arrangement, ArrangementVersion
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.actors import Role
from welfare.rules.arrangements import CatalogueState

WORDS = {
    "name_fi": "Hiljainen huone",
    "name_sv": "Tyst rum",
    "description_fi": "Rauhallinen tila tehtäviin.",
    "description_sv": "Ett lugnt utrymme för uppgifter.",
    "conditions_fi": "Sovitaan opettajan kanssa.",
    "conditions_sv": "Avtalas med läraren.",
}


def add(client: Client, status: int = 200, **changes: str) -> Page:
    form = client.get("/arrangements").follow("Add an arrangement").form()
    return form.fill(**(WORDS | changes)).submit(status=status)


@pytest.mark.parametrize("who", ["coordinator", "administrator"])
def test_the_providers_offices_add_what_is_offered(scene: Scene, visit: Visit, who: str) -> None:
    page = add(visit(getattr(scene, who)))
    assert page.has("The arrangement is offered from now on.")
    assert page.has("Hiljainen huone Rauhallinen tila tehtäviin. 0 0 0 Offered")


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.TEACHER, Role.CURATOR, Role.DATA_PROTECTION_OFFICER])
def test_nobody_else_keeps_or_sees_the_catalogue(village: Village, scene: Scene, visit: Visit, role: Role) -> None:
    client = visit(village.staff(role, "Ulla Muu"))
    nowhere = client.get("/arrangements/of/" + str(uuid4()) + "/new", status=404)
    for address in ("", f"/{scene.shortened}", f"/of/{village.provider_id}/new"):
        assert client.get(f"/arrangements{address}", status=404).main == nowhere.main
    assert "Arrangements and forms" not in client.get("/").links


def test_the_list_speaks_the_readers_language(scene: Scene, visit: Visit) -> None:
    client = visit(scene.coordinator)
    add(client)
    client.flask.set_cookie("language", "sv")
    page = client.get("/arrangements")
    assert page.has("Tyst rum Ett lugnt utrymme för uppgifter.")
    assert not page.has("Hiljainen huone")


def test_new_words_are_a_new_version_and_the_old_one_stays_readable(
    village: Village, scene: Scene, visit: Visit
) -> None:
    client = visit(scene.coordinator)
    page = client.get("/arrangements").follow("Lyhennetty koulupäivä")
    assert page.has("Version 1")
    page.form().submit(conditions_fi="Enintään neljä viikkoa.")
    page = client.get(f"/arrangements/{scene.shortened}")
    assert page.has("Version 2")
    assert page.has("Version 1, 23 Nov 2026")
    assert page.has("Enintään kuusi viikkoa kerrallaan.")
    with village.ledger.transaction() as transaction:
        numbers = select(ArrangementVersion.number).where(ArrangementVersion.arrangement_id == scene.shortened)
        assert sorted(transaction.session.scalars(numbers)) == [1, 2]


def test_saving_without_a_change_makes_no_version(scene: Scene, visit: Visit) -> None:
    client = visit(scene.coordinator)
    client.get(f"/arrangements/{scene.shortened}").form().submit()
    assert client.get(f"/arrangements/{scene.shortened}").has("Version 1")


def test_what_is_offered_no_more_stays_in_the_list_and_can_be_offered_again(
    village: Village, scene: Scene, visit: Visit
) -> None:
    client = visit(scene.coordinator)
    form = client.get(f"/arrangements/{scene.shortened}").form()
    page = form.choose(state="Offered no more").submit()
    assert page.has("Offered no more")
    assert state_of(village, scene) is CatalogueState.ENDED
    client.get(f"/arrangements/{scene.shortened}").form().choose(state="Offered").submit()
    assert state_of(village, scene) is CatalogueState.ACTIVE


def state_of(village: Village, scene: Scene) -> CatalogueState:
    with village.ledger.transaction() as transaction:
        return transaction.session.get_one(Arrangement, scene.shortened).state


@pytest.mark.parametrize("name", ["Hiljainen huone", "HILJAINEN huone"])
def test_two_that_are_offered_are_not_called_alike(village: Village, scene: Scene, visit: Visit, name: str) -> None:
    client = visit(scene.coordinator)
    add(client)
    page = add(client, 422, name_fi=name)
    assert "has this name" in page.field_error("name_fi")
    assert page.form().data["description_fi"] == WORDS["description_fi"]
    old = an_arrangement(village, scene.coordinator, "Etäpolku", is_offered=False)
    assert add(client, name_fi="Etäpolku", name_sv="Distansspår").has("The arrangement is offered from now on.")
    form = client.get(f"/arrangements/{old}").form().choose(state="Offered")
    assert "has this name" in form.submit(status=422).field_error("name_fi")


@pytest.mark.parametrize("field", ["name_fi", "name_sv", "description_fi", "description_sv"])
@pytest.mark.parametrize("value", ["", "a\x00b", "x" * 2001])
def test_bad_words_are_refused_at_their_field(scene: Scene, visit: Visit, field: str, value: str) -> None:
    page = add(visit(scene.coordinator), 422, **{field: value})
    assert page.field_error(field)


def test_the_second_of_two_who_change_one_sees_what_the_first_saved(scene: Scene, visit: Visit) -> None:
    client = visit(scene.coordinator)
    mine, theirs = (client.get(f"/arrangements/{scene.shortened}").form() for _ in range(2))
    theirs.submit(name_fi="Lyhyt päivä")
    page = mine.submit(name_fi="Lyhyempi päivä", status=409)
    assert page.has("Lyhyt päivä")
    assert page.form().data["name_fi"] == "Lyhyempi päivä"
    page.form().submit()
    assert client.get("/arrangements").has("Lyhyempi päivä")


def test_the_catalogue_of_another_provider_does_not_exist(village: Village, scene: Scene, visit: Visit) -> None:
    other_id = uuid4()
    with village.work() as work:
        names = {"name_fi": "Naapurin kunta", "name_sv": "Grannens kommun"}
        work.session.add(
            Organisation(id=other_id, kind=OrganisationKind.PROVIDER, parent_id=village.county_id, **names)
        )
        work.session.flush()
        work.session.get_one(Arrangement, scene.shortened).controller_id = other_id
    client = visit(scene.coordinator)
    client.get(f"/arrangements/{scene.shortened}", status=404)
    client.get(f"/arrangements/of/{other_id}/new", status=404)
    assert not client.get("/arrangements").has("Lyhennetty koulupäivä")
