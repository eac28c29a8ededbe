"""Whether an instance is fit to be served: every finding a sentence that says what to do."""

import os
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.orm import Session

from config.settings import Settings
from welfare.accounts.models import InstanceMark
from welfare.crypto.providers import KeyProviderError
from welfare.web.findings import Finding, Weight, by_stage, warning
from welfare.web.fitness_after import look_at_jobs, look_at_mail, look_at_scanner
from welfare.web.fitness_server import look_at_server
from welfare.web.instance import InstanceError, check_schema, key_provider, open_database

_OTHERS = 0o077


def look_at(settings: Settings) -> list[Finding]:
    """Everything the self-test looks at, worst findings included; changes nothing."""
    return [
        *_keys(settings),
        *_files(settings),
        *_database(settings),
        *_anchors(settings),
        *_transport(settings),
        *look_at_mail(settings),
        *look_at_scanner(settings),
        *_operator(),
    ]


def refusals(settings: Settings) -> list[str]:
    """Why this instance must not be served."""
    return [finding.words for finding in look_at(settings) if finding.weight is Weight.REFUSAL]


def _keys(settings: Settings) -> Iterator[Finding]:
    try:
        key_provider(settings).check()
    except (KeyProviderError, ValueError) as error:
        yield Finding("keys", Weight.REFUSAL, str(error))
        return
    yield Finding("keys", Weight.GOOD, f"the key provider ({settings.key_provider}) is ready")
    if settings.key_file.is_relative_to(settings.instance):
        words = "the key file lies among the data, so one backup holds both; move it and set WELFARE_KEY_FILE"
        yield by_stage(settings, "keyplace", words)


def _files(settings: Settings) -> Iterator[Finding]:
    places = [settings.instance, settings.anchors, *map(_sqlite_file, (settings.database_url, settings.keys_url))]
    open_ones = [str(path) for path in places if path and path.exists() and path.stat().st_mode & _OTHERS]
    if open_ones:
        words = f"others on this machine may read {', '.join(open_ones)}; run chmod -R go= on them"
        yield by_stage(settings, "files", words)


def _sqlite_file(url: str) -> Path | None:
    name = make_url(url).database if url.startswith("sqlite") else None
    return Path(name) if name else None


def _database(settings: Settings) -> list[Finding]:
    try:
        engine = open_database(settings)
    except ArgumentError as error:
        return [Finding("database", Weight.REFUSAL, f"DATABASE_URL cannot be used: {error}")]
    try:
        check_schema(engine)
        found = [Finding("database", Weight.GOOD, f"{engine.dialect.name}, schema of this release")]
        return [*found, *_demo(engine, settings), *look_at_server(engine, settings), *look_at_jobs(engine)]
    except InstanceError as error:
        return [Finding("database", Weight.REFUSAL, str(error))]
    except SQLAlchemyError as error:
        words = f"the database does not answer ({type(error).__name__}); see that it runs and DATABASE_URL names it"
        return [Finding("database", Weight.REFUSAL, words)]
    finally:
        engine.dispose()


def _demo(engine: Engine, settings: Settings) -> list[Finding]:
    with Session(engine) as session:
        is_demo = session.get(InstanceMark, "demo") is not None
    if not is_demo:
        return []
    if settings.is_production:
        words = "this database was made of invented people with known passwords; production never serves it"
        return [Finding("demo", Weight.REFUSAL, words)]
    return [warning("demo", "this database is a demonstration with known passwords")]


def _anchors(settings: Settings) -> Iterator[Finding]:
    if not settings.anchors.is_dir():
        words = f"the anchors in {settings.anchors} are missing, so nobody can tell whether the trail was cut; restore"
        yield by_stage(settings, "anchors", f"{words} them, or set ANCHORS")
    elif settings.anchors.is_relative_to(settings.instance):
        yield warning("anchors", "anchors lie beside the data they witness; set ANCHORS to another volume")
    else:
        yield Finding("anchors", Weight.GOOD, "anchors lie apart from the data")


def _transport(settings: Settings) -> Iterator[Finding]:
    if not settings.is_https:
        yield by_stage(settings, "https", "set WELFARE_HTTPS=1 and serve behind a TLS proxy")
        return
    yield Finding("https", Weight.GOOD, "cookies are sent over https only")
    if not settings.trusted_proxies:
        words = "every visitor seems to come from the TLS proxy; set WELFARE_TRUSTED_PROXIES to their number"
        yield warning("proxies", words)


def _operator() -> Iterator[Finding]:
    if os.geteuid() == 0:
        yield warning("user", "this runs as root, who may do anything; start it as a user of its own")
