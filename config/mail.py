"""Which mail server takes the mail, read from one address: smtp://user:password@host:587."""

from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import parse_qs, unquote, urlsplit


class MailUrlError(ValueError):
    """MAIL_URL cannot be used; the message says why and what to write."""


class Security(StrEnum):
    """How the way to the server is kept from listeners; certificates are always checked."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server, and how to sign in to it."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def from_url(cls, url: str) -> "MailServer":
        """``smtp`` asks for STARTTLS, ``smtps`` speaks TLS at once, ``?tls=none`` is for this machine alone.

        Raises MailUrlError.
        """
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise MailUrlError(_NOT_ONE) from None
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or parts.path.strip("/"):
            raise MailUrlError(_NOT_ONE)
        security = _security(parts.scheme, parts.query)
        if security is Security.NONE and not _is_here(parts.hostname):
            message = "MAIL_URL: tls=none is for a mail server on this machine; leave it out"
            raise MailUrlError(message)
        return cls(
            host=parts.hostname,
            port=port or _PORTS[security],
            security=security,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )


_NOT_ONE = "MAIL_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465"


def _security(scheme: str, query: str) -> Security:
    wished = parse_qs(query, keep_blank_values=True)
    if not wished:
        return Security.TLS if scheme == "smtps" else Security.STARTTLS
    if scheme == "smtp" and wished == {"tls": ["none"]}:
        return Security.NONE
    raise MailUrlError(_NOT_ONE)


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
