"""The gate: who asks, what about, may they, and only then a unit of work."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NoReturn, Protocol
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from flask import Flask, Response, abort, current_app, g, request
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, UUIDConverter

from welfare.access import once
from welfare.access.blueprint import AmbiguousSubjectError, GuardedBlueprint, UndeclaredRouteError
from welfare.access.needs import Loaded, Loader, Manner, Needs, Public, Reading
from welfare.audit.event import Origin, Outcome
from welfare.audit.ledger import AuditUnavailableError, Ledger, Transaction
from welfare.audit.unit_of_work import Grant, UnitOfWork
from welfare.rules.actors import NOBODY, Actor, Facts
from welfare.rules.permissions import Permission, decide

HOME_ZONE = ZoneInfo("Europe/Helsinki")
_PARAMETER = re.compile(r"<(?:(?P<converter>\w+)(?:\([^)]*\))?:)?(?P<name>\w+)>")


class Visitors(Protocol):
    """What the gate asks the accounts room: who is here, and where to send one who must sign in."""

    def identify(self, session: Session, now: datetime) -> Actor:
        """The actor of this request, NOBODY when there is none."""

    def way_in(self, actor: Actor) -> Response:
        """Where one who has not (fully) signed in goes; keeps what was typed."""

    def has_changes(self) -> bool:
        """Whether the request changed anything in the server-side session."""

    def see_off(self, work: UnitOfWork, response: Response) -> Response:
        """The answer to send, last of all in its unit of work: it may be another one."""

    def keep(self, session: Session, now: datetime) -> None:
        """Store what the request changed in the server-side session, in the transaction of the event."""


class IdConverter(UUIDConverter):
    """A URL parameter that names a thing by its random id."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One declared route, as the command line and the access matrix show it."""

    endpoint: str
    needs: Needs
    subjects: tuple[tuple[str, str], ...]
    has_drafts: bool = True


@dataclass
class Gate:
    """All declared routes of one application and the only door to a unit of work."""

    ledger: Ledger
    visitors: Visitors
    is_read_only: Callable[[], bool] = lambda: False
    passages: dict[str, Passage] = field(default_factory=dict)
    loaders: dict[str, Loader] = field(default_factory=dict)
    addresses: Map = field(default_factory=Map)
    """The address map of the application, since it was sealed."""

    def open_for(self, app: Flask, blueprints: Iterable[GuardedBlueprint]) -> None:
        """Register rooms: their subjects first, then their routes. Raises AmbiguousSubjectError."""
        rooms = list(blueprints)
        for room in rooms:
            for kind, loader in room.subjects.items():
                if self.loaders.setdefault(kind, loader) is not loader:
                    message = f"{room.name} loads {kind} in its own way, and so does another room"
                    raise AmbiguousSubjectError(message)
                app.url_map.converters[kind] = IdConverter
        for room in rooms:
            app.register_blueprint(room)

    def seal(self, app: Flask) -> None:
        """Refuse to boot with an undeclared endpoint. Raises UndeclaredRouteError."""
        app.extensions["gate"], self.addresses = self, app.url_map
        public_of_flask = dict.fromkeys(("static", "bootstrap.static", "modules"), Public.STATIC)
        for rule in app.url_map.iter_rules():
            needs = public_of_flask.get(rule.endpoint) or _declared(app, rule.endpoint)
            if needs is None:
                message = f"{rule.rule} ({rule.endpoint}) declares no permission"
                raise UndeclaredRouteError(message)
            found = _PARAMETER.finditer(rule.rule)
            subjects = tuple((m["name"], m["converter"]) for m in found if m["converter"] in self.loaders)
            self.passages[rule.endpoint] = Passage(rule.endpoint, needs, subjects, _has_drafts(app, rule.endpoint))
        app.before_request(self._refuse_unknown)

    def pass_through(
        self, view: Callable[..., Any], needs: Needs, arguments: dict[str, Any], manner: Manner
    ) -> Response:
        """Admit one request and run its view inside a unit of work; the event is written before this returns."""
        if manner.saves and self.is_read_only():
            abort(503, "read-only")
        passage = self.passages[str(request.endpoint)]
        try:
            return self._answer(view, passage, arguments, writes=manner.writes)
        except _RefusedError as refusal:
            self._record(refusal.actor, needs, refusal.facts, Outcome.REFUSED, {})
            abort(404)
        except AuditUnavailableError:
            raise
        except Exception as error:
            code = str(error.code) if isinstance(error, HTTPException) else type(error).__name__
            with suppress(AuditUnavailableError, DBAPIError):
                self._record_failure(needs, code)
            raise

    def _answer(
        self, view: Callable[..., Any], passage: Passage, arguments: dict[str, Any], *, writes: bool
    ) -> Response:
        try:
            with self.ledger.transaction(writes=writes) as transaction:
                return self._admit(transaction, view, passage, arguments)
        except _MustSignInError as turned:
            return self.visitors.way_in(turned.actor)
        except IntegrityError:
            replay = once.replay_of_rival(self.ledger)
            if replay is None:
                raise
            return replay

    def _admit(
        self, transaction: Transaction, view: Callable[..., Any], passage: Passage, arguments: dict[str, Any]
    ) -> Response:
        session, now = transaction.session, self.ledger.clock()
        actor = NOBODY if passage.needs is Public.SURVEY else self.visitors.identify(session, now)
        g.actor, g.now = actor, now
        facts = Facts(on=now.astimezone(HOME_ZONE).date())
        is_stranger = actor.account_id is None or (passage.subjects and not actor.full_sign_in)
        if isinstance(passage.needs, Permission) and is_stranger:
            raise _MustSignInError(actor)
        loaded, facts = self._load(passage, Reading(session, actor, now, {}), arguments, facts)
        g.facts = facts
        grounds = self._grounds(passage.needs, actor, facts)
        if grounds is None:
            if isinstance(passage.needs, Permission) and not actor.full_sign_in:
                raise _MustSignInError(actor)
            raise _RefusedError(actor, facts)
        repeated = once.replay(session, actor)
        if repeated is not None:
            return repeated
        grant = Grant(str(_code(passage.needs)), facts, grounds, _origin_for(passage.needs))
        with self.ledger.work(transaction, actor, grant, is_public=isinstance(passage.needs, Public)) as work:
            g.work = work
            response = current_app.make_response(view(work, **{**arguments, **loaded}))
            response = self.visitors.see_off(work, response)
            response.get_data()
            once.remember(work, response)
            if self.visitors.has_changes():
                work.at_commit.append(lambda late: self.visitors.keep(late, now))
        return response

    def lets_in(self, work: UnitOfWork, path: str) -> bool:
        """Whether the actor at work would be shown the page of a path."""
        return self.facts_of(work, path) is not None

    def facts_of(self, work: UnitOfWork, path: str) -> Facts | None:
        """What the page of a path is about; None when the actor at work would not be shown it."""
        return self.facts_for(Reading(work.session, work.actor, work.now, {}), path)

    def facts_for(self, reading: Reading, path: str) -> Facts | None:
        """What the page of a path is about; None when the actor who reads would not be shown it."""
        today = Facts(on=reading.now.astimezone(HOME_ZONE).date())
        try:
            endpoint, arguments = self.addresses.bind("localhost").match(path, method="GET")
            _things, facts = self._load(self.passages[endpoint], reading, dict(arguments), today)
        except (HTTPException, _RefusedError):
            return None
        return None if self._grounds(self.passages[endpoint].needs, reading.actor, facts) is None else facts

    def draft_facts_for(self, reading: Reading, path: str) -> Facts | None:
        """The same, of a page whose forms may have drafts; None for any other."""
        try:
            endpoint, _arguments = self.addresses.bind("localhost").match(path, method="GET")
        except HTTPException:
            return None
        return self.facts_for(reading, path) if self.passages[endpoint].has_drafts else None

    def takes_form(self, path: str) -> bool:
        """Whether a path is a page that not everybody may open, with a form: it is posted there, or below a thing."""
        try:
            rule, _arguments = self.addresses.bind("localhost").match(path, method="GET", return_rule=True)
        except HTTPException:
            return False
        own, posted = (
            _shape(rule.rule),
            (_shape(each.rule) for each in self.addresses.iter_rules() if "POST" in (each.methods or ())),
        )
        is_public = isinstance(self.passages[rule.endpoint].needs, Public)
        return not is_public and any(each == own or ("<" in own and each.startswith(own)) for each in posted)

    def _load(
        self, passage: Passage, reading: Reading, arguments: dict[str, Any], facts: Facts
    ) -> tuple[dict[str, Any], Facts]:
        loaded: dict[str, Any] = {}
        for name, kind in passage.subjects:
            asked: UUID = arguments[name]
            step = Reading(reading.session, reading.actor, reading.now, loaded)
            found: Loaded | None = self.loaders[kind](step, asked)
            if found is None:
                raise _RefusedError(reading.actor, Facts(on=facts.on, subject_ids=((kind, asked),)))
            loaded[name], facts = found.thing, found.facts
        return loaded, facts

    @staticmethod
    def _grounds(needs: Needs, actor: Actor, facts: Facts) -> tuple[str, ...] | None:
        if isinstance(needs, Public):
            return (f"public: {needs.value}",)
        decision = decide(actor, needs, facts)
        return decision.grounds if decision.is_granted else None

    def _record(self, actor: Actor, needs: Needs, facts: Facts, outcome: Outcome, codes: dict[str, str]) -> None:
        self.ledger.record(actor, Grant(str(_code(needs)), facts, (), origin()), outcome, codes)

    def _record_failure(self, needs: Needs, code: str) -> None:
        if isinstance(needs, Permission):
            actor: Actor = g.get("actor", NOBODY)
            facts: Facts = g.get("facts") or Facts(on=self.ledger.clock().date())
            self._record(actor, needs, facts, Outcome.FAILED, {"status": code})

    def _refuse_unknown(self) -> None:
        if request.endpoint is not None and request.endpoint not in self.passages:
            abort(404)


class _MustSignInError(Exception):
    """Leaves the transaction first, because the way in may keep what was typed in one of its own."""

    def __init__(self, actor: Actor) -> None:
        super().__init__("must sign in")
        self.actor = actor


class _RefusedError(Exception):
    def __init__(self, actor: Actor, facts: Facts) -> None:
        super().__init__("refused")
        self.actor, self.facts = actor, facts


def refuse_within(work: UnitOfWork, permission: Permission, facts: Facts) -> None:
    """Ask the rule once more inside a view, for a thing chosen in a form. Refuses like the gate does (404)."""
    if not decide(work.actor, permission, facts).is_granted:
        refuse(work, facts)


def refuse(work: UnitOfWork, facts: Facts) -> NoReturn:
    """Refuse like the gate does: 404, rolled back, and a refused event."""
    raise _RefusedError(work.actor, facts)


def origin() -> Origin:
    """Where the present request comes from."""
    if "request_id" not in g:
        g.request_id = uuid4().hex
    return Origin(request_id=g.request_id, address=request.remote_addr or "")


def _origin_for(needs: Needs) -> Origin:
    """Where the request comes from, unless whoever answers is promised that it is kept nowhere."""
    return Origin() if needs is Public.SURVEY else origin()


def _declared(app: Flask, endpoint: str) -> Needs | None:
    room, _, name = endpoint.rpartition(".")
    blueprint = app.blueprints.get(room)
    return blueprint.declared.get(name) if isinstance(blueprint, GuardedBlueprint) else None


def _shape(rule: str) -> str:
    """The address of a route, whatever its parameters are called."""
    return _PARAMETER.sub("<>", rule) + "/"


def _code(needs: Needs) -> str:
    return needs.value if isinstance(needs, Permission) else f"public:{needs.name.lower()}"


def _has_drafts(app: Flask, endpoint: str) -> bool:
    room, _, name = endpoint.rpartition(".")
    blueprint = app.blueprints.get(room)
    return not isinstance(blueprint, GuardedBlueprint) or name not in blueprint.without_drafts
