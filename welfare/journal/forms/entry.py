"""Forms of the plain kinds of entry, and what all kinds share."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.cases.words import INITIATOR_WORDS
from welfare.journal.content import Document
from welfare.journal.forms.office import OfficeForm
from welfare.journal.forms.texts import EntryLine, EntryText
from welfare.rules.cases import Initiator
from welfare.rules.journal import Field
from welfare.ui.fields import DateText, DrawnField, Select, TextLine, enum_options


class EntryForm(OfficeForm):
    """What every entry asks. ``revision`` is that of the draft on the page, 0 where none was kept."""

    NAMES: ClassVar[tuple[str, ...]] = ()
    """Words of the document that the form asks for one by one."""
    PLACES: ClassVar[Mapping[Field, str]] = MappingProxyType({})
    """Which control fills a statutory field, where it is not called the same."""

    occurred_on = DateText(_l("When did it happen?"))

    @property
    def day(self) -> date:
        """The day it happened. To be asked of a valid form."""
        day: date = self.occurred_on.data
        return day

    def validate_occurred_on(self, field: DateText) -> None:
        """An entry tells what has been."""
        if self.today and field.data > self.today:
            raise ValidationError(_("The day is still to come. Write the day on which it happened."))

    def document(self) -> dict[str, Any]:
        """What the entry will hold, as far as it is typed."""
        return {name: _kept(self[name].data) for name in self.NAMES}

    def fill(self, document: Document) -> None:
        """Show what an entry holds."""
        for name in self.NAMES:
            self.drawn(name).put(self.taken(name, document.get(name)))

    @property
    def texts(self) -> list[TextLine]:
        """What is typed in words."""
        return [field for field in self if isinstance(field, TextLine)]

    def drawn(self, name: str) -> DrawnField:
        """A field by its name."""
        field = self[name]
        if not isinstance(field, DrawnField):
            raise KeyError(name)
        return field

    def taken(self, name: str, value: Any) -> Any:  # noqa: ANN401 - a word of a document
        """The value of a field, from the word that a document keeps of it."""
        del name
        return value

    def target_of(self, field: Field) -> str | None:
        """The id of the control that fills a statutory field, if this form has one."""
        name = self.PLACES.get(field, field.value)
        return self.drawn(name).target if name in self else None


class NoteForm(EntryForm):
    """A note: what is necessary, in the writer's words."""

    NAMES: ClassVar[tuple[str, ...]] = ("heading", "information")

    heading = EntryLine(_l("Short heading"), is_optional=True, limit=120)
    information = EntryText(
        _l("What is necessary to know about measures done and to be done?"),
        hint=_l("Write what the pupil’s welfare needs, and no more. The pupil and the guardian may read this."),
        missing=_l("Write what is entered in the journal."),
        rows=10,
    )


class OwnWordsForm(EntryForm):
    """The pupil's own words, as they were said."""

    NAMES: ClassVar[tuple[str, ...]] = ("information",)

    information = EntryText(
        _l("What does the pupil say?"),
        hint=_l("In the pupil’s own words, in the language they were said."),
        missing=_l("Write what the pupil says."),
        rows=6,
    )


class OpeningForm(EntryForm):
    """Where the record begins: subject, background and initiator (OHL 20 § 4 k. 2)."""

    NAMES: ClassVar[tuple[str, ...]] = ("subject", "background", "initiator")

    subject = EntryLine(_l("Subject of the matter"), missing=_l("Write the subject of the matter."))
    background = EntryText(_l("Background"), missing=_l("Write the background of the matter."), rows=5)
    initiator = Select(
        _l("On whose initiative did the matter begin?"),
        missing=_l("Choose on whose initiative the matter began."),
        options=enum_options(INITIATOR_WORDS),
    )

    def taken(self, name: str, value: Any) -> Any:  # noqa: ANN401 - a word of a document
        """The initiator is kept by its code."""
        return Initiator(value) if name == "initiator" and value else value


def _kept(value: object) -> str:
    return "" if value is None else str(value)
