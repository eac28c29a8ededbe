"""Whether a PostgreSQL server is fit to hold an instance: who may reach it, as whom we come, and what it loses."""

from collections.abc import Iterator, Mapping
from ipaddress import ip_address

from sqlalchemy import Engine, func, select
from sqlalchemy.engine import URL, make_url

from config.settings import Settings
from welfare.web.findings import Finding, by_stage, warning

LEAST_PASSWORD = 16
GUESSED_FIRST = frozenset({"postgres", "password", "welfare", "secret", "changeme", "admin", "root"})
_ASKED = ("is_superuser", "fsync", "full_page_writes", "synchronous_commit", "ssl", "listen_addresses", "log_statement")
_EVERYWHERE = frozenset({"*", "0.0.0.0", "::"})  # noqa: S104 - what is looked for, not bound to


def look_at_server(engine: Engine, settings: Settings) -> Iterator[Finding]:
    """Everything about address, password, role and settings of the server; nothing for SQLite."""
    if engine.dialect.name != "postgresql":
        return
    yield from look_at_address(make_url(settings.database_url), settings)
    with engine.connect() as connection:
        found = {name: str(connection.scalar(select(func.current_setting(name)))) for name in _ASKED}
    yield from look_at_settings(found, settings)


def look_at_address(url: URL, settings: Settings) -> Iterator[Finding]:
    """Whether anybody on the way, or anybody who guesses, may come in as we do."""
    if not _is_loopback(url.host or str(url.query.get("host", ""))):
        if url.query.get("sslmode") != "verify-full":
            words = "add sslmode=verify-full to DATABASE_URL: the server is not on this machine"
            yield by_stage(settings, "tls", words)
        if not url.password:
            words = "DATABASE_URL has no password and the server is not on this machine; give the role one"
            yield by_stage(settings, "password", words)
    password = str(url.password or "")
    if password and (password.lower() in GUESSED_FIRST | {url.username} or len(password) < LEAST_PASSWORD):
        words = f"the password in DATABASE_URL would be guessed; use {LEAST_PASSWORD} random characters or more"
        yield by_stage(settings, "password", words)


def look_at_settings(found: Mapping[str, str], settings: Settings) -> Iterator[Finding]:
    """Whether we come as an ordinary role, and the server keeps what it has acknowledged, and to itself."""
    if found["is_superuser"] == "on":
        words = "the database role is a superuser, whom no trigger binds; make a role of its own that owns the database"
        yield by_stage(settings, "role", words)
    for name in ("fsync", "full_page_writes", "synchronous_commit"):
        if found[name] == "off":
            words = f"the server runs with {name}=off: a power cut loses saves that were acknowledged; set {name}=on"
            yield by_stage(settings, "durable", words)
    listens = {address.strip() for address in found["listen_addresses"].split(",")}
    if listens & _EVERYWHERE and found["ssl"] != "on":
        words = "the database server listens to every network without TLS; narrow listen_addresses, or set ssl=on"
        yield by_stage(settings, "reach", words)
    if found["log_statement"] == "all":
        yield warning("log", "log_statement=all writes what is searched for into the server's log; set it to ddl")


def _is_loopback(host: str | None) -> bool:
    if host in {None, "", "localhost"} or (host or "").startswith("/"):
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False
