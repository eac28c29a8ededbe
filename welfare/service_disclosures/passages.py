"""The sentences of a service's own notes that may be given to the expert group, and what of a note is never offered."""

from collections.abc import Iterator

from welfare.disclosures.passages import Passage, sentences_of
from welfare.rules.journal import EntryKind
from welfare.rules.service_records import NoteField
from welfare.service_notes.content import Document
from welfare.service_notes.models import ServiceNote
from welfare.service_notes.words import FIELD_WORDS

FIELDS = (
    NoteField.INFORMATION,
    NoteField.STUDENT_VIEW,
    NoteField.NEED,
    NoteField.STRENGTHS,
    NoteField.GOALS,
    NoteField.MEASURES,
    NoteField.DOERS,
    NoteField.FOLLOW_UP,
)
"""Why the service began or ended, who was met and where something was heard tell of more than is needed."""


def passages_in(note: ServiceNote, document: Document) -> Iterator[Passage]:
    """The sentences of one note as it reads today."""
    for field in FIELDS:
        label = "" if field is NoteField.INFORMATION else str(FIELD_WORDS[field])
        is_voice = field is NoteField.STUDENT_VIEW
        for place, text in enumerate(sentences_of(str(document.get(field.value) or ""))):
            yield Passage(note.id, EntryKind.NOTE, note.occurred_on, field.value, label, is_voice, place, text)
