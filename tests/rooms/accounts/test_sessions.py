"""Sessions live on the server: they end by the clock, by their owner or by an administrator, everywhere at once."""

from dataclasses import replace

import pytest
from flask import Flask

from config.settings import Settings
from tests.builders import Village
from tests.builders_accounts import Signer, a_signer
from tests.client import Client
from tests.clock import Clock
from tests.rooms.accounts.browsers import a_browser, is_in, token_of, with_token
from tests.rooms.accounts.trail import codes_of
from welfare.accounts.browsers import browser_name
from welfare.accounts.models import Account
from welfare.audit.ledger import Ledger
from welfare.web.app import close, create_app

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def test_each_step_gives_a_new_token_and_the_old_one_is_dead(
    app: Flask, stranger: Client, saara: Signer, clock: Clock
) -> None:
    stranger.flask.set_cookie("welfare_sid", "planted by somebody else")
    page = saara.give_password(stranger)
    half = token_of(stranger)
    page.form("#code-form").submit(code=saara.code(clock.now))
    whole = token_of(stranger)
    assert len({half, whole, "planted by somebody else"}) == 3
    assert with_token(app, half).get("/").heading == "Sign in"
    assert with_token(app, "planted by somebody else").get("/").heading == "Sign in"
    assert is_in(with_token(app, whole))


def test_a_copied_cookie_is_dead_after_signing_out(app: Flask, stranger: Client, saara: Signer, clock: Clock) -> None:
    saara.sign_in(stranger, clock.now)
    copy = with_token(app, token_of(stranger))
    assert is_in(copy)
    page = stranger.get("/").form("Sign out").submit()
    assert page.heading == "Sign in"
    assert page.flashes == ["You have signed out."]
    assert stranger.flask.get_cookie("welfare_sid") is None
    assert not is_in(copy)


def test_signing_out_clears_what_the_browser_keeps(stranger: Client, saara: Signer, clock: Clock) -> None:
    saara.sign_in(stranger, clock.now)
    form = stranger.get("/").form("Sign out")
    answer = stranger.flask.post("/sign-out", data=form.data)
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'


def test_a_session_left_alone_for_fifteen_minutes_ends(
    stranger: Client, saara: Signer, clock: Clock, ledger: Ledger
) -> None:
    saara.sign_in(stranger, clock.now)
    clock.forward(minutes=14)
    assert is_in(stranger)
    clock.forward(minutes=15)
    page = stranger.get("/")
    assert page.heading == "Sign in"
    assert page.flashes == ["You had been away for a while, so you were signed out for safety."]
    assert codes_of(ledger, "session") == ["idle"]


def test_saying_that_one_is_here_keeps_a_session_alive(stranger: Client, saara: Signer, clock: Clock) -> None:
    saara.sign_in(stranger, clock.now)
    for _turn in range(4):
        clock.forward(minutes=10)
        assert stranger.get("/stay", status=204).response.get_data() == b""
    assert is_in(stranger)


def test_a_session_in_use_ends_after_twelve_hours(
    stranger: Client, saara: Signer, clock: Clock, ledger: Ledger
) -> None:
    saara.sign_in(stranger, clock.now)
    for _turn in range(71):
        clock.forward(minutes=10)
        stranger.get("/stay", status=204)
    assert is_in(stranger)
    clock.forward(minutes=10)
    assert not is_in(stranger)
    assert codes_of(ledger, "session") == ["expired"]


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(stranger: Client, saara: Signer) -> None:
    form = stranger.get("/sign-in").form("#sign-in").fill(username=saara.username, password=saara.password)
    answer = stranger.flask.post("/sign-in", data=form.data)
    [cookie] = [line for line in answer.headers.getlist("Set-Cookie") if line.startswith("welfare_sid=")]
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert "Expires" not in cookie


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_over_https_the_cookie_is_bound_to_the_host(settings: Settings, clock: Clock) -> None:
    secure = create_app(replace(settings, is_https=True), clock)
    saara = a_signer(Village.of(secure))
    client = secure.test_client()
    page = client.get("/sign-in", base_url="https://localhost").get_data(as_text=True)
    token = page.split('name="csrf_token" value="')[1].split('"')[0]
    data = {"csrf_token": token, "username": saara.username, "password": saara.password}
    wishes = {"base_url": "https://localhost", "headers": {"Referer": "https://localhost/sign-in"}}
    answer = client.post("/sign-in", data=data, **wishes)
    [cookie] = [line for line in answer.headers.getlist("Set-Cookie") if "__Host-welfare=" in line]
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    close(secure)


def test_a_disabled_account_is_out_at_once_on_every_node(
    settings: Settings, stranger: Client, saara: Signer, clock: Clock, village: Village
) -> None:
    other_node = create_app(settings, clock)
    saara.sign_in(stranger, clock.now)
    there = with_token(other_node, token_of(stranger))
    assert is_in(there)
    with village.work() as work:
        work.session.get_one(Account, saara.account_id).is_enabled = False
    assert not is_in(there)
    assert not is_in(stranger)
    close(other_node)


def test_the_fourth_session_ends_the_oldest(app: Flask, saara: Signer, clock: Clock) -> None:
    browsers = []
    for _turn in range(4):
        browsers.append(a_browser(app))
        saara.sign_in(browsers[-1], clock.now)
        clock.forward(minutes=1)
    assert [is_in(client) for client in browsers] == [False, True, True, True]


def test_half_sign_ins_push_nobody_out(app: Flask, saara: Signer, clock: Clock) -> None:
    working = a_browser(app)
    saara.sign_in(working, clock.now)
    for _turn in range(4):
        saara.give_password(a_browser(app))
    clock.forward(minutes=1)
    second = a_browser(app)
    saara.sign_in(second, clock.now)
    assert is_in(working)
    assert is_in(second)


def test_a_browser_is_named_so_that_its_owner_knows_it() -> None:
    assert browser_name(FIREFOX) == "Firefox, Linux"
    assert browser_name("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140") == (
        "Edge, Windows"
    )
    assert browser_name("Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Version/18 Safari/604") == (
        "Safari, iPhone"
    )
    assert browser_name("<script>") == ""
