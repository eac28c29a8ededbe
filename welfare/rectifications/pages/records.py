"""A record in words, and where it is read and corrected: each in its own room."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _

from welfare.consents.models import ExpressionOfWill
from welfare.consents.words import ANSWER_WORDS
from welfare.consents.words import KIND_WORDS as WILL_WORDS
from welfare.journal.models import JournalEntry
from welfare.journal.words import KIND_WORDS as ENTRY_WORDS
from welfare.plans.models import PlanVersion
from welfare.rectifications.records import Record
from welfare.service_notes.models import ServiceNote
from welfare.service_notes.words import KIND_WORDS as NOTE_WORDS
from welfare.service_notes.words import RECORD_WORDS
from welfare.ui.fields import Option
from welfare.ui.formats import date_text


def record_words(record: Record) -> str:
    """A record by its kind and day; no word of it."""
    match record.row:
        case JournalEntry() as entry:
            return f"{ENTRY_WORDS[entry.kind]} {date_text(entry.occurred_on)}"
        case PlanVersion() as version:
            return _("Plan, version %(number)d, %(day)s", number=version.number, day=date_text(version.agreed_on))
        case ExpressionOfWill() as will:
            return f"{WILL_WORDS[will.kind]}: {ANSWER_WORDS[will.answer]} {date_text(will.given_on)}"
        case ServiceNote() as note:
            return f"{RECORD_WORDS[note.register]}: {NOTE_WORDS[note.kind]} {date_text(note.occurred_on)}"
        case _:
            return _("Name, school, class or guardians in the directory")


def record_options(records: Sequence[Record]) -> list[Option]:
    """Records to choose among."""
    return [Option(record.key, record_words(record)) for record in records]


def read_url(record: Record) -> str:
    """Where it is read by whoever assesses it."""
    match record.row:
        case JournalEntry() as entry:
            return url_for("journal.entry", case=entry.case_id, entry=entry.id)
        case PlanVersion() as version:
            return url_for("plans.version", case=version.case_id, version=version.id)
        case ExpressionOfWill() as will:
            return url_for("consents.show", case=will.case_id, consent=will.id)
        case ServiceNote() as note:
            return url_for("service_notes.note", client=note.file_id, note=note.id)
        case _:
            return ""


def correct_url(record: Record) -> str:
    """Where it is corrected, in the way of its room."""
    match record.row:
        case JournalEntry() as entry:
            return url_for("journal.correct", case=entry.case_id, entry=entry.id)
        case PlanVersion() as version:
            return url_for("plans.write", case=version.case_id)
        case ExpressionOfWill() as will:
            return url_for("consents.begin_renewal", case=will.case_id, consent=will.id)
        case ServiceNote() as note:
            return url_for("service_notes.correct", client=note.file_id, note=note.id)
        case _:
            return ""
