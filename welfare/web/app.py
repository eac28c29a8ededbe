"""The application factory: one place builds the world, then seals it."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from flask_login import LoginManager
from flask_wtf.csrf import CSRFProtect
from sqlalchemy import Engine
from werkzeug.middleware.proxy_fix import ProxyFix

from config.settings import Settings
from welfare.access.gate import Gate
from welfare.accounts.visitors import init_visitors
from welfare.audit.ledger import Ledger
from welfare.audit.watch import Watch
from welfare.db.base import db
from welfare.db.guard import guard
from welfare.drafts.handlers import listeners_of as drafts_listen
from welfare.drafts.routes import page_keeper
from welfare.people.name_cache import NameCache
from welfare.people.roster.errands import Errands
from welfare.rules.registers import HOUSE, Register
from welfare.ui.page_drafts import init_page_drafts
from welfare.ui.setup import init_ui
from welfare.web.errors import init_errors
from welfare.web.files import init_files
from welfare.web.headers import init_headers
from welfare.web.incoming import Incoming
from welfare.web.instance import check_schema, engine_options, open_keyring
from welfare.web.navigation import Navigation
from welfare.web.rooms import (
    CALENDAR_SOURCES,
    CLIENT_LINKS,
    DUTY_LAMPS,
    LISTENERS,
    SECTIONS,
    UNIT_PARTS,
    blueprints_of,
    switched_off_by,
    together,
)
from welfare.web.services import planners_of
from welfare.web.witness import anchoring_of, watch_of

ROOT = Path(__file__).parent.parent
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The only place where the product reads the wall clock."""
    return datetime.now(UTC)  # noqa: TID251 - everybody else is given the time


def create_app(settings: Settings, clock: Clock = utc_now) -> Flask:
    """The application of one instance. Raises InstanceError, KeyProviderError, UndeclaredRouteError."""
    app = Flask("welfare", root_path=str(ROOT))
    app.config.update(_flask_config(settings))
    app.request_class = Incoming
    app.jinja_options = {"cache_size": -1}  # every template stays made: there are more than the cache holds by itself
    app.url_map.merge_slashes = False  # its redirects are absolute and name whatever host the request named
    with ExitStack() as held:
        keyring = open_keyring(settings)
        held.callback(keyring.close)
        engine = _engine_of(app)
        held.callback(engine.dispose)
        guard(engine)
        check_schema(engine)
        _furnish(app, settings, Ledger(engine, keyring, clock, LISTENERS, planners_of(settings)))
        held.pop_all()  # it stands, and holds its connections itself; one that refuses to start leaves none behind
    return app


def _engine_of(app: Flask) -> Engine:
    db.init_app(app)
    with app.app_context():
        return db.engine


def _furnish(app: Flask, settings: Settings, ledger: Ledger) -> None:
    """Put in everything that stands on database and keys, and seal the house."""
    app.secret_key = ledger.keyring.secret(HOUSE, Register.SESSION, "cookies")
    app.jinja_env.autoescape = True
    visitors = init_visitors(app, settings, ledger)
    visitors.switched_off = switched_off_by(settings)
    gate = Gate(ledger, visitors, _keep_watch(app, settings, ledger).is_read_only)
    names = NameCache()
    ledger.keyring.at_forget.append(names.forget)
    app.extensions.update(
        name_cache=names,
        settings=settings,
        ledger=ledger,
        keyring=ledger.keyring,
        visitors=visitors,
        case_sections=SECTIONS,
        unit_parts=UNIT_PARTS,
        calendar_sources=CALENDAR_SOURCES,
        duty_lamps=DUTY_LAMPS,
        client_links=CLIENT_LINKS,
    )
    CSRFProtect(app)
    LoginManager(app).request_loader(visitors.current_user)
    around = Navigation(app, gate, settings)
    init_ui(
        app,
        chrome=around.chrome,
        bare=around.bare,
        locale_of_user=visitors.locale,
        typed_too_late=visitors.typed_too_late,
    )
    init_page_drafts(app, page_keeper())
    gate.open_for(app, blueprints_of(settings))
    ledger.listeners = together(ledger.listeners, drafts_listen(gate))
    init_files(app)
    init_headers(app, is_https=settings.is_https)
    init_errors(app)
    _trust_proxies(app, settings.trusted_proxies)
    gate.seal(app)


def _keep_watch(app: Flask, settings: Settings, ledger: Ledger) -> Watch:
    """Compare the chains with their anchors now, and then as long as the application lives."""
    house = (settings, ledger.engine, ledger.keyring, ledger.clock)
    watch = watch_of(*house)
    watch.look()
    app.extensions.update(watch=watch, anchoring=anchoring_of(*house))
    return watch


def _trust_proxies(app: Flask, hops: int) -> None:
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def close(app: Flask) -> None:
    """Wait for what an application has under way, then let go of all its database connections."""
    errands: Errands | None = app.extensions.get("roster_errands")
    if errands is not None:
        errands.wait()
    app.extensions["ledger"].engine.dispose()
    app.extensions["keyring"].close()


def _flask_config(settings: Settings) -> dict[str, object]:
    return {
        "DEBUG": False,  # whatever the environment says: a trace on a page is a leak
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(settings),
        "MAX_CONTENT_LENGTH": settings.max_upload_bytes,
        "MAX_FORM_MEMORY_SIZE": settings.max_form_bytes,
        "SESSION_COOKIE_NAME": "__Host-page" if settings.is_https else "welfare_page",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.is_https,
        "WTF_CSRF_TIME_LIMIT": None,
        "BABEL_DEFAULT_LOCALE": settings.default_locale,
    }
