"""Ten minutes without a connection: the page says so, keeps what is typed, and saves it by itself afterwards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from flask import Flask
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from tests.browser.axe import assert_accessible
from tests.browser.browser import assert_reflows
from tests.browser.serving import serving
from tests.builders import Someone, Village
from tests.builders_cases import a_case
from tests.builders_meetings import Asked, a_meeting, an_item
from tests.builders_minutes import address as minutes_of
from tests.builders_minutes import is_running, knows_the_family
from tests.signing_in import signed_in_client
from welfare.accounts.sessions import SessionPolicy
from welfare.rules.actors import Role

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
BEFORE, MEANWHILE = "Sovittiin aamuvastaanotosta. ", "Kuraattori on ovella kello 8.15."
TEN_MINUTES = 10 * 60 * 1000
NOT_SAVED, SAVED = re.compile("^Ei tallennettu: yhteyttä ei ole"), re.compile(r"\d\.\d\d$")


@dataclass(frozen=True)
class Desk:
    """A curator who writes, before a browser of her own."""

    page: Page
    address: str
    aada: Someone
    case_id: UUID
    minutes: str

    @property
    def status(self) -> Locator:
        return self.page.locator("[data-autosave-status] [data-words]")

    def open(self, path: str, field: str) -> Locator:
        self.page.goto(self.address + path)
        return self.page.locator(f"main [name='{field}']").first

    def go_offline(self) -> None:
        self.page.context.set_offline(True)

    def go_online(self) -> None:
        self.page.context.set_offline(False)


@pytest.fixture
def desk(browser: Browser, app: Flask, village: Village) -> Iterator[Desk]:
    aada = village.student("Aada Metsäpelto", village.a_class("8B"))
    knows_the_family(village, aada, village.guardian("Tiina Metsäpelto", aada))
    saara = village.staff(Role.CURATOR, "Saara Lehtovirta")
    meeting = a_meeting(village, saara)
    case_id = a_case(village, aada, saara)
    item = an_item(village, meeting, case_id, [Asked(saara, office=Role.CURATOR)])
    is_running(village, meeting, item, saara)
    policy: SessionPolicy = app.extensions["visitors"].policy
    cookie = signed_in_client(app, saara).flask.get_cookie(policy.cookie)
    assert cookie is not None
    with serving(app) as url, browser.new_context(locale="fi-FI", reduced_motion="reduce") as context:
        context.add_cookies([{"name": policy.cookie, "value": cookie.value, "url": url}])
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.clock.install()
        yield Desk(page, url, aada, case_id, minutes_of(meeting, item))


def stay_without_connection(desk: Desk, text: Locator) -> None:
    """Write, lose the connection, write on, wait, and have it all saved when the connection is back."""
    text.fill(BEFORE)
    with desk.page.expect_response(lambda answer: answer.request.method == "POST"):
        desk.page.clock.run_for(3_500)
    expect(desk.status).to_have_text(SAVED)
    desk.go_offline()
    text.press_sequentially(MEANWHILE)
    with desk.page.expect_event("requestfailed"):
        desk.page.clock.run_for(3_500)
    expect(desk.status).to_have_text(NOT_SAVED)
    desk.page.clock.run_for(TEN_MINUTES)
    expect(desk.status).to_have_text(NOT_SAVED)
    assert_accessible(desk.page)
    assert_reflows(desk.page)
    with desk.page.expect_response(lambda answer: answer.request.method == "POST" and answer.ok):
        desk.go_online()
        desk.page.clock.run_for(61_000)
    expect(desk.status).to_have_text(SAVED)


def ways_out(desk: Desk) -> list[str]:
    """Leave the page; which questions the browser asked."""
    asked: list[str] = []

    def note(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    desk.page.on("dialog", note)
    desk.page.goto(desk.address + "/")
    desk.page.remove_listener("dialog", note)
    return asked


def test_a_draft_survives_ten_minutes_without_a_connection(desk: Desk) -> None:
    path = f"/requests/new/{desk.aada.person_id}/ask"
    stay_without_connection(desk, desk.open(path, "description"))
    assert ways_out(desk) == []
    expect(desk.open(path, "description")).to_have_value(BEFORE + MEANWHILE)


def test_a_form_without_a_draft_of_its_own_survives_as_well(desk: Desk) -> None:
    path = f"/cases/{desk.case_id}/exclusions/new"
    stay_without_connection(desk, desk.open(path, "reason"))
    assert ways_out(desk) == []
    expect(desk.open(path, "reason")).to_have_value(BEFORE + MEANWHILE)
    assert_accessible(desk.page)
    assert_reflows(desk.page)


def test_a_part_of_the_minutes_survives_ten_minutes_without_a_connection(desk: Desk) -> None:
    stay_without_connection(desk, desk.open(desk.minutes, "handling"))
    assert ways_out(desk) == []
    expect(desk.open(desk.minutes, "handling")).to_have_value(BEFORE + MEANWHILE)


@pytest.mark.parametrize("place", ["draft", "part"])
def test_the_browser_asks_before_unsaved_text_is_left(desk: Desk, place: str) -> None:
    places = {"draft": (f"/requests/new/{desk.aada.person_id}/ask", "description"), "part": (desk.minutes, "handling")}
    text = desk.open(*places[place])
    desk.go_offline()
    text.press_sequentially(MEANWHILE)
    with desk.page.expect_event("requestfailed"):
        desk.page.clock.run_for(3_500)
    expect(desk.status).to_have_text(NOT_SAVED)
    desk.go_online()
    assert ways_out(desk) == ["beforeunload"]


def test_a_form_is_not_sent_into_nothing(desk: Desk) -> None:
    text = desk.open(f"/requests/new/{desk.aada.person_id}/ask", "description")
    text.press_sequentially(MEANWHILE)
    desk.go_offline()
    desk.page.locator("main button.btn-primary[type=submit]").click()
    expect(desk.page.locator("[data-offline]")).to_be_visible()
    assert_accessible(desk.page)
    assert_reflows(desk.page)
    expect(text).to_have_value(MEANWHILE)
    with desk.page.expect_response(lambda answer: answer.request.method == "POST" and answer.ok):
        desk.go_online()
        desk.page.clock.run_for(4_000)
    expect(desk.page.locator("[data-offline]")).to_be_hidden()
    expect(desk.status).to_have_text(SAVED)
