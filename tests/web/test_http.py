"""Methods, headers and caches: what a browser may keep, and what a stranger learns by asking oddly."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders import Village
from tests.signing_in import signed_in_client
from welfare.rules.actors import Role

LINKED = re.compile(r'(?:href|src)="(/[^"]*?\.(?:css|js|svg)[^"]*)"')


@pytest.fixture
def stranger(app: Flask) -> FlaskClient:
    """A browser that nobody has signed in with."""
    return app.test_client()


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_every_file_a_page_names_may_be_kept_because_its_address_changes_with_it(stranger: FlaskClient) -> None:
    files = set(LINKED.findall(stranger.get("/sign-in").text))
    assert len(files) >= 9
    for address in files:
        with stranger.get(address.replace("&amp;", "&")) as answer:
            assert answer.status_code == 200
            assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable", address
            assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_script_imports_others_by_addresses_that_may_be_kept_too(stranger: FlaskClient) -> None:
    [script] = [address for address in LINKED.findall(stranger.get("/sign-in").text) if ".js" in address]
    with stranger.get(script) as page:
        imported = re.findall(r'from "\./([a-z]+\.js)"', page.get_data(as_text=True))
    assert len(imported) >= 10
    for name in imported:
        with stranger.get(script.replace("page.js", name)) as answer:
            assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable", name


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "address",
    ["/static/js/idle.js", "/static/js/idle.js?v=0123456789abcdef", "/modules/0123456789abcdef/idle.js"],
)
def test_a_file_asked_for_by_another_address_is_asked_about_each_time(stranger: FlaskClient, address: str) -> None:
    with stranger.get(address) as answer:
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")
    with stranger.get(address, headers={"If-None-Match": answer.headers["ETag"]}) as again:
        assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "address", ["/", "/sign-in", "/healthz", "/no/such/page", "/static/no.css", "/static/no.css?v=", "/static/../x"]
)
def test_nothing_else_is_kept(stranger: FlaskClient, address: str) -> None:
    assert stranger.get(address).headers["Cache-Control"] == "no-store"


def test_a_private_page_is_never_kept(app: Flask, village: Village) -> None:
    client = signed_in_client(app, village.staff(Role.CURATOR, "Saara Lehtovirta"))
    for address in ("/", "/account", "/?v=0123456789abcdef", "/requests/queue"):
        assert client.get(address).response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_a_method_that_is_not_there_is_refused_and_those_that_are_are_named(stranger: FlaskClient) -> None:
    for method in ("DELETE", "PUT", "PATCH", "TRACE", "BREW"):
        answer = stranger.open("/sign-in", method=method)
        assert answer.status_code == 405
        assert set(answer.allow) == {"GET", "HEAD", "POST", "OPTIONS"}
        assert "The request could not be understood" in english(stranger, method)


def english(stranger: FlaskClient, method: str) -> str:
    return stranger.open("/sign-in", method=method, headers={"Accept-Language": "en"}).text


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_head_is_get_without_its_body_and_options_names_methods_alone(stranger: FlaskClient) -> None:
    head, get = stranger.head("/sign-in"), stranger.get("/sign-in")
    assert (head.status_code, head.data, head.headers["Content-Type"]) == (200, b"", get.headers["Content-Type"])
    options = stranger.options("/sign-in", headers={"Origin": "https://elsewhere.example"})
    assert (options.status_code, options.data) == (200, b"")
    assert not [name for name, _value in options.headers if name.startswith("Access-Control")]


def test_ready_says_what_it_looked_at_and_nothing_of_versions(app: Flask, stranger: FlaskClient) -> None:
    assert stranger.get("/healthz").get_json() == {"status": "alive"}
    ready = stranger.get("/readyz")
    assert ready.get_json() == {"status": "ready", "database": "ok", "keys": "ok", "chain": "ok"}
    app.extensions["ledger"].engine.dispose()
    assert stranger.head("/readyz").status_code == 200


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_search_engines_are_asked_to_stay_away(stranger: FlaskClient) -> None:
    answer = stranger.get("/robots.txt")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert answer.text == "User-agent: *\nDisallow: /\n"
