"""The pages of one's own clients: lists, the search, beginning, the file by pages; others are shown nothing of it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.builders_journal import another_post
from tests.builders_services import Services, a_client, a_cover, a_note, an_appointment, an_offer
from tests.client import Client
from tests.clock import NOW, Clock
from tests.rooms.service_notes.conftest import Files
from tests.rooms.service_notes.trail import events_in, last_event
from tests.signing_in import Visit
from welfare.rules.actors import Role
from welfare.rules.service_records import NoteKind

NAMES = ("Eetu Öhman", "Aino Åström", "Otto Ahola")


@pytest.fixture
def saara(services: Services, visit: Visit) -> Client:
    """Her browser; no window's title may hold a client's name."""
    client = visit(services.saara)
    client.names = ("Metsäpelto", "Aada", *NAMES)
    return client


def several(services: Services) -> None:
    """Three more clients of Saara's."""
    village, class_id = services.village, services.village.a_class("9A")
    for name in NAMES:
        a_client(village, village.student(name, class_id), services.saara)


def names_in(page: object) -> list[str]:
    """The clients of a list, in its order."""
    rows = page.tree.all("a", when=lambda node: node.has("data-row"))  # type: ignore[attr-defined]
    return [node.text for node in rows]


def test_ones_own_clients_are_listed_by_the_latest_note_or_by_name(
    services: Services, files: Files, saara: Client, clock: Clock
) -> None:
    several(services)
    clock.forward(minutes=5)
    a_note(services.village, services.saara, files.social)
    page = saara.get("/clients")
    assert names_in(page)[0] == "Aada Metsäpelto"
    assert sorted(names_in(page)) == sorted(["Aada Metsäpelto", *NAMES])
    saara.flask.set_cookie("language", "fi")
    by_name = saara.get("/clients?sort=name")
    assert names_in(by_name) == ["Otto Ahola", "Aada Metsäpelto", "Aino Åström", "Eetu Öhman"]


def test_a_long_list_comes_by_pages(services: Services, saara: Client) -> None:
    village, class_id = services.village, services.village.a_class("9A")
    for number in range(26):
        a_client(village, village.student(f"Oppilas Numero{number:02}", class_id), services.saara)
    first, second = saara.get("/clients?sort=name"), saara.get("/clients?sort=name&page=2")
    assert (len(names_in(first)), len(names_in(second))) == (25, 1)
    assert names_in(second) == ["Oppilas Numero25"]


def test_the_search_finds_names_of_ones_own_clients_and_leaves_no_word(
    services: Services, files: Files, saara: Client
) -> None:
    several(services)
    a_client(services.village, services.village.student("Aada Vieras", services.village.a_class("7A")), services.kirsi)
    page = saara.get("/clients").form("Search among your clients").submit(name="AADA")
    assert names_in(page) == ["Aada Metsäpelto"]
    event = last_event(services.village, services.village.county_id)
    assert event["registers"] == ["social"]
    assert (event["codes"]["hits"], event["codes"]["sifted"]) == (1, 4)
    assert "aada" not in str(event).casefold()
    assert ["client_file", files.social.hex] in event["subjects"]
    assert names_in(saara.get("/clients").form("Search among your clients").submit(name="ohm")) == ["Eetu Öhman"]
    nothing = saara.get("/clients").form("Search among your clients").submit(name="Vieras")
    assert nothing.has("No client of that name")
    empty = saara.get("/clients").form("Search among your clients").submit(name="", status=422)
    assert empty.errors == ["Write a part of the name"]


def test_a_search_that_finds_more_than_it_shows_says_so(services: Services, saara: Client) -> None:
    village, class_id = services.village, services.village.a_class("9A")
    for number in range(25):
        a_client(village, village.student(f"Oppilas Numero{number:02}", class_id), services.saara)
    page = saara.get("/clients").form("Search among your clients").submit(name="Oppilas")
    assert len(names_in(page)) == 25
    assert "Write more of it" not in page.text
    a_client(village, village.student("Oppilas Numero25", class_id), services.saara)
    page = saara.get("/clients").form("Search among your clients").submit(name="Oppilas")
    assert len(names_in(page)) == 25
    assert page.has("1 client more has such a name. Write more of it.")
    assert last_event(village, village.county_id)["codes"]["hits"] == 26


def test_a_day_among_ones_clients_leaves_nothing_in_the_education_providers_log(
    services: Services, files: Files, saara: Client
) -> None:
    village = services.village
    before = len(events_in(village, village.provider_id))
    page = saara.get("/clients?sort=name")
    page.form("Search among your clients").submit(name="Aada")
    form = page.follow("Aada Metsäpelto").follow("New note").follow("Note").form("Save the note")
    form.submit(information="Sovittiin aamuista.")
    saara.get(f"/clients/{files.social}/log")
    saara.get("/")
    assert len(events_in(village, village.provider_id)) == before


def test_beginning_a_client_opens_a_file_with_its_first_note(saara: Client) -> None:
    page = saara.get("/clients").follow("New client").form("Find").submit(name="aada")
    page = page.follow("Aada Metsäpelto").form("Begin the record").submit(initiator="student", grounds="Pyysi itse.")
    assert page.heading == "Aada Metsäpelto"
    assert page.has("Pyysi itse.")
    assert page.has("you are the client’s own worker in this service")
    assert page.has("8B · Koivurannan koulu")


def test_a_colleague_of_the_same_service_is_told_whom_to_ask_and_nobody_else_is(
    services: Services, files: Files, visit: Visit
) -> None:
    address = f"/clients/new/{services.aada.person_id}"
    answers = {"initiator": "staff", "grounds": "Poissaoloja."}
    told = visit(services.kirsi).get(address).form("Begin the record").fill(**answers).submit(status=409)
    assert told.has("The pupil has a record in your service already, with Saara Lehtovirta. Ask for a hand-over.")
    assert told.form("Begin the record").data["grounds"] == "Poissaoloja."
    again = visit(services.saara).get(address)
    assert again.url.endswith(str(files.social))
    village = services.village
    other = village.staff(Role.PSYCHOLOGIST, "Päivi Psykologi")
    told = visit(other).get(address).form("Begin the record").fill(**answers).submit(status=409)
    assert told.has("Pasi Psykologi")
    assert not told.has("Saara")
    assert not told.has("Mirja")


def test_a_beginning_that_lies_ahead_or_says_nothing_is_refused(services: Services, saara: Client) -> None:
    page = saara.get(f"/clients/new/{services.aada.person_id}").form("Begin the record")
    refused = page.submit(started_on="24.11.2026", grounds="", status=422)
    assert len(refused.errors) == 3
    assert refused.has("The day is still to come.")


def addresses(files: Files) -> Iterator[str]:
    """Every page about Saara's client that has an address of its own."""
    client = f"/clients/{files.social}"
    yield client
    for part in ("notes/new", "notes/new/note", "notes/new/plan", "appointments/new", "hand-over", "log"):
        yield f"{client}/{part}"


def test_who_is_not_the_own_worker_is_told_of_no_client_by_any_address(
    services: Services, files: Files, visit: Visit
) -> None:
    village = services.village
    note_id = a_note(village, services.saara, files.social)
    time_id = an_appointment(village, services.saara, files.social, NOW + timedelta(hours=1))
    offer_id = an_offer(village, services.saara, files.social, services.kirsi)
    own = visit(services.saara)
    pages = [*addresses(files), f"/clients/{files.social}/notes/{note_id}"]
    pages += [f"{pages[0]}/notes/{note_id}/correction", f"{pages[0]}/appointments/{time_id}"]
    for url in pages:
        assert own.get(url).has("Aada Metsäpelto"), url
    others = [services.pasi, services.mirja, services.aulis, services.kirsi, services.aada]
    others += [village.staff(Role.PRINCIPAL, "Riitta Reksi"), village.guardian("Tiina Metsäpelto", services.aada)]
    for who in others:
        stranger = visit(who)
        nowhere = stranger.get(f"/clients/{services.aada.person_id}", status=404).main
        for url in pages:
            assert stranger.get(url, status=404).main == nowhere, (who.name, url)
        if who != services.kirsi:
            assert stranger.get(f"/clients/offers/{offer_id}", status=404).main == nowhere


def test_the_other_services_lists_counts_and_searches_hold_nothing_of_it(
    services: Services, files: Files, visit: Visit
) -> None:
    a_note(services.village, services.saara, files.social, "Salaisuus.")
    for who in (services.pasi, services.mirja):
        client = visit(who)
        page = client.get("/clients")
        assert names_in(page) == ["Aada Metsäpelto"]
        assert page.has("In service 1")
        assert not client.get(page.links["Aada Metsäpelto"]).has("Salaisuus.")
    assert visit(services.aulis).get("/clients").has("No clients yet")


def test_a_file_of_many_notes_comes_by_pages_of_twenty_five(services: Services, files: Files, saara: Client) -> None:
    for number in range(30):
        a_note(services.village, services.saara, files.social, f"Kirjaus numero {number}.")
    first, second = (saara.get(f"/clients/{files.social}?page={page}") for page in (1, 2))
    assert first.has("31 notes")
    for page, count in ((first, 25), (second, 6)):
        assert len(page.by_id("notes").all("li", when=lambda node: node.get("id").startswith("note-"))) == count


def test_a_cover_finds_the_clients_in_the_list_with_the_workers_name(
    services: Services, files: Files, visit: Visit
) -> None:
    a_cover(services.village, services.saara, services.kirsi, NOW.date(), NOW.date() + timedelta(days=2))
    page = visit(services.kirsi).get("/clients")
    assert page.has("You stand in for Saara Lehtovirta until 25 Nov 2026.")
    assert page.has("For Saara Lehtovirta")
    client = page.follow("Aada Metsäpelto")
    assert client.has("you stand in for Saara Lehtovirta until 25 Nov 2026.")
    assert "Hand over to a colleague" not in client.links
    assert files.social.hex[:8] in client.url.replace("-", "")


def test_the_log_tells_the_own_worker_who_looked_and_who_was_refused(
    services: Services, files: Files, visit: Visit
) -> None:
    visit(services.mirja).get(f"/clients/{files.social}", status=404)
    own = visit(services.saara)
    own.get(f"/clients/{files.social}")
    log = own.get(f"/clients/{files.social}").follow("Who has looked at this record")
    assert log.has("was refused: read the record")
    assert log.has("Mirja Kanervala")
    assert log.has("Saara Lehtovirta (you)")
    assert log.has("took the pupil as a client")


def test_todays_appointments_stand_on_the_worklist_and_are_gone_from_the_file_when_past(
    services: Services, files: Files, visit: Visit, clock: Clock
) -> None:
    village = services.village
    an_appointment(village, services.saara, files.social, NOW + timedelta(hours=1))
    an_appointment(village, services.saara, files.social, NOW + timedelta(days=1))
    own = visit(services.saara)
    worklist = own.get("/")
    assert worklist.by_id("clients").text.count("Aada Metsäpelto") == 1
    assert worklist.has("1 client today")
    assert not visit(services.mirja).get("/").has("Clients today")
    assert visit(services.aada).get("/").status == 200
    clock.forward(hours=3)
    page = visit(services.saara).get(f"/clients/{files.social}")
    assert page.by_id("times").text.count("45 min") == 1
    assert not any(word in page.text.casefold() for word in ("did not come", "no-show", "missed"))


def test_an_ended_client_moves_to_the_other_list_and_can_begin_again(
    services: Services, files: Files, saara: Client
) -> None:
    a_note(services.village, services.saara, files.social, "Valmista.", NoteKind.ENDED)
    assert saara.get("/clients").has("No client is in this state.")
    page = saara.get("/clients").follow("Ended 1").follow("Aada Metsäpelto")
    assert "New note" not in page.links
    form = page.follow("Begin the service again").form("Save the note")
    assert form.submit(initiator="guardian", grounds="Pyydettiin uudelleen.").has("Pyydettiin uudelleen.")
    assert saara.get("/clients").has("Aada Metsäpelto")


def test_who_works_in_two_services_has_two_lists_and_two_searches(services: Services, visit: Visit) -> None:
    village = services.village
    both = village.staff(Role.CURATOR, "Bea Molemmat")
    another_post(village, both, Role.NURSE)
    aino = village.student("Aino Åström", village.a_class("9A"))
    a_client(village, aino, both)
    client = visit(both)
    first = client.get("/clients")
    assert first.heading == "Curator’s clients"
    second = first.follow("Clients of school health care")
    assert (names_in(first), names_in(second)) == (["Aino Åström"], [])
    assert second.form("Search among your clients").submit(name="Aino").has("No client of that name")
    assert last_event(village, village.county_id)["registers"] == ["health"]
