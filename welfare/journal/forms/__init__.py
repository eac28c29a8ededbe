"""Forms of the journal room: one for each kind of entry members write, each asking only for what the kind needs."""

from welfare.journal.forms.correcting import CORRECTION_FORMS, Correcting
from welfare.journal.forms.entry import EntryForm, NoteForm, OpeningForm, OwnWordsForm
from welfare.journal.forms.lacks import refuse_disclosure
from welfare.journal.forms.meeting import MeetingForm
from welfare.journal.forms.search import SearchForm
from welfare.rules.journal import EntryKind

WRITING_FORMS: dict[EntryKind, type[EntryForm]] = {
    EntryKind.NOTE: NoteForm,
    EntryKind.MEETING: MeetingForm,
    EntryKind.OWN_WORDS: OwnWordsForm,
    EntryKind.OPENING: OpeningForm,
}

__all__ = [
    "CORRECTION_FORMS",
    "WRITING_FORMS",
    "Correcting",
    "EntryForm",
    "MeetingForm",
    "SearchForm",
    "refuse_disclosure",
]
