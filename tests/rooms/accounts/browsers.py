"""Browsers of the accounts room's tests."""

from flask import Flask

from tests.client import Client
from welfare.ui.locale import LANGUAGE_COOKIE

SESSION_COOKIE = "welfare_sid"


def a_browser(app: Flask) -> Client:
    """A browser that speaks English and in which nobody is signed in."""
    client = Client(app)
    client.flask.set_cookie(LANGUAGE_COOKIE, "en")
    return client


def token_of(client: Client) -> str:
    """The session token a browser holds."""
    cookie = client.flask.get_cookie(SESSION_COOKIE)
    assert cookie is not None
    return cookie.value


def with_token(app: Flask, token: str) -> Client:
    """Another browser, into which somebody has copied a token."""
    client = a_browser(app)
    client.flask.set_cookie(SESSION_COOKIE, token)
    return client


def is_in(client: Client) -> bool:
    """Whether somebody is fully signed in there."""
    return client.get("/").heading == "Worklist"
