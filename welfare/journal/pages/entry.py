"""One entry with all that belongs to it."""

from dataclasses import dataclass

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.actions.correcting import blocks_of
from welfare.journal.models import JournalEntry
from welfare.journal.pages.entries import EntryView, OpenedRecord
from welfare.journal.pages.lines import Line
from welfare.journal.pages.matter import MatterHead
from welfare.journal.queries import entries_of, line_of
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission, decide


@dataclass(frozen=True, slots=True)
class EntryPage:
    """An entry, the versions before and after it, and what its reader may do."""

    matter: MatterHead
    entry: EntryView
    whole: tuple[Line, ...]
    """Of a correction: how the entry reads with it."""
    earlier: tuple[EntryView, ...]
    later: tuple[EntryView, ...]
    may_correct: bool

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, entry: JournalEntry) -> "EntryPage":
        """Open an entry and its versions."""
        rows = entries_of(work.session, case.id)
        opened = OpenedRecord.of(work, rows)
        line = line_of(entry, rows)
        place = line.index(entry)
        is_correction = entry.kind is EntryKind.CORRECTION
        may = decide(work.actor, Permission.ENTRY_CORRECT, work.facts).is_granted
        return cls(
            matter=MatterHead.of(work, case),
            entry=opened.view(entry),
            whole=opened.whole(entry) if is_correction else (),
            earlier=tuple(opened.view(each) for each in line[:place]),
            later=tuple(opened.view(each) for each in line[place + 1 :]),
            may_correct=may and not blocks_of(work, entry, line),
        )
