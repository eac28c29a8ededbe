"""What counts as text that a person has typed: cleaned, or refused in words that say the remedy."""

import re
import unicodedata
from typing import Final

from flask_babel import gettext as _

REPLACEMENT: Final = "\ufffd"
_BIDI_OVERRIDES: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_BREAKS: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
_NONCHARACTERS_FROM: Final = 0xFFFE


class BadTextError(ValueError):
    """The text cannot be taken in; the message tells the writer what to do."""


def clean_text(raw: str, *, limit: int, has_lines: bool = False) -> str:
    """Give the text trimmed and in NFC, with every kind of line break as a newline.

    A tab pasted into a one-line field becomes a space. Raises BadTextError for characters that cannot be kept
    and for a text longer than ``limit``; nothing is ever cut off in silence.
    """
    text = _LINE_BREAKS.sub("\n", raw) if has_lines else raw.replace("\t", " ")
    text = text.strip().removeprefix("\ufeff")
    if any(_is_unreadable(sign, has_lines=has_lines) for sign in text):
        raise BadTextError(
            _("The text has signs that cannot be read or stored. Remove the marked signs (�) and send again.")
        )
    if any(sign in _BIDI_OVERRIDES for sign in text):
        raise BadTextError(
            _("The text has invisible signs that turn the reading direction. Remove the marked signs (�).")
        )
    text = unicodedata.normalize("NFC", text)
    if len(text) > limit:
        raise BadTextError(
            _(
                "The text is too long: at most %(limit)s signs, now %(length)s. Shorten it.",
                limit=limit,
                length=len(text),
            )
        )
    return text


def showable(raw: str) -> str:
    """Give back what was typed so that it can stand on a page: each refused sign becomes a visible mark."""
    text = _LINE_BREAKS.sub("\n", raw)
    return "".join(
        REPLACEMENT if sign in _BIDI_OVERRIDES or _is_unreadable(sign, has_lines=True) else sign for sign in text
    )


def _is_unreadable(sign: str, *, has_lines: bool) -> bool:
    if has_lines and sign in "\n\t":
        return False
    if sign == REPLACEMENT or (ord(sign) & 0xFFFF) >= _NONCHARACTERS_FROM:
        return True
    return unicodedata.category(sign) in {"Cc", "Cs"}
