"""A hidden address is opened for a duty, one at a time, and who has looked is seen by those who answer for it."""

from sqlalchemy import select

from tests.rooms.non_disclosures.conftest import Scene
from welfare.audit.models import AuditEvent
from welfare.audit.reading import happening_of


def test_whoever_has_the_duty_reads_the_address_once_and_it_is_an_event_of_its_own(scene: Scene) -> None:
    scene.protect()
    page = scene.send(scene.riitta, "address", {"reason": "letter"})
    assert page.has("Kaislapolku 1, 69999 Ranta")
    assert page.response.headers["Cache-Control"] == "no-store"
    with scene.village.ledger.transaction() as transaction:
        wanted = select(AuditEvent).where(AuditEvent.permission == "place:read")
        found = [happening_of(each) for each in transaction.session.scalars(wanted)]
    [event] = [each for each in found if each.codes.get("place_reason") == "letter"]
    assert scene.people.student.person_id.hex in event.opened["person.place"]


def test_without_the_second_factor_nothing_is_opened(scene: Scene) -> None:
    scene.protect()
    page = scene.send(scene.riitta, "address", {"reason": "letter", "code": "000000"}, status=422)
    assert page.field_error("code")
    assert "Kaislapolku" not in page.html


def test_the_page_that_shows_the_protection_holds_no_place(scene: Scene) -> None:
    scene.protect()
    assert "Kaislapolku" not in scene.client(scene.riitta).get(scene.url).html


def test_who_has_looked_is_told_to_the_principal_and_the_officer_alone(scene: Scene) -> None:
    scene.protect()
    scene.send(scene.siiri, "address", {"reason": "contact"})
    for reader in (scene.client(scene.riitta), scene.visit(scene.officer)):
        page = reader.get(f"{scene.url}/looks")
        assert page.has("Siiri Salo")
        assert page.has("Set the protection")
        assert page.main.count("Opened the address and the contacts") == 1
        assert page.has("Opened the form of the address")
        assert page.has("Somebody is called or written to")
    scene.client(scene.siiri).get(f"{scene.url}/looks", status=404)
    scene.visit(scene.people.father).get(f"{scene.url}/looks", status=404)
    scene.visit(scene.officer).get(scene.url, status=404)
