"""Nothing typed is lost: a form that comes after its session has run out is kept and given back."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms.fields.core import UnboundField

from tests.builders_accounts import Signer
from tests.client import Client, Page
from tests.clock import Clock
from tests.databases import Store
from tests.rooms.accounts.browsers import a_browser, token_of, with_token
from welfare.drafts.page_drafts import keepable
from welfare.ui.expired import typed_back
from welfare.ui.fields import CodeText, PasswordText
from welfare.ui.forms import PageForm

STORY = "Hän on ollut kolme viikkoa hyvin hiljainen.\nKissankello."


def send_too_late(client: Client, *, with_csrf: bool = True) -> Page:
    """A long text to a form of the house, written on a page that was open for too long."""
    form = client.get("/account").form("Save the language")
    data = {**form.data.to_dict(), "locale": "sv", "story": STORY, "password": "sinivuokko"}
    client.app.extensions["ledger"].clock.forward(minutes=20)
    if not with_csrf:
        data["csrf_token"] = "too old"
    return client.post("/account/language", data)


@pytest.mark.parametrize("with_csrf", [True, False])
def test_the_text_is_given_back_after_signing_in_again(
    stranger: Client, saara: Signer, clock: Clock, *, with_csrf: bool
) -> None:
    saara.sign_in(stranger, clock.now)
    page = send_too_late(stranger, with_csrf=with_csrf)
    assert page.heading == "Sign in"
    assert page.flashes == ["You had been away for a while. What you wrote is kept: sign in and it is given back."]
    assert not page.has("Kissankello")
    page = saara.sign_in(stranger, clock.now)
    assert page.heading == "Your text was kept"
    assert page.by_id("typed-2").raw_text.strip() == STORY or STORY in [
        node.raw_text.strip() for node in page.tree.all("textarea")
    ]
    assert "sinivuokko" not in page.html


def test_the_kept_form_can_be_sent_again(stranger: Client, aino: Signer) -> None:
    aino.give_password(stranger)
    send_too_late(stranger)
    page = aino.give_password(stranger)
    assert page.heading == "Your text was kept"
    page = page.form("Send it again").submit()
    assert page.url.endswith("/account")
    assert stranger.flask.get_cookie("language").value == "sv"  # type: ignore[union-attr]


def test_it_is_offered_by_itself_once_and_stays_until_it_is_thrown_away(
    stranger: Client, aino: Signer, clock: Clock
) -> None:
    aino.give_password(stranger)
    send_too_late(stranger)
    aino.give_password(stranger).form("Sign out").submit()
    clock.forward(minutes=1)
    assert aino.give_password(stranger).heading != "Your text was kept"
    page = stranger.get("/account").follow("Look at it")
    assert page.has("Kissankello")
    page.form("Throw the text away").submit()
    assert not stranger.get("/account").has("Text that came too late")
    assert stranger.get("/kept-text").url == f"/own/{aino.someone.person_id}"


def test_nobody_else_who_signs_in_at_that_browser_sees_it(
    stranger: Client, saara: Signer, aino: Signer, clock: Clock
) -> None:
    saara.sign_in(stranger, clock.now)
    send_too_late(stranger)
    page = aino.give_password(stranger)
    assert page.heading != "Your text was kept"
    assert not stranger.get("/account").has("Text that came too late")


def test_what_comes_after_signing_out_is_not_kept(app: Flask, stranger: Client, aino: Signer, clock: Clock) -> None:
    aino.give_password(stranger)
    copy = with_token(app, token_of(stranger))
    form = copy.get("/account").form("Save the language")
    stranger.get("/account").form("Sign out").submit()
    page = copy.post("/account/language", {**form.data.to_dict(), "story": STORY})
    assert page.heading == "Sign in"
    assert page.flashes == []
    clock.forward(minutes=1)
    assert aino.give_password(a_browser(app)).heading != "Your text was kept"


def test_an_autosave_that_comes_too_late_is_told_so(stranger: Client, aino: Signer, clock: Clock) -> None:
    aino.give_password(stranger)
    form = stranger.get("/account").form("Save the language")
    clock.forward(minutes=20)
    page = stranger.post("/account/language", form.data, headers={"X-Requested-With": "autosave"}, status=401)
    assert page.text == ""


def test_a_page_only_read_too_late_keeps_nothing_but_the_way_back(stranger: Client, aino: Signer, clock: Clock) -> None:
    aino.give_password(stranger)
    clock.forward(minutes=20)
    page = stranger.get("/account")
    assert page.heading == "Sign in"
    page = page.form("#sign-in").submit(username=aino.username, password=aino.password)
    assert page.heading == "My account"


def test_secrets_are_never_kept() -> None:
    posted = MultiDict(
        [
            ("story", "one"),
            ("story", "two"),
            ("new_password", "x"),
            ("a-password", "x"),
            ("code", "123456"),
            ("csrf_token", "x"),
            ("identity_code", "010101A123N"),
            ("decoded", "stays"),
            ("broken", "\ud800\x00"),
        ]
    )
    kept = keepable(posted)
    assert kept == {"story": ["one", "two"], "decoded": ["stays"], "broken": ["\ufffd\ufffd"]}


def test_no_password_or_code_of_any_form_is_kept_or_given_back() -> None:
    """By the fields of the forms themselves, so that a new one under another name is found."""
    fields = {
        name
        for form in _every(PageForm)
        for name, field in vars(form).items()
        if isinstance(field, UnboundField) and issubclass(field.field_class, PasswordText | CodeText)
    }
    assert {"password", "new_password", "again", "code"} <= fields
    posted = MultiDict([("story", "Kissankello"), *((name, "sinivuokko") for name in fields)])
    assert keepable(posted) == {"story": ["Kissankello"]}
    assert [typed.text for typed in typed_back(posted)] == ["Kissankello"]


def _every(kind: type[PageForm]) -> Iterator[type[PageForm]]:
    for form in kind.__subclasses__():
        yield form
        yield from _every(form)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_files_do_not_hold_the_kept_words(stranger: Client, aino: Signer, store: Store) -> None:
    aino.give_password(stranger)
    send_too_late(stranger)
    assert not [p for p in store.instance.rglob("*") if p.is_file() and b"issankello" in p.read_bytes()]
