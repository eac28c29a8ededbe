"""The way in: password, second factor, and what each step leaves behind."""

import pytest
from flask import Flask

from tests.builders import Village
from tests.builders_accounts import PASSWORD, Signer, a_signer
from tests.client import Client
from tests.conftest import Clock
from welfare.accounts.models import Account
from tests.rooms.accounts.trail import codes_of


def test_staff_give_a_password_and_then_a_code(stranger: Client, saara: Signer, clock: Clock) -> None:
    step = saara.give_password(stranger)
    assert step.heading == "Confirm that it is you"
    assert step.has("saara.lehtovirta")
    page = step.form("#code-form").submit(code=saara.code(clock.now))
    assert page.heading == "Worklist"
    assert page.has("Saara Lehtovirta")


def test_a_pupil_is_in_after_the_password(stranger: Client, aino: Signer) -> None:
    page = aino.give_password(stranger)
    assert page.url.endswith("/")
    assert stranger.get("/account").heading == "My account"


def test_the_password_alone_opens_no_page_of_the_house(stranger: Client, saara: Signer) -> None:
    saara.give_password(stranger)
    assert stranger.get("/").heading == "Confirm that it is you"
    assert stranger.get("/account").heading == "Confirm that it is you"


def test_a_wrong_password_is_refused_in_neutral_words(stranger: Client, saara: Signer) -> None:
    form = stranger.get("/sign-in").form("#sign-in")
    page = form.submit(username=saara.username, password="not this one", status=422)
    assert page.errors == ["The user name or the password is not right. Check both and try again."]
    assert stranger.get("/").heading == "Sign in"


def test_the_user_name_is_taken_whatever_its_capitals(stranger: Client, saara: Signer) -> None:
    page = stranger.get("/sign-in").form("#sign-in").submit(username=" Saara.Lehtovirta ", password=PASSWORD)
    assert page.heading == "Confirm that it is you"


def test_one_lands_on_the_page_one_was_on_the_way_to(stranger: Client, saara: Signer, clock: Clock) -> None:
    page = stranger.get("/account?part=1")
    assert page.heading == "Sign in"
    page = page.form("#sign-in").submit(username=saara.username, password=PASSWORD)
    page = page.form("#code-form").submit(code=saara.code(clock.now))
    assert page.heading == "My account"
    assert page.url.endswith("/account?part=1")


def test_who_is_in_already_is_led_on_from_the_sign_in_page(stranger: Client, saara: Signer, clock: Clock) -> None:
    saara.sign_in(stranger, clock.now)
    assert stranger.get("/sign-in").heading == "Worklist"


def test_a_disabled_account_is_refused_like_a_wrong_password(stranger: Client, saara: Signer, village: Village) -> None:
    with village.work() as work:
        work.session.get_one(Account, saara.account_id).is_enabled = False
    form = stranger.get("/sign-in").form("#sign-in")
    page = form.submit(username=saara.username, password=PASSWORD, status=422)
    assert page.errors == ["The user name or the password is not right. Check both and try again."]


def test_empty_fields_are_named(stranger: Client) -> None:
    page = stranger.get("/sign-in").form("#sign-in").submit(status=422)
    assert page.errors == ["Write your user name.", "Write your password."]
