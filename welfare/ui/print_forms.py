"""Asking what a secret record is printed for: each register has its own purposes, and lines that read as its texts."""

from collections.abc import Mapping
from typing import ClassVar, TypeVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.rules.printing import PrintPurpose, needs_words
from welfare.ui.fields import ChoiceTiles, TextLine, enum_options
from welfare.ui.forms import PageForm

Line = TypeVar("Line", bound=TextLine)
PurposeWords = Mapping[PrintPurpose, str]


def purpose_tiles(words: PurposeWords) -> ChoiceTiles:
    """What it may be printed for, by a code for the log."""
    return ChoiceTiles(
        _l("What is it printed for?"),
        options=enum_options(words),
        hint=_l("Your choice is entered in the log."),
        missing=_l("Choose what it is printed for."),
    )


def foot_line(kind: type[Line]) -> Line:
    """Words that stand on the paper alone."""
    return kind(
        _l("In a few words"),
        hint=_l("Printed at the foot of the paper, and kept nowhere else."),
        is_optional=True,
        optional_words=_l("needed for another purpose"),
        limit=120,
    )


class PrintedForForm(PageForm):
    """A purpose and its words. Nothing is saved by it, so it carries no key."""

    idempotency_key = None  # type: ignore[assignment]
    purposes: ClassVar[PurposeWords]
    purpose: ChoiceTiles
    words: TextLine

    def validate_words(self, field: TextLine) -> None:
        """Another purpose is told."""
        if self.purpose.data and needs_words(self.purpose.data) and not field.data:
            raise ValidationError(_("Write what it is printed for."))

    @property
    def foot(self) -> str:
        """What stands at the foot of the paper."""
        return ": ".join(filter(None, (str(self.purposes[self.purpose.data]), self.words.data)))
