"""Addresses at which a calendar programme asks by itself: a long random token, of which only the digest is kept."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

TOKEN_BYTES = 32
AT_MOST_EVERY = timedelta(seconds=10)
"""A calendar that asks more often than this is told to wait, so that none fills the trail by mistake."""


class TooOftenError(Exception):
    """The address was asked a moment ago."""


class NoSuchFeedError(LookupError):
    """Unknown or revoked, or whose it is may not have one any more: nobody learns which."""


def new_token() -> str:
    """A fresh token, told once and not kept."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest_of(token: str) -> bytes:
    """What is kept of a token."""
    return sha256(token.encode(errors="replace")).digest()


def refuse_haste(asked_at: datetime | None, now: datetime) -> None:
    """Raises TooOftenError where the last question was a moment ago."""
    if asked_at is not None and now < asked_at + AT_MOST_EVERY:
        raise TooOftenError
