"""A demonstration lets one in by a card; a database of real people has no such door."""

from flask import Flask

from tests.builders import Village
from tests.builders_accounts import Signer, a_citizen, a_signer, mark_as_demo
from tests.client import Client
from tests.rooms.accounts.browsers import a_browser, is_in
from tests.rooms.accounts.trail import codes_of
from welfare.audit.ledger import Ledger
from welfare.rules.actors import Role


def card_of(client: Client, name: str, status: int = 200) -> Client:
    form = next(form for form in client.get("/sign-in").forms if any(name in words for words in form.buttons))
    form.submit(status=status)
    return client


def test_choosing_a_card_signs_in_fully(village: Village, stranger: Client, ledger: Ledger) -> None:
    a_signer(village, "saara", is_demo=True)
    a_signer(village, "oona", "Oona Rautasalo", Role.TEACHER, is_demo=True, has_second_factor=False)
    mark_as_demo(village)
    page = stranger.get("/sign-in")
    assert page.has("Try it as one of the invented people")
    assert page.has("Curator")
    assert page.has("Koivurannan koulu")
    assert is_in(card_of(stranger, "Oona Rautasalo"))
    assert stranger.get("/").has("Oona Rautasalo")
    assert codes_of(ledger, "sign_in") == ["full"]


def test_every_page_of_a_demonstration_says_so(village: Village, stranger: Client) -> None:
    a_signer(village, "saara", is_demo=True)
    mark_as_demo(village)
    for url, status in (("/sign-in", 200), ("/privacy", 200), ("/nothing-here", 404)):
        assert stranger.get(url, status=status).has("Demonstration.")
    assert card_of(stranger, "Saara Lehtovirta").get("/").has("Demonstration.")


def test_only_accounts_made_for_it_have_a_card(village: Village, stranger: Client, saara: Signer) -> None:
    a_signer(village, "oona", "Oona Rautasalo", Role.TEACHER, is_demo=True)
    mark_as_demo(village)
    page = stranger.get("/sign-in")
    assert page.has("Oona Rautasalo")
    assert not page.has("Saara Lehtovirta")
    form = next(form for form in page.forms if "person" in form.data)
    form.fill(person=str(saara.account_id)).submit(status=404)
    assert not is_in(stranger)


def test_a_database_of_real_people_has_no_cards_and_no_such_door(
    app: Flask, village: Village, stranger: Client
) -> None:
    marked = a_signer(village, "saara", is_demo=True)
    page = stranger.get("/sign-in")
    assert not page.has("Try it")
    assert not page.has("Demonstration.")
    assert not page.has("Saara")
    token = page.form("#sign-in").data["csrf_token"]
    stranger.post("/sign-in/demo", {"csrf_token": token, "person": str(marked.account_id)}, status=404)
    assert not is_in(stranger)
    assert not stranger.get("/nothing-here", status=404).has("Demonstration.")
    assert marked.sign_in(a_browser(app), app.extensions["ledger"].clock()).heading == "Worklist"


def test_what_is_no_card_is_refused(village: Village, stranger: Client) -> None:
    a_signer(village, "saara", is_demo=True)
    mark_as_demo(village)
    token = stranger.get("/sign-in").form("#sign-in").data["csrf_token"]
    for person in ("", "x", "\x00", "00000000-0000-4000-8000-000000000000"):
        stranger.post("/sign-in/demo", {"csrf_token": token, "person": person}, status=404)


def test_a_restricted_pupil_is_on_a_card_without_a_place(village: Village, stranger: Client) -> None:
    class_id = village.a_class("7A")
    a_citizen(village, village.student("Aino Koski", class_id), "aino", is_demo=True)
    a_citizen(village, village.student("Venla Salo", class_id, is_restricted=True), "venla", is_demo=True)
    mark_as_demo(village)
    buttons = [" ".join(form.buttons) for form in stranger.get("/sign-in").forms]
    assert any("Aino Koski 7A" in words for words in buttons)
    assert any(words.endswith("Venla Salo") for words in buttons)


def test_an_invented_person_may_be_many_at_once(app: Flask, village: Village) -> None:
    a_signer(village, "saara", is_demo=True)
    mark_as_demo(village)
    browsers = [card_of(a_browser(app), "Saara Lehtovirta") for _turn in range(5)]
    assert all(is_in(client) for client in browsers)
