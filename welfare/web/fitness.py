"""Whether an instance is fit to be served: every finding a sentence that says what to do."""

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from config.settings import Settings
from welfare.accounts.models import InstanceMark
from welfare.crypto.providers import KeyProviderError
from welfare.web.instance import InstanceError, check_schema, key_provider, open_database


class Weight(StrEnum):
    """What a finding means."""

    GOOD = "good"
    WARNING = "warning"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    weight: Weight
    words: str


def look_at(settings: Settings) -> list[Finding]:
    """Everything the self-test looks at, worst findings included; changes nothing."""
    return [_keys(settings), *_database(settings), _anchors(settings), _transport(settings)]


def refusals(settings: Settings) -> list[str]:
    """Why this instance must not be served."""
    return [finding.words for finding in look_at(settings) if finding.weight is Weight.REFUSAL]


def _keys(settings: Settings) -> Finding:
    try:
        key_provider(settings).check()
    except (KeyProviderError, ValueError) as error:
        return Finding("keys", Weight.REFUSAL, str(error))
    return Finding("keys", Weight.GOOD, f"the key provider ({settings.key_provider}) is ready")


def _database(settings: Settings) -> list[Finding]:
    engine = open_database(settings)
    try:
        check_schema(engine)
        found = [Finding("database", Weight.GOOD, f"{engine.dialect.name}, schema of this release")]
        return [*found, *_demo(engine, settings), *_server(settings)]
    except InstanceError as error:
        return [Finding("database", Weight.REFUSAL, str(error))]
    except SQLAlchemyError as error:
        return [Finding("database", Weight.REFUSAL, f"the database does not answer: {type(error).__name__}")]
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
    return [Finding("demo", Weight.WARNING, "this database is a demonstration with known passwords")]


def _server(settings: Settings) -> list[Finding]:
    url = make_url(settings.database_url)
    if not url.drivername.startswith("postgresql"):
        return []
    found = []
    if url.username in {"postgres", "root"}:
        found.append(_by_stage(settings, "role", "the database role is a superuser; make a role of its own"))
    if not _is_loopback(url.host) and url.query.get("sslmode") != "verify-full":
        found.append(
            _by_stage(settings, "tls", "add sslmode=verify-full to DATABASE_URL: the server is not on this machine")
        )
    return found


def _anchors(settings: Settings) -> Finding:
    if settings.anchors.is_relative_to(settings.instance):
        words = "anchors lie beside the data they witness; set ANCHORS to another volume"
        return _by_stage(settings, "anchors", words, refusal=False)
    return Finding("anchors", Weight.GOOD, "anchors lie apart from the data")


def _transport(settings: Settings) -> Finding:
    if settings.is_https:
        return Finding("https", Weight.GOOD, "cookies are sent over https only")
    return _by_stage(settings, "https", "set WELFARE_HTTPS=1 and serve behind a TLS proxy")


def _by_stage(settings: Settings, name: str, words: str, *, refusal: bool = True) -> Finding:
    weight = Weight.REFUSAL if settings.is_production and refusal else Weight.WARNING
    return Finding(name, weight, words)


def _is_loopback(host: str | None) -> bool:
    if host in {None, "", "localhost"} or (host or "").startswith("/"):
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False
