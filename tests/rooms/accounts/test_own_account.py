"""One's own account: every change asks for the password again, ends the other sessions and is told."""

import pyotp
import pytest
from flask import Flask

from tests.builders_accounts import PASSWORD, Signer
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.accounts.browsers import a_browser, is_in, token_of, with_token
from tests.rooms.accounts.trail import codes_of
from welfare.audit.ledger import Ledger

NEW = "kolme punaista saapasta"


def change(client: Client, present: str = PASSWORD, new: str = NEW, again: str = "", status: int = 200) -> Page:
    form = client.get("/account/password").form("Change the password")
    return form.submit(password=present, new_password=new, again=again or new, status=status)


def test_the_account_page_tells_how_and_where_one_is_signed_in(stranger: Client, saara: Signer, clock: Clock) -> None:
    saara.sign_in(stranger, clock.now)
    page = stranger.get("/").follow("My account")
    assert page.has("saara.lehtovirta")
    assert page.has("This is the first one")
    assert page.has("This browser")


def test_the_sign_in_before_this_one_is_told(app: Flask, stranger: Client, saara: Signer, clock: Clock) -> None:
    saara.sign_in(a_browser(app), clock.now)
    clock.forward(minutes=5)
    saara.sign_in(stranger, clock.now)
    assert stranger.get("/account").has("23 Nov 2026 at 9:30")


def test_a_new_password_takes_the_place_of_the_old(
    stranger: Client, aino: Signer, clock: Clock, ledger: Ledger
) -> None:
    aino.give_password(stranger)
    page = change(stranger)
    assert "Your password has been changed. Other browsers are signed out." in page.flashes
    assert page.has("Your password was changed")
    stranger.get("/account").form("Sign out").submit()
    clock.forward(minutes=1)
    form = stranger.get("/sign-in").form("#sign-in")
    form.submit(username=aino.username, password=PASSWORD, status=422)
    page = form.submit(username=aino.username, password=NEW)
    assert any("Your password was changed" in words for words in page.flashes)
    assert codes_of(ledger, "credentials") == ["password"]


def test_changing_the_password_ends_other_sessions_and_renews_the_own_token(
    app: Flask, stranger: Client, aino: Signer
) -> None:
    other = a_browser(app)
    aino.give_password(other)
    aino.give_password(stranger)
    before = token_of(stranger)
    change(stranger)
    assert other.get("/account").heading == "Sign in"
    assert with_token(app, before).get("/account").heading == "Sign in"
    assert stranger.get("/account").heading == "My account"


def test_without_the_present_password_nothing_changes(stranger: Client, aino: Signer, ledger: Ledger) -> None:
    aino.give_password(stranger)
    page = change(stranger, present="not mine", status=422)
    assert page.field_error("password") == "Error: The present password is not right. Write it again."
    assert codes_of(ledger, "password_again") == ["wrong"]
    assert change(stranger).has("Your password has been changed")


def test_guesses_at_the_present_password_must_be_waited_for(stranger: Client, aino: Signer, clock: Clock) -> None:
    aino.give_password(stranger)
    for _turn in range(5):
        change(stranger, present="not mine", status=422)
    assert "Too many tries" in change(stranger, status=422).field_error("password")
    clock.forward(seconds=16)
    assert change(stranger).has("Your password has been changed")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("new", "words"),
    [
        ("fourteen signs", "too short"),
        ("x" * 201, "too long"),
        ("passwordpassword", "many people use"),
        ("aino.k aino koski", "names that others know"),
        ("Koivurannan koulu 8", "names that others know"),
        ("", "Write a new password"),
    ],
)
def test_a_bad_new_password_is_refused_at_its_field(stranger: Client, aino: Signer, new: str, words: str) -> None:
    aino.give_password(stranger)
    page = change(stranger, new=new, status=422)
    assert words in page.field_error("new_password")


def test_two_different_new_passwords_are_refused(stranger: Client, aino: Signer) -> None:
    aino.give_password(stranger)
    assert change(stranger, again=f"{NEW}!", status=422).field_error("again")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_two_hundred_signs_count_to_the_last(stranger: Client, aino: Signer) -> None:
    long = ("kolme punaista saapasta ja neljä keltaista hansikasta lumessa " * 4)[:199]
    aino.give_password(stranger)
    change(stranger, new=f"{long}1")
    stranger.get("/account").form("Sign out").submit()
    form = stranger.get("/sign-in").form("#sign-in")
    form.submit(username=aino.username, password=f"{long}2", status=422)
    form.submit(username=aino.username, password=long, status=422)
    form.submit(username=aino.username, password=f"{long}1")
    assert stranger.get("/account").heading == "My account"


def test_staff_who_have_an_app_need_twelve_signs(stranger: Client, saara: Signer, clock: Clock) -> None:
    saara.sign_in(stranger, clock.now)
    assert "at least 12 signs" in change(stranger, new="elevensigns", status=422).field_error("new_password")
    assert change(stranger, new="twelve signs").has("Your password has been changed")


def test_a_new_app_takes_the_place_of_the_old(app: Flask, stranger: Client, saara: Signer, clock: Clock) -> None:
    other = a_browser(app)
    saara.sign_in(other, clock.now)
    clock.forward(seconds=30)
    saara.sign_in(stranger, clock.now)
    page = stranger.get("/account").follow("Change the app or phone")
    secret = page.by_id("main").first("code").text.replace(" ", "")  # type: ignore[union-attr]
    assert secret != saara.secret
    code = pyotp.TOTP(secret).at(clock.now)
    page.form("Take into use").submit(password="not mine", code=code, status=422)
    page.form("Take into use").submit(password=PASSWORD, code="000000", status=422)
    page = page.form("Take into use").submit(password=PASSWORD, code=code)
    assert page.heading == "Your recovery codes"
    assert not is_in(other)
    assert page.follow("I have kept them, continue").has("10 left")
    stranger.get("/account").form("Sign out").submit()
    clock.forward(minutes=1)
    step = saara.give_password(stranger)
    step.form("#code-form").submit(code=saara.code(clock.now), status=422)
    page = step.form("#code-form").submit(code=pyotp.TOTP(secret).at(clock.now))
    assert page.heading == "Worklist"
    assert any("An authenticator app was taken into use" in words for words in page.flashes)


def test_new_recovery_codes_kill_the_old(stranger: Client, saara: Signer, clock: Clock) -> None:
    saara.sign_in(stranger, clock.now)
    form = stranger.get("/account").follow("Make new codes").form("Make new codes")
    form.submit(password="not mine", status=422)
    first = [node.text for node in form.submit(password=PASSWORD).by_id("main").all("code")]
    form = stranger.get("/account/recovery-codes").form("Make new codes")
    second = [node.text for node in form.submit(password=PASSWORD).by_id("main").all("code")]
    assert not set(first) & set(second)
    stranger.get("/account").form("Sign out").submit()
    step = saara.give_password(stranger)
    step.form("#code-form").submit(code=first[0], status=422)
    assert step.form("#code-form").submit(code=second[0]).heading == "Worklist"


def test_one_ends_ones_own_sessions_elsewhere(app: Flask, stranger: Client, saara: Signer, clock: Clock) -> None:
    others = [a_browser(app), a_browser(app)]
    for other in others:
        saara.sign_in(other, clock.now)
        clock.forward(seconds=30)
    saara.sign_in(stranger, clock.now)
    page = stranger.get("/account")
    ends = [form for form in page.forms if any(words.startswith("End") for words in form.buttons)]
    assert len(ends) == 3
    ends[0].submit()
    assert sorted(is_in(other) for other in others) == [False, True]
    stranger.get("/account").form("End all others").submit()
    assert [is_in(other) for other in others] == [False, False]
    assert is_in(stranger)


def test_nobody_ends_the_session_of_somebody_else(
    app: Flask, stranger: Client, saara: Signer, aino: Signer, clock: Clock
) -> None:
    other = a_browser(app)
    for _turn in range(2):
        saara.sign_in(stranger, clock.now)
        clock.forward(seconds=30)
        stranger.flask.delete_cookie("welfare_sid")
    saara.sign_in(stranger, clock.now)
    theirs = next(form for form in stranger.get("/account").forms if "/end" in form.node.get("action"))
    aino.give_password(other)
    token = other.get("/account").form("Save the language").data["csrf_token"]
    other.post(theirs.node.get("action"), {"csrf_token": token}, status=404)
    unknown = "/account/sessions/00000000-0000-4000-8000-000000000000/end"
    other.post(unknown, {"csrf_token": token}, status=404)
    theirs.submit()


def test_the_language_of_an_account_is_spoken_on_every_browser(app: Flask, stranger: Client, aino: Signer) -> None:
    aino.give_password(stranger)
    page = stranger.get("/account").form("Save the language").submit(locale="sv")
    assert page.language == "sv"
    fresh = Client(app)
    fresh.flask.set_cookie("language", "fi")
    fresh.flask.delete_cookie("language")
    assert aino.give_password(fresh).language == "sv"
    assert fresh.get("/language/en?next=/account").language == "en"
    assert fresh.get("/account").language == "en"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_single_keys_are_off_until_somebody_wants_them(stranger: Client, aino: Signer) -> None:
    aino.give_password(stranger)
    assert "data-shortcuts" not in stranger.get("/account").html
    page = stranger.get("/account").form("Save the choice").submit(is_on="yes")
    assert "data-shortcuts" in page.html
    form = stranger.get("/account").form("Save the choice")
    form.data.poplist("is_on")
    assert "data-shortcuts" not in form.submit().html
