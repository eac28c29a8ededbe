"""Unfinished entries: one draft of each kind in each matter, or of each correction, for each writer alone."""

from uuid import UUID

from welfare.cases.models import Case
from welfare.drafts.places import DraftPlace
from welfare.journal.models import JournalEntry
from welfare.journal.queries import DRAFT_PURPOSE
from welfare.rules.journal import EntryKind


def draft_of_new(case: Case, kind: EntryKind) -> DraftPlace:
    """The draft of a new entry in a matter."""
    return draft_about(case.id, kind)


def draft_of_correction(entry: JournalEntry) -> DraftPlace:
    """The draft of an entry's correction."""
    return draft_about(entry.id, EntryKind.CORRECTION)


def draft_about(subject_id: UUID, kind: EntryKind) -> DraftPlace:
    """The draft about a matter, or about the entry that is corrected."""
    return DraftPlace.of(DRAFT_PURPOSE, kind, subject_id)
