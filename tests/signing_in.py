"""A client that is signed in as someone already, through the room's own session rows."""

from collections.abc import Callable

from flask import Flask

from tests.builders import Someone, system_work
from tests.client import Client
from welfare.accounts.models import Account, Level
from welfare.accounts.sessions import SessionPolicy, begin_session

Visit = Callable[[Someone], Client]
"""How a test lets somebody in who reads English."""


def signed_in_client(app: Flask, who: Someone, level: Level = Level.FULL) -> Client:
    """A critical client holding the cookie of a fresh session."""
    policy: SessionPolicy = app.extensions["visitors"].policy
    with system_work(app.extensions["ledger"]) as work:
        account = work.session.get_one(Account, who.account_id)
        token = begin_session(work, account, level, policy, "test")
    client = Client(app)
    client.flask.set_cookie(policy.cookie, token)
    return client


def english_client(app: Flask, who: Someone) -> Client:
    """The same for one who reads English, as most tests do."""
    client = signed_in_client(app, who)
    client.flask.set_cookie("language", "en")
    return client
