"""Forms of a correction: the note's own fields, filled with its newest text, and the reason (ATL 22 §; rule 19)."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from welfare.rules.service_records import NoteField, NoteKind
from welfare.service_notes.content import CORRECTED
from welfare.service_notes.forms.notes import (
    ContactForm,
    EndForm,
    NeedForm,
    NoteForm,
    PlainNoteForm,
    PlanForm,
    StartForm,
)
from welfare.service_notes.forms.texts import NoteText
from welfare.ui.fields import DrawnField


class Correcting(NoteForm):
    """What a correction asks besides the fields of its note."""

    reason = NoteText(
        _l("Why is the note corrected?"),
        hint=_l("The earlier text stays readable beside the correction."),
        missing=_l("Write why the note is corrected."),
        rows=2,
        limit=1000,
    )

    def document(self) -> dict[str, Any]:
        """The reason, and the whole corrected document."""
        return {NoteField.REASON.value: self.reason.data or "", CORRECTED: super().document()}

    @property
    def shown(self) -> list[DrawnField]:
        """The note's own controls, then the reason."""
        return [*super().shown, self.reason]


class CorrectedStartForm(Correcting, StartForm):
    """A beginning corrected."""


class CorrectedContactForm(Correcting, ContactForm):
    """A contact corrected."""


class CorrectedPlainNoteForm(Correcting, PlainNoteForm):
    """A note corrected."""


class CorrectedNeedForm(Correcting, NeedForm):
    """An assessment corrected."""


class CorrectedPlanForm(Correcting, PlanForm):
    """A plan corrected."""


class CorrectedEndForm(Correcting, EndForm):
    """An end corrected."""


CORRECTION_FORMS: Mapping[NoteKind, type[Correcting]] = {
    NoteKind.STARTED: CorrectedStartForm,
    NoteKind.CONTACT: CorrectedContactForm,
    NoteKind.NOTE: CorrectedPlainNoteForm,
    NoteKind.NEED: CorrectedNeedForm,
    NoteKind.PLAN: CorrectedPlanForm,
    NoteKind.ENDED: CorrectedEndForm,
}
