"""Puts the accounts room into an application: who is here, their language, and what Flask-Login answers."""

from dataclasses import dataclass
from datetime import timedelta

from flask import Flask, Request, Response, g, redirect, request, url_for
from flask_login import UserMixin
from sqlalchemy import select
from werkzeug.wrappers import Response as BaseResponse

from config.settings import Settings
from welfare.accounts.models import InstanceMark
from welfare.accounts.pages import AccountLabel
from welfare.accounts.sessions import SessionPolicy, SessionVisitors
from welfare.rules.actors import NOBODY, Actor


@dataclass(frozen=True)
class SignedIn(UserMixin):
    """What Flask-Login calls the current user: the actor the gate has identified."""

    actor: Actor

    def get_id(self) -> str:
        """The account's id."""
        return str(self.actor.account_id)


class Visitors(SessionVisitors):
    """The gate's `Visitors`, with what the chrome wants to know."""

    def current_user(self, asked: Request) -> SignedIn | None:
        """Flask-Login's request loader: whoever the gate let in with every factor."""
        del asked
        actor: Actor = g.get("actor", NOBODY)
        return SignedIn(actor) if actor.account_id and actor.full_sign_in else None

    def locale(self) -> str | None:
        """The language this account has chosen, if any."""
        account = g.get("account")
        return None if account is None else account.locale

    def label(self) -> AccountLabel:
        """Name and office of the signed-in person, as the chrome shows them."""
        if "account_label" not in g:
            g.account_label = AccountLabel.of(g.work)
        label: AccountLabel = g.account_label
        return label

    def account_name(self) -> str:
        """Who is signed in."""
        return self.label().name

    def account_role(self) -> str:
        """In which office, at which organisation."""
        return self.label().office

    def is_demo(self) -> bool:
        """Whether this database was made of invented people."""
        if "is_demo" not in g:
            work = g.get("work")
            g.is_demo = work is not None and bool(
                work.session.scalar(select(InstanceMark.value).where(InstanceMark.name == "demo"))
            )
        return bool(g.is_demo)


def init_visitors(app: Flask, settings: Settings) -> Visitors:
    """The visitors of an application, by the session limits of its settings."""
    del app
    policy = SessionPolicy(
        idle=timedelta(seconds=settings.idle_seconds),
        absolute=timedelta(seconds=settings.absolute_seconds),
        is_https=settings.is_https,
    )
    return Visitors(policy, _way_in)


def _way_in(actor: Actor) -> Response:
    """To the sign-in page, or on to the second factor, with the way back kept."""
    endpoint = "accounts.second_factor" if actor.account_id else "accounts.sign_in"
    back = request.full_path.rstrip("?") if request.method == "GET" else None
    return _flask_response(redirect(url_for(endpoint, next=back), 303))


def _flask_response(response: BaseResponse) -> Response:
    if not isinstance(response, Response):
        message = "Flask's redirect answers a Flask response"
        raise TypeError(message)
    return response
