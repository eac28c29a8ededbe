"""Gives typed text back when a form came too late to be taken in, so that nothing written is lost."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from werkzeug.datastructures import MultiDict

from welfare.ui.given_back import MARK
from welfare.ui.text import showable

_NEVER_BACK: Final = (
    "csrf",
    "idempotency",
    "revision",
    "password",
    "again",
    "code",
    "secret",
    "token",
    "identity",
    MARK,
)
_MOST_FIELDS: Final = 60


@dataclass(frozen=True)
class TypedText:
    """What was typed in one field. Its name is the code's own word, and no reader's."""

    text: str
    rows: int


def typed_back(posted: MultiDict[str, str]) -> list[TypedText]:
    """List the posted texts, without secrets, hidden values and ids; each sign that cannot be shown is marked."""
    found = list(_texts(posted.items(multi=True)))
    return found[:_MOST_FIELDS]


def _texts(posted: Iterable[tuple[str, str]]) -> Iterable[TypedText]:
    for name, raw in posted:
        text = showable(raw).strip()
        is_secret = any(word in name.lower() for word in _NEVER_BACK)
        if text and not is_secret and not _is_id(text):
            yield TypedText(text, rows=min(12, 2 + text.count("\n") + len(text) // 80))


def _is_id(text: str) -> bool:
    """True for the shape of a UUID, which a person never types."""
    return len(text) == len("00000000-0000-4000-8000-000000000000") and text.count("-") == len("----")
