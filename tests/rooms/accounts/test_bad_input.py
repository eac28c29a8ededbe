"""Whatever is sent to a form of the room, the answer is an error at the field or a missing page, never a fault."""

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from flask import Flask

from tests.builders import Someone, Village
from tests.builders_accounts import Signer, a_signer
from tests.client import Client, Page, PageForm
from tests.clock import Clock
from tests.rooms.accounts.browsers import a_browser
from welfare.rules.actors import Role

HOSTILE = [
    "\x00",
    "a\x00b",
    "\u202eabc",
    "e\u0301" * 30,
    "x" * 5000,
    "0001-00-99",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "00000000-0000-4000-8000-000000000000",
    "-1",
    "\ufffe",
    "💣" * 300,
]
UNREADABLE = b"\xed\xa0\x80\xff\xfe"
"""A lone surrogate and bytes that are no text at all."""


@pytest.fixture
def pages(
    app: Flask, village: Village, sign_in: Callable[[Someone], Client], clock: Clock
) -> Callable[[], Iterator[Page]]:
    """Every page of the room with a form, as somebody who may see it."""
    saara = a_signer(village)
    half = a_browser(app)
    newcomer = a_signer(village, "oona", "Oona Rautasalo", Role.TEACHER, has_second_factor=False)
    chief = sign_in(village.staff(Role.ADMINISTRATOR, "Hilla Hallinto"))
    enrolling, own = a_browser(app), a_browser(app)
    saara.give_password(half)
    newcomer.give_password(enrolling)
    saara.sign_in(own, clock.now)

    def visit() -> Iterator[Page]:
        yield a_browser(app).get("/sign-in")
        yield a_browser(app).get("/set-up", status=404)
        yield half.get("/sign-in/second-factor")
        yield half.get("/sign-in/recovery-code")
        yield enrolling.get("/sign-in/enrol")
        for url in ("/account", "/account/password", "/account/second-factor", "/account/recovery-codes"):
            yield own.get(url)
        for url in ("/accounts", "/accounts/new", f"/accounts/{newcomer.someone.person_id}"):
            yield chief.get(url)

    return visit


def forms_of(page: Page) -> Iterator[PageForm]:
    for form in page.forms:
        is_post = form.node.get("method").lower() == "post"
        if is_post and not any(words in {"Sign out", "Kirjaudu ulos"} for words in form.buttons):
            yield form


def test_hostile_text_in_every_field_is_answered_calmly(pages: Callable[[], Iterator[Page]]) -> None:
    for page in pages():
        for form, value in product(forms_of(page), HOSTILE):
            data = dict.fromkeys(form.data, value) | {"csrf_token": form.data["csrf_token"]}
            answer = page.client.flask.post(form.node.get("action") or page.url, data=data)
            assert answer.status_code < 500, (form.node.get("action"), value)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_bytes_that_are_no_text_are_answered_calmly(pages: Callable[[], Iterator[Page]]) -> None:
    for page in pages():
        for form in forms_of(page):
            parts = [f"csrf_token={form.data['csrf_token']}".encode()]
            parts += [name.encode() + b"=" + UNREADABLE for name in form.data if name != "csrf_token"]
            kind = "application/x-www-form-urlencoded"
            url = form.node.get("action") or page.url
            answer = page.client.flask.post(url, data=b"&".join(parts), content_type=kind)
            assert answer.status_code < 500, url


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_form_without_any_of_its_fields_is_answered_calmly(pages: Callable[[], Iterator[Page]]) -> None:
    for page in pages():
        for form in forms_of(page):
            data = {"csrf_token": form.data["csrf_token"]}
            answer = page.client.flask.post(form.node.get("action") or page.url, data=data)
            assert answer.status_code < 500, form.node.get("action")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_without_its_token_no_form_is_taken_in(pages: Callable[[], Iterator[Page]]) -> None:
    for page in pages():
        for form in forms_of(page):
            answer = page.client.flask.post(form.node.get("action") or page.url, data={})
            assert answer.status_code == 400, form.node.get("action")


def test_a_name_too_long_is_told_at_its_field(stranger: Client, saara: Signer) -> None:
    form = stranger.get("/sign-in").form("#sign-in")
    page = form.submit(username="x" * 300, password=saara.password, status=422)
    assert "too long" in page.field_error("username")
    assert saara.give_password(stranger).heading == "Confirm that it is you"
