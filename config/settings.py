"""All settings, read once from the environment into one frozen value."""

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from config.mail import MailServer, MailUrlError

LOWEST_FLOOR = 5


class SettingsError(ValueError):
    """A setting is missing, malformed or unsafe; the message says which and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an installation decides. A default here is safe in production and safe to publish."""

    instance: Path
    database_url: str
    keys_url: str
    key_provider: str
    key_file: Path
    anchors: Path
    base_url: str
    """Where people find the service, for links in mails and calendars."""
    is_production: bool = False
    is_https: bool = False
    trusted_proxies: int = 0
    default_locale: str = "fi"
    idle_seconds: int = 15 * 60
    absolute_seconds: int = 12 * 60 * 60
    most_sessions: int = 3
    password_memory_mib: int = 19
    password_passes: int = 2
    key_cache_size: int = 1000
    key_cache_seconds: int = 600
    max_form_bytes: int = 512 * 1024
    max_upload_bytes: int = 64 * 1024 * 1024
    anchor_seconds: int = 60
    anchor_events: int = 200
    mail_server: MailServer | None = None
    """None: mails are written into `outbox`."""
    mail_from: str = "noreply@localhost"
    scanner: tuple[str, ...] = ()
    """The command that looks for malware in an attached file, given on its standard input; empty: there is none."""
    does_jobs: bool = True
    """Whether the server itself does what is left for afterwards; else `welfare jobs run` must."""
    service_records: bool = True
    """Whether the services of the county keep their own records here: their pages, menu and permissions (rule 22)."""
    amendment_days: int = 5
    """Working days for proposals to amend a meeting's final minutes."""
    small_number_floor: int = 5
    """Counts of fewer people are not shown anywhere, nor what they could be reckoned from; five is the least."""
    emergency_number: str = "112"
    youth_line: str = "116 111"
    """The telephone for children and young people that the installation recommends; empty: none is shown."""
    social_line: str = ""
    """The social emergency service of the county; empty: none is shown."""
    leave_url: str = "https://www.ilmatieteenlaitos.fi/"
    """A page on which everybody may be found: where the button leads that leaves the pages of pupils at once."""
    review_weights: Mapping[str, int] = field(default_factory=dict)
    """What the signals of the log review weigh here, where it is otherwise than in rules/log_review.py."""
    review_from: int = 30
    """From which weight on an opening is looked at."""
    mail_days: int = 30
    """Days for which delivered mails and finished jobs are kept."""
    retention_daily: int = 500
    """Records that may be destroyed in a day at the end of their keeping: a mistake has a bound."""

    @property
    def outbox(self) -> Path:
        """The folder that takes the mails where no server does."""
        return self.instance / "outbox"

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Settings":
        """Settings of the instance that WELFARE_INSTANCE names (default ./instance). Raises SettingsError."""
        instance = Path(environ.get("WELFARE_INSTANCE") or "instance").absolute()
        database_url = environ.get("DATABASE_URL") or f"sqlite:///{instance / 'welfare.db'}"
        keys_url = environ.get("WELFARE_KEYS_URL") or (
            f"sqlite:///{instance / 'keys.db'}" if database_url.startswith("sqlite") else database_url
        )
        is_production = _flag(environ, "WELFARE_PRODUCTION")
        return cls(
            instance=instance,
            database_url=database_url,
            keys_url=keys_url,
            key_provider=environ.get("KEY_PROVIDER") or "file",
            key_file=Path(environ.get("WELFARE_KEY_FILE") or instance / "keys.json").absolute(),
            anchors=Path(environ.get("ANCHORS") or instance / "anchors").absolute(),
            is_production=is_production,
            is_https=_flag(environ, "WELFARE_HTTPS"),
            trusted_proxies=_number(environ, "WELFARE_TRUSTED_PROXIES", 0),
            default_locale=environ.get("WELFARE_LOCALE") or "fi",
            most_sessions=_number(environ, "WELFARE_MOST_SESSIONS", 3),
            password_memory_mib=_number(environ, "WELFARE_PASSWORD_MEMORY_MIB", 64 if is_production else 19),
            base_url=_base_url(environ.get("WELFARE_URL", "")),
            mail_server=_mail_server(environ.get("MAIL_URL", "")),
            mail_from=_mail_from(environ.get("MAIL_FROM", ""), is_needed=bool(environ.get("MAIL_URL"))),
            scanner=_command(environ, "WELFARE_SCANNER"),
            does_jobs=_flag(environ, "WELFARE_JOBS", default=database_url.startswith("sqlite")),
            service_records=_switch(environ, "WELFARE_SERVICE_RECORDS", default=True),
            amendment_days=max(1, _number(environ, "WELFARE_AMENDMENT_DAYS", 5)),
            small_number_floor=_floor(environ),
            emergency_number=_phone(environ, "WELFARE_EMERGENCY_NUMBER", "112"),
            youth_line=_phone(environ, "WELFARE_YOUTH_LINE", "116 111"),
            social_line=_phone(environ, "WELFARE_SOCIAL_LINE", ""),
            leave_url=_leave_url(environ.get("WELFARE_LEAVE_URL", "")),
            review_weights=_weights(environ, "WELFARE_REVIEW_WEIGHTS"),
            review_from=max(1, _number(environ, "WELFARE_REVIEW_FROM", 30)),
            mail_days=max(1, _number(environ, "WELFARE_MAIL_DAYS", 30)),
            retention_daily=max(1, _number(environ, "WELFARE_RETENTION_DAILY", 500)),
            password_passes=_number(environ, "WELFARE_PASSWORD_PASSES", 3 if is_production else 2),
        )


def _floor(environ: Mapping[str, str]) -> int:
    floor = _number(environ, "WELFARE_SMALL_NUMBER_FLOOR", LOWEST_FLOOR)
    if floor < LOWEST_FLOOR:
        message = (
            f"WELFARE_SMALL_NUMBER_FLOOR may be {LOWEST_FLOOR} or more, not {floor}: smaller counts tell of persons"
        )
        raise SettingsError(message)
    return floor


def _phone(environ: Mapping[str, str], name: str, default: str) -> str:
    number = environ.get(name, default).strip()
    if not re.fullmatch(r"(\+?[0-9][0-9 ]{0,20})?", number):
        message = f"{name} must be a telephone number in digits and spaces, not {number!r}; empty hides it"
        raise SettingsError(message)
    return number


def _leave_url(value: str) -> str:
    wished = value.strip() or "https://www.ilmatieteenlaitos.fi/"
    if urlsplit(wished).scheme != "https" or not urlsplit(wished).netloc:
        message = f"WELFARE_LEAVE_URL must be an address elsewhere, as https://www.example.org/, not {value!r}"
        raise SettingsError(message)
    return wished


def _base_url(value: str) -> str:
    wished = value.strip().rstrip("/") or "http://127.0.0.1:8000"
    parts = urlsplit(wished)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        message = f"WELFARE_URL must be the address people open, as https://host, not {value!r}"
        raise SettingsError(message)
    return wished


def _mail_server(url: str) -> MailServer | None:
    try:
        return MailServer.from_url(url) if url else None
    except MailUrlError as error:
        raise SettingsError(str(error)) from error


def _mail_from(address: str, *, is_needed: bool) -> str:
    if not address and not is_needed:
        return "noreply@localhost"
    if not re.fullmatch(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+", address):
        message = "MAIL_FROM must be the address that mails come from, as noreply@municipality.example"
        raise SettingsError(message)
    return address


def _flag(environ: Mapping[str, str], name: str, *, default: bool = False) -> bool:
    value = environ.get(name, "").strip().lower()
    if value not in {"", "0", "1", "false", "true"}:
        message = f"{name} must be 1 or 0, not {value!r}"
        raise SettingsError(message)
    return value in {"1", "true"} if value else default


def _switch(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    value = environ.get(name, "").strip().lower()
    if value not in {"", "on", "off"}:
        message = f"{name} must be on or off, not {value!r}"
        raise SettingsError(message)
    return value == "on" if value else default


def _command(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(environ.get(name, "")))
    except ValueError as error:
        message = f"{name} must be a command with its arguments, quoted as in a shell"
        raise SettingsError(message) from error


def _weights(environ: Mapping[str, str], name: str) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for part in environ.get(name, "").replace(",", " ").split():
        signal, _equals, weight = part.partition("=")
        if not weight.isdecimal():
            message = f"{name} must be signals with whole numbers, as night=10,same_name=20, not {part!r}"
            raise SettingsError(message)
        found[signal] = int(weight)
    return found


def _number(environ: Mapping[str, str], name: str, default: int) -> int:
    value = environ.get(name, "").strip() or str(default)
    if not value.isdecimal():
        message = f"{name} must be a whole number, not {value!r}"
        raise SettingsError(message)
    return int(value)
