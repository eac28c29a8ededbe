"""The reader's own unfinished entries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.drafts.models import Draft
from welfare.journal.content import Document
from welfare.journal.models import JournalEntry
from welfare.journal.queries import drafts_of
from welfare.journal.words import KIND_WORDS
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission, decide

TELLING = ("information", "handling", "what", "background", "reason")
"""Fields by whose first words a writer knows the text again."""
PERMISSIONS = {
    EntryKind.DISCLOSURE: Permission.DISCLOSURE_RECORD,
    EntryKind.CORRECTION: Permission.ENTRY_CORRECT,
}
"""What it takes to go on writing; any other kind takes ENTRY_WRITE."""


@dataclass(frozen=True, slots=True)
class DraftView:
    """One unfinished entry of the reader's own."""

    kind: EntryKind
    entry_id: UUID | None
    """The entry to be corrected, of a correction."""
    saved_at: datetime
    heading: str
    excerpt: str
    may_go_on: bool

    @property
    def title(self) -> str:
        """Its heading, or else what it will be."""
        return self.heading or str(KIND_WORDS[self.kind])


def own_drafts(work: UnitOfWork, case: Case, entries: Sequence[JournalEntry]) -> tuple[DraftView, ...]:
    """The reader's unfinished entries in a matter, the newest first."""
    drafts = drafts_of(work.session, work.actor.account_id, case.id, (entry.id for entry in entries))
    work.prefetch(drafts)
    return tuple(_view(work, draft) for draft in drafts)


def permission_to_write(kind: EntryKind) -> Permission:
    """What it takes to write an entry of a kind."""
    return PERMISSIONS.get(kind, Permission.ENTRY_WRITE)


def _view(work: UnitOfWork, draft: Draft) -> DraftView:
    kind = EntryKind(draft.purpose.partition(":")[2])
    document = work.decrypt_document(draft, Draft.document)
    return DraftView(
        kind=kind,
        entry_id=draft.subject_id if kind is EntryKind.CORRECTION else None,
        saved_at=draft.saved_at,
        heading=_typed(document, "heading"),
        excerpt=next((words for name in TELLING if (words := _typed(document, name))), _typed(document, TELLING[0])),
        may_go_on=decide(work.actor, permission_to_write(kind), work.facts).is_granted,
    )


def _typed(document: Document, name: str) -> str:
    """What was typed into a field, or the gap that stands for a draft that cannot be opened."""
    typed: str | Mapping[str, Sequence[str]] = document["typed"]
    return typed if isinstance(typed, str) else "".join(typed.get(name, ())).strip()
