"""A cut chain or an older database: the house goes on reading, writes nothing, and says so on every page."""

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from flask import Flask
from werkzeug.routing import Rule

from tests.audit.breaking import cut_tails
from tests.builders import Someone, Village
from tests.builders_accounts import a_signer
from tests.client import Client, Page
from tests.clock import Clock
from welfare.audit.anchoring import Anchoring
from welfare.rules.actors import Role
from welfare.ui.locale import LANGUAGE_COOKIE
from welfare.web.witness import Rounds

NEW = "puolukka ja kaurakeksi"
BANNER = "Only reading is possible now."


@pytest.fixture
def officer(village: Village) -> Someone:
    return village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")


@pytest.fixture
def desk(officer: Someone, sign_in: Callable[[Someone], Client]) -> Client:
    """The officer, signed in, reading English."""
    client = sign_in(officer)
    client.flask.set_cookie(LANGUAGE_COOKIE, "en")
    return client


@pytest.fixture
def anchored(app: Flask, desk: Client) -> Anchoring:
    """Every chain anchored as it stands."""
    desk.get("/audit")
    anchoring: Anchoring = app.extensions["anchoring"]
    anchoring.anchor_all()
    return anchoring


@pytest.fixture
def cut(app: Flask, anchored: Anchoring, clock: Clock) -> Anchoring:
    """Somebody has cut off all but the first events, and a minute has passed."""
    cut_tails(app)
    clock.forward(minutes=1)
    return anchored


def token(page: Page) -> dict[str, str]:
    """What every form of a page carries against forgery and repetition."""
    found = page.tree.first("input", when=lambda node: node.get("name") == "csrf_token")
    assert found is not None
    return {"csrf_token": found.get("value"), "idempotency_key": uuid4().hex}


@pytest.mark.usefixtures("anchored")
def test_in_ordinary_times_a_page_has_no_banner_and_the_house_is_ready(app: Flask, desk: Client) -> None:
    page = desk.get("/audit")
    assert not page.has(BANNER)
    assert app.test_client().get("/readyz").status_code == 200
    desk.post("/account/language", token(page) | {"locale": "sv"}, status=303, follow=False)


@pytest.mark.usefixtures("cut")
def test_after_a_cut_pages_are_read_with_a_banner_and_nothing_is_saved(app: Flask, desk: Client) -> None:
    page = desk.get("/audit")
    assert page.has(BANNER)
    refused = desk.post("/account/language", token(page) | {"locale": "sv"}, status=503)
    assert refused.has("Your change was not saved")
    answer = app.test_client().get("/readyz")
    assert (answer.status_code, answer.get_json()["status"]) == (503, "read-only")
    assert app.test_client().get("/healthz").status_code == 200


@pytest.mark.usefixtures("cut")
def test_the_officer_can_still_ask_and_export_and_everybody_sign_out(desk: Client) -> None:
    page = desk.get("/audit")
    page.form("Find the person").choose(sought="What the person did").submit(name="Vartia")
    assert page.form("Export as a table").submit().response.mimetype == "text/csv"
    desk.post("/sign-out", token(page), status=303, follow=False)
    desk.get("/audit", status=303, follow=False)


GOES_ON = {
    "access_copies.find",
    "accounts.give_password",
    "accounts.sign_in_as_demo",
    "accounts.give_second_factor",
    "accounts.give_recovery_code",
    "accounts.sign_out",
    "accounts.find_staff",
    "breaches.find_concerned",
    "cases.find_student",
    "datarights.find",
    "worklist.search",
    "journal.search",
    "log_reviews.find_decoy",
    "disclosures.paper",
    "disclosures.parcel",
    "meetings.print_minutes",
    "plans.print_own",
    "plans.print_plan",
    "service_notes.find",
    "service_notes.print_plan",
    "service_notes.search",
    "oversight.people",
    "oversight.export",
    "rectifications.find",
}
"""The way in and out, and what is asked by a form so that its words stand in no address."""


@pytest.mark.usefixtures("cut")
def test_after_a_cut_every_form_is_refused_but_the_way_in_and_out_and_questions(app: Flask, desk: Client) -> None:
    keys, went_on = token(desk.get("/audit")), set()
    adapter = app.url_map.bind("")
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or ()) and rule.endpoint != "accounts.sign_out":
            values = {name: sample(rule, name) for name in rule.arguments}
            answer = desk.flask.post(adapter.build(rule.endpoint, values, method="POST"), data=keys)
            if answer.status_code != 503:
                went_on.add(rule.endpoint)
    assert went_on == GOES_ON - {"accounts.sign_out"}
    assert desk.flask.post("/sign-out", data=keys).status_code == 303


def sample(rule: Rule, name: str) -> object:
    """A value that the address takes."""
    if re.search(rf"int(\([^)]*\))?:{name}>", rule.rule):
        return 2026 if name == "year" else 1
    words = re.search(rf"any\(([^)]*)\):{name}>", rule.rule)
    return words[1].split(",")[0].strip("'\" ") if words else uuid4()


def test_after_a_cut_one_can_sign_in_with_a_code_and_not_change_the_password(
    app: Flask, request: pytest.FixtureRequest, village: Village, clock: Clock
) -> None:
    saara = a_signer(village)
    request.getfixturevalue("cut")
    client = Client(app)
    client.flask.set_cookie(LANGUAGE_COOKIE, "en")
    assert saara.sign_in(client, clock.now).heading == "Worklist"
    form = client.get("/account/password").form("Change the password")
    form.fill(password=saara.password, new_password=NEW, again=NEW)
    assert form.submit(status=503).has("Your change was not saved")
    app.extensions["anchoring"].accept()
    clock.forward(minutes=1)
    assert form.submit().has("Your password has been changed")


def test_saving_goes_on_when_the_operator_has_accepted_the_chain(
    app: Flask, cut: Anchoring, desk: Client, clock: Clock
) -> None:
    assert desk.get("/audit").has(BANNER)
    cut.accept()
    clock.forward(minutes=1)
    page = desk.get("/audit")
    assert not page.has(BANNER)
    assert app.test_client().get("/readyz").status_code == 200
    desk.post("/account/language", token(page) | {"locale": "sv"}, status=303, follow=False)


def newest(anchoring: Anchoring) -> dict[object, object]:
    return {chain: anchoring.folder.newest(chain) for chain in anchoring.folder.chains()}


def test_a_serving_process_anchors_what_is_due(app: Flask, village: Village, clock: Clock) -> None:
    anchoring: Anchoring = app.extensions["anchoring"]
    rounds = Rounds(anchoring, app.extensions["watch"])
    rounds.go_round()
    before = newest(anchoring)
    assert before
    village.another_school()
    clock.forward(minutes=1)
    rounds.go_round()
    assert newest(anchoring) != before


def test_a_round_that_cannot_anchor_raises_an_alarm_and_the_next_one_tries_again(
    app: Flask, anchored: Anchoring, village: Village, caplog: pytest.LogCaptureFixture
) -> None:
    (anchored.folder.path / "turn").unlink()
    (anchored.folder.path / "turn").mkdir()
    rounds = Rounds(anchored, app.extensions["watch"])
    rounds.go_round()
    assert "ALARM audit: no anchor could be added" in caplog.text
    (anchored.folder.path / "turn").rmdir()
    village.another_school()
    caplog.clear()
    rounds.go_round()
    assert caplog.text == ""


def test_the_rounds_end_when_they_are_told(app: Flask) -> None:
    rounds = Rounds(app.extensions["anchoring"], app.extensions["watch"])
    rounds.start()
    rounds.stop()
    rounds.join(timeout=10)
    assert not rounds.is_alive()
