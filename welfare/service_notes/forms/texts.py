"""Texts of service notes: they name nobody by identity code, which is not written needlessly (TSL 29 §; IND §5.6)."""

from flask_babel import gettext as _

from welfare.rules.identity_code import mentions_code
from welfare.ui.fields import LongText, TextLine


class CodeInNoteError(ValueError):
    """The text has an identity code in it; the message tells the writer what to do."""


class NoteLine(TextLine):
    """One line of a note."""

    def take(self, raw: str) -> str:
        """Clean the text; refuse one with an identity code."""
        return _without_codes(super().take(raw))


class NoteText(LongText):
    """Many lines of a note."""

    def take(self, raw: str) -> str:
        """Clean the text; refuse one with an identity code."""
        return _without_codes(super().take(raw))


def _without_codes(text: str) -> str:
    if mentions_code(text):
        raise CodeInNoteError(
            _("There is a personal identity code in the text. Take it out: the record knows the client by itself.")
        )
    return text
