"""The newest of a journal, for the page of its case."""

from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.pages.drafts import DraftView, own_drafts
from welfare.journal.pages.entries import EntryView, OpenedRecord
from welfare.journal.queries import entries_of
from welfare.rules.permissions import Permission, decide

NEWEST = 5


@dataclass(frozen=True, slots=True)
class JournalPreview:
    """The reader's own drafts and the newest entries of a journal."""

    case_id: UUID
    drafts: tuple[DraftView, ...]
    entries: tuple[EntryView, ...]
    total: int
    may_write: bool

    @classmethod
    def of(cls, work: UnitOfWork, case: Case) -> "JournalPreview | None":
        """Open the newest entries; None for one who may see the case but not its journal."""
        if not decide(work.actor, Permission.JOURNAL_READ, work.facts).is_granted:
            return None
        rows = entries_of(work.session, case.id)
        opened = OpenedRecord.of(work, rows)
        return cls(
            case_id=case.id,
            drafts=own_drafts(work, case, rows),
            entries=tuple(opened.view(row) for row in reversed(rows[-NEWEST:])),
            total=len(rows),
            may_write=decide(work.actor, Permission.ENTRY_WRITE, work.facts).is_granted,
        )
