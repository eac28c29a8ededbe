"""Puts the accounts room into an application: who is here, where they sign in, and what Flask-Login answers."""

import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from flask import Flask, Request, Response, current_app, flash, g, make_response, redirect, request, url_for
from flask_babel import gettext as _
from flask_login import UserMixin
from sqlalchemy import update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from config.settings import Settings
from welfare.access.gate import HOME_ZONE, origin
from welfare.accounts.actors import actor_of
from welfare.accounts.kept_text import keep_typed, let_go, typed_for
from welfare.accounts.models import SignInSession
from welfare.accounts.pages import AccountLabel
from welfare.accounts.passwords import Hashing
from welfare.accounts.queries import is_demo_database
from welfare.accounts.sessions import (
    Ending,
    SessionPolicy,
    end_session,
    find_session,
    has_run_out,
    is_alive,
    run_out_by,
)
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import Grant, UnitOfWork
from welfare.drafts.page_drafts import discard_page_draft
from welfare.rules.actors import NOBODY, Actor, Facts
from welfare.rules.permissions import Permission
from welfare.rules.registers import HOUSE, Register
from welfare.ui.given_back import Typed, is_lost, is_marked
from welfare.ui.locale import LANGUAGE_COOKIE
from welfare.ui.page_drafts import FIELD

SEEN_EVERY = timedelta(seconds=30)
DEMO_ASKED_EVERY = 60.0


@dataclass(frozen=True)
class SignedIn(UserMixin):
    """What Flask-Login calls the current user: the actor the gate has identified."""

    actor: Actor

    def get_id(self) -> str:
        """The account's id."""
        return str(self.actor.account_id)


@dataclass(frozen=True)
class StaleSession:
    """A session that the clock ended: whose it was, and by which limit, unless that has been noted before."""

    id: UUID
    account_id: UUID
    actor: Actor
    why: Ending | None


@dataclass
class Visitors:
    """The gate's `Visitors`, with what the chrome wants to know."""

    policy: SessionPolicy
    hashing: Hashing
    ledger: Ledger
    switched_off: frozenset[str] = frozenset()
    """Permissions that nobody has here, whatever the post."""
    is_known_demo: bool = False
    ask_demo_after: float = 0.0

    def identify(self, session: Session, now: datetime) -> Actor:
        """The actor of a live session; NOBODY for an unknown, ended, idle or expired one."""
        g.sign_in = None
        found = find_session(session, self._token())
        if found is None:
            return NOBODY
        if not is_alive(found.sign_in, found.account, self.policy, now):
            return NOBODY
        g.sign_in, g.account_locale, g.person = found.sign_in, found.account.locale, found.person
        actor = actor_of(session, found.account, found.sign_in, now.astimezone(HOME_ZONE).date())
        return replace(actor, switched_off=self.switched_off) if self.switched_off else actor

    def way_in(self, actor: Actor) -> Response:
        """To the sign-in page, or on to the step that is missing; what was typed too late is kept."""
        if actor.account_id is not None:
            return _lead_to("accounts.second_factor")
        return self.way_back() or _lead_to("accounts.sign_in")

    def way_back(self) -> Response | None:
        """Where one goes whose session has run out; None for everybody else. Called outside every transaction."""
        stale = self._stale_session()
        if stale is None:
            return None
        if request.headers.get("X-Requested-With") == "autosave":
            return make_response("", 401, {"Content-Type": "text/plain"})
        is_kept = not current_app.extensions["gate"].is_read_only() and self._note_run_out(stale)
        if is_kept:
            flash(_("You had been away for a while. What you wrote is kept: sign in and it is given back."), "soon")
        else:
            flash(_("You had been away for a while, so you were signed out for safety."), "info")
        return _lead_to("accounts.sign_in")

    def has_changes(self) -> bool:
        """Whether it is time to note that the session is in use."""
        sign_in: SignInSession | None = g.get("sign_in")
        return sign_in is not None and g.now - sign_in.seen_at >= SEEN_EVERY

    def keep(self, session: Session, now: datetime) -> None:
        """Note that the session is in use."""
        sign_in: SignInSession = g.sign_in
        session.execute(update(SignInSession).where(SignInSession.id == sign_in.id).values(seen_at=now))

    def typed_too_late(self) -> Typed | None:
        """What waits for the page at hand of whoever is at work there."""
        work: UnitOfWork = g.work
        return typed_for(work, request.path)

    def see_off(self, work: UnitOfWork, response: Response) -> Response:
        """The answer: kept text that no form of the page has taken is shown on its own; text sent anew is let go."""
        if is_lost():
            return make_response(redirect(url_for("accounts.kept_text"), 303))
        if is_marked() and response.location:
            let_go(work)
        if FIELD in request.form and response.location and work.actor.account_id:
            discard_page_draft(work, request.form[FIELD])
        return response

    def current_user(self, asked: Request) -> SignedIn | None:
        """Flask-Login's request loader: whoever the gate let in with every factor."""
        del asked
        actor: Actor = g.get("actor", NOBODY)
        return SignedIn(actor) if actor.account_id and actor.full_sign_in else None

    def locale(self) -> str | None:
        """The account's language, until this browser has been told another."""
        locale: str | None = g.get("account_locale")
        return None if LANGUAGE_COOKIE in request.cookies else locale

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
        """Whether this database was made of invented people. Such a one never becomes another, so yes is for good."""
        if not self.is_known_demo and time.monotonic() >= self.ask_demo_after:
            self.is_known_demo = self._is_marked_demo()
            self.ask_demo_after = time.monotonic() + DEMO_ASKED_EVERY
        return self.is_known_demo

    def _is_marked_demo(self) -> bool:
        try:
            with self.ledger.transaction() as transaction:
                return is_demo_database(transaction.session)
        except SQLAlchemyError:
            return False

    def _stale_session(self) -> "StaleSession | None":
        now = self.ledger.clock()
        with self.ledger.transaction() as transaction:
            found = find_session(transaction.session, self._token())
            if found is None or not found.account.is_enabled or not has_run_out(found.sign_in, self.policy, now):
                return None
            sign_in, account = found.sign_in, found.account
            actor = Actor(account.id, account.person_id, account.world, session_id=sign_in.id)
            why = run_out_by(sign_in, self.policy, now) if sign_in.ended_at is None else None
            return StaleSession(sign_in.id, account.id, actor, why)

    def _note_run_out(self, stale: "StaleSession") -> bool:
        """Leave the event of a session that ran out, and keep what was posted to it."""
        facts = Facts(on=self.ledger.clock().astimezone(HOME_ZONE).date())
        grant = Grant(Permission.SESSION_END.value, facts, ("session_ran_out",), origin())
        with (
            self.ledger.transaction(writes=True) as transaction,
            self.ledger.work(transaction, stale.actor, grant) as work,
        ):
            if stale.why is not None:
                end_session(work, stale.id, stale.why)
                work.note(HOUSE, Register.SESSION, ("account", stale.account_id), session=stale.why.value)
            return request.method == "POST" and keep_typed(work, _here(), request.form)

    def _token(self) -> str:
        return request.cookies.get(self.policy.cookie, "")


def init_visitors(app: Flask, settings: Settings, ledger: Ledger) -> Visitors:
    """The visitors of an application, by the session limits of its settings."""
    del app
    policy = SessionPolicy(
        idle=timedelta(seconds=settings.idle_seconds),
        absolute=timedelta(seconds=settings.absolute_seconds),
        is_https=settings.is_https,
        most=settings.most_sessions,
    )
    hashing = Hashing(settings.password_memory_mib * 1024, settings.password_passes)
    return Visitors(policy, hashing, ledger)


def _lead_to(endpoint: str) -> Response:
    back = _here() if request.method == "GET" else None
    return make_response(redirect(url_for(endpoint, next=back), 303))


def _here() -> str:
    return request.full_path.rstrip("?")
