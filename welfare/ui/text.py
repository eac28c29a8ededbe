"""What counts as text that a person has typed: cleaned, or refused in words that say the remedy."""

import re
import unicodedata
from typing import Final

from flask_babel import gettext as _

REPLACEMENT: Final = "\ufffd"
_CONTROLS: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f"
"""Category Cc of the Unicode standard without the tab and the newline."""
_SURROGATES: Final = "\ud800-\udfff"
_NONCHARACTERS: Final = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_BAD: Final = f"{_CONTROLS}{_SURROGATES}{_NONCHARACTERS}{REPLACEMENT}"
_OVERRIDES: Final = "\u202a-\u202e\u2066-\u2069"
_UNREADABLE: Final = re.compile(f"[{_BAD}]")
_UNREADABLE_IN_A_LINE: Final = re.compile(f"[{_BAD}\t\n]")
_TURNING: Final = re.compile(f"[{_OVERRIDES}]")
_UNSHOWABLE: Final = re.compile(f"[{_BAD}{_OVERRIDES}]")
_LINE_BREAKS: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")


class BadTextError(ValueError):
    """The text cannot be taken in; the message tells the writer what to do."""


def clean_text(raw: str, *, limit: int, has_lines: bool = False) -> str:
    """Give the text trimmed and in NFC, with every kind of line break as a newline.

    A tab pasted into a one-line field becomes a space. Raises BadTextError for characters that cannot be kept
    and for a text longer than ``limit``; nothing is ever cut off in silence.
    """
    text = _LINE_BREAKS.sub("\n", raw) if has_lines else raw.replace("\t", " ")
    text = text.strip().removeprefix("\ufeff")
    if (_UNREADABLE if has_lines else _UNREADABLE_IN_A_LINE).search(text):
        raise BadTextError(
            _("The text has signs that cannot be read or stored. Remove the marked signs (�) and send again.")
        )
    if _TURNING.search(text):
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
    return _UNSHOWABLE.sub(REPLACEMENT, _LINE_BREAKS.sub("\n", raw))
