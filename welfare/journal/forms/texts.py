"""Texts of the journal: they never name anybody by identity code (TSL 29 §; IND §5.6)."""

from flask_babel import gettext as _

from welfare.rules.identity_code import mentions_code
from welfare.ui.fields import LongText, TextLine


class IdentityCodeInTextError(ValueError):
    """The text has an identity code in it; the message tells the writer what to do."""


class EntryLine(TextLine):
    """One line of an entry."""

    def take(self, raw: str) -> str:
        """Clean the text; refuse one with an identity code."""
        return without_codes(super().take(raw))


class EntryText(LongText):
    """Many lines of an entry."""

    def take(self, raw: str) -> str:
        """Clean the text; refuse one with an identity code."""
        return without_codes(super().take(raw))


def without_codes(text: str) -> str:
    """Give the text back. Raises IdentityCodeInTextError."""
    if mentions_code(text):
        raise IdentityCodeInTextError(
            _("There is a personal identity code in the text. Take it out: the journal knows the pupil by itself.")
        )
    return text
