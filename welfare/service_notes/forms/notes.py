"""The form of each kind of note, by its template (rules/service_records.py)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.rules.requests import SenderKind
from welfare.rules.service_records import ContactWay, NoteKind
from welfare.service_notes.content import Document
from welfare.service_notes.forms.texts import NoteLine, NoteText
from welfare.service_notes.words import INITIATORS, PEOPLE, WAYS
from welfare.ui.fields import Checkboxes, ChoiceTiles, DateText, DrawnField, Select, TextLine, enum_options
from welfare.ui.forms import RevisedForm

_VIEW = _l("The client’s own view, or why it is missing")
_NECESSARY = _l("Write what is necessary, and no more. The client has a right to read it.")


class NoteForm(RevisedForm):
    """What every note asks. ``revision`` is that of the draft on the page, 0 where none was kept."""

    NAMES: ClassVar[tuple[str, ...]] = ()
    """Words of the document that the form asks for, in the order of the page."""

    occurred_on = DateText(_l("When did it happen?"))

    @property
    def day(self) -> date:
        """The day it happened. To be asked of a valid form."""
        day: date = self.occurred_on.data
        return day

    def validate_occurred_on(self, field: DateText) -> None:
        """A note tells what has been."""
        if self.today and field.data > self.today:
            raise ValidationError(_("The day is still to come. Write the day on which it happened."))

    def document(self) -> dict[str, Any]:
        """What the note will hold."""
        return {name: self.kept(self[name].data) for name in self.NAMES}

    def fill(self, document: Document) -> None:
        """Show what a note holds."""
        for name in self.NAMES:
            self.drawn(name).put(self.taken(name, document.get(name)))

    @staticmethod
    def kept(value: Any) -> Any:  # noqa: ANN401 - a word of a document
        """A value as a document keeps it: codes and texts, never None."""
        return [str(each) for each in value] if isinstance(value, list) else str(value or "")

    def taken(self, name: str, value: Any) -> Any:  # noqa: ANN401 - a word of a document
        """The value of a field, from the word that a document keeps of it."""
        del name
        return value

    @property
    def texts(self) -> list[TextLine]:
        """What is typed in words."""
        return [field for field in self if isinstance(field, TextLine)]

    @property
    def shown(self) -> list[DrawnField]:
        """The controls in the order of the page."""
        return [self.drawn(name) for name in ("occurred_on", *self.NAMES)]

    def drawn(self, name: str) -> DrawnField:
        """A field by its name."""
        field = self[name]
        if not isinstance(field, DrawnField):
            raise KeyError(name)
        return field


class StartForm(NoteForm):
    """The service begins, again: who asked for it and why (ATL 41 §)."""

    NAMES: ClassVar[tuple[str, ...]] = ("initiator", "grounds")

    initiator = Select(
        _l("On whose initiative does the service begin?"),
        missing=_l("Choose on whose initiative it begins."),
        options=enum_options(INITIATORS),
    )
    grounds = NoteText(_l("Why does it begin?"), hint=_NECESSARY, missing=_l("Write why the service begins."), rows=4)

    def taken(self, name: str, value: Any) -> Any:  # noqa: ANN401 - a word of a document
        """The initiator is kept by its code."""
        return SenderKind(value) if name == "initiator" and value else value


class ContactForm(NoteForm):
    """A visit, a call or a message."""

    NAMES: ClassVar[tuple[str, ...]] = ("way", "with_whom", "information", "source")

    way = ChoiceTiles(_l("How?"), missing=_l("Choose how."), options=enum_options(WAYS), in_rows=True)
    with_whom = Checkboxes(
        _l("With whom?"), missing=_l("Choose with whom."), options=enum_options(PEOPLE), in_rows=True
    )
    information = NoteText(
        _l("What is necessary to record of it?"), hint=_NECESSARY, missing=_l("Write what is recorded."), rows=8
    )
    source = NoteLine(_l("From whom is the information, if not from the client?"), is_optional=True)

    def taken(self, name: str, value: Any) -> Any:  # noqa: ANN401 - a word of a document
        """The way is kept by its code; codes of people are what their field compares."""
        return ContactWay(value) if name == "way" and value else value


class PlainNoteForm(NoteForm):
    """A note in the writer's words."""

    NAMES: ClassVar[tuple[str, ...]] = ("heading", "information", "source")

    heading = NoteLine(_l("Short heading"), is_optional=True, limit=120)
    information = NoteText(
        _l("What is necessary to record?"), hint=_NECESSARY, missing=_l("Write what is recorded."), rows=10
    )
    source = NoteLine(_l("From whom is the information, if not from the client?"), is_optional=True)


class NeedForm(NoteForm):
    """What the client thinks, and what the professional finds (OHL 18 § 1; SHL 32 §; ATL 41 §)."""

    NAMES: ClassVar[tuple[str, ...]] = ("student_view", "need", "strengths", "source")

    student_view = NoteText(_VIEW, missing=_l("Write the client’s view, or why it is missing."), rows=4)
    need = NoteText(_l("Your assessment of the need"), missing=_l("Write your assessment of the need."), rows=6)
    strengths = NoteText(_l("Strengths and resources"), is_optional=True, rows=3)
    source = NoteLine(_l("From whom is the information, if not from the client?"), is_optional=True)


class PlanForm(NoteForm):
    """The plan by its template (SHL 39 §; ATL 43 §)."""

    NAMES: ClassVar[tuple[str, ...]] = (
        "student_view",
        "need",
        "strengths",
        "goals",
        "measures",
        "doers",
        "follow_up",
        "partners",
    )

    student_view = NoteText(_VIEW, missing=_l("Write the client’s view, or why it is missing."), rows=4)
    need = NoteText(_l("Need of support"), missing=_l("Write the need of support."), rows=4)
    strengths = NoteText(_l("Strengths and resources"), is_optional=True, rows=3)
    goals = NoteText(_l("Goals set together"), missing=_l("Write the goals."), rows=4)
    measures = NoteText(_l("Measures"), missing=_l("Write the measures."), rows=4)
    doers = NoteText(_l("Who does what?"), missing=_l("Write who does what."), rows=2)
    follow_up = NoteLine(
        _l("Who looks at the plan again, and when?"), missing=_l("Write who looks at the plan again, and when.")
    )
    partners = NoteText(_l("Partners and division of work"), is_optional=True, rows=2)


class EndForm(NoteForm):
    """The service ends."""

    NAMES: ClassVar[tuple[str, ...]] = ("grounds",)

    grounds = NoteText(_l("Why does the service end?"), missing=_l("Write why the service ends."), rows=5)


WRITING_FORMS: Mapping[NoteKind, type[NoteForm]] = {
    NoteKind.STARTED: StartForm,
    NoteKind.CONTACT: ContactForm,
    NoteKind.NOTE: PlainNoteForm,
    NoteKind.NEED: NeedForm,
    NoteKind.PLAN: PlanForm,
    NoteKind.ENDED: EndForm,
}
