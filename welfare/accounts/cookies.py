"""The two cookies of the accounts room: the session's token, and the mark of a browser that an account knows."""

import hmac
from dataclasses import dataclass
from datetime import timedelta
from secrets import token_urlsafe

from flask import Response, request

from welfare.accounts.names import one_spelling
from welfare.accounts.sessions import SessionPolicy
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.registers import HOUSE

_KNOWN_FOR = timedelta(days=180)
_LONGEST = 200


def set_cookie(response: Response, token: str, policy: SessionPolicy) -> None:
    """Hand the token to the browser."""
    response.set_cookie(policy.cookie, token, httponly=True, secure=policy.is_https, samesite="Lax", path="/")


def clear_cookie(response: Response, policy: SessionPolicy) -> None:
    """Take the token back."""
    response.delete_cookie(policy.cookie, httponly=True, secure=policy.is_https, samesite="Lax", path="/")


@dataclass(frozen=True)
class KnownBrowser:
    """Says that somebody has fully signed in here by a name before. It opens nothing: it only counts tries apart."""

    policy: SessionPolicy

    @property
    def name(self) -> str:
        """The cookie's name."""
        return "__Host-welfare-known" if self.policy.is_https else "welfare_known"

    def id_for(self, work: UnitOfWork, username: str) -> str:
        """The id of this browser if the account of that name knows it, else an empty text."""
        browser, _, mac = request.cookies.get(self.name, "")[:_LONGEST].partition(".")
        return browser if hmac.compare_digest(mac.encode(), _mac(work, browser, username).encode()) else ""

    def remember(self, work: UnitOfWork, response: Response, username: str) -> None:
        """Let the account of that name know this browser from now on."""
        if self.id_for(work, username):
            return
        browser = token_urlsafe(16)
        response.set_cookie(
            self.name,
            f"{browser}.{_mac(work, browser, username)}",
            max_age=_KNOWN_FOR,
            httponly=True,
            secure=self.policy.is_https,
            samesite="Lax",
            path="/",
        )


def _mac(work: UnitOfWork, browser: str, username: str) -> str:
    return work.fingerprint(HOUSE, "known browser", f"{browser}:{one_spelling(username)}").hex()
