"""The whole record of a matter: as a line of time, and as it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.models import JournalEntry
from welfare.journal.pages.drafts import DraftView, own_drafts
from welfare.journal.pages.entries import EntryView, OpenedRecord
from welfare.journal.pages.identity import RecordHead
from welfare.journal.pages.matter import MatterHead
from welfare.journal.queries import entries_of
from welfare.journal.words import KIND_PLURALS
from welfare.rules.journal import EntryKind


@dataclass(frozen=True, slots=True)
class JournalPage:
    """The journal of one matter: the reader's own drafts, then the record."""

    matter: MatterHead
    drafts: tuple[DraftView, ...]
    entries: tuple[EntryView, ...]
    total: int
    kind: EntryKind | None
    kinds: tuple[EntryKind, ...]
    is_newest_first: bool

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, kind: EntryKind | None, *, is_newest_first: bool) -> "JournalPage":
        """Open the record, or the entries of one kind."""
        rows = entries_of(work.session, case.id)
        opened = OpenedRecord.of(work, rows)
        chosen = [row for row in rows if kind in {None, row.kind}]
        if is_newest_first:
            chosen.reverse()
        return cls(
            matter=MatterHead.of(work, case),
            drafts=own_drafts(work, case, rows),
            entries=tuple(opened.view(row) for row in chosen),
            total=len(rows),
            kind=kind,
            kinds=_kinds(rows),
            is_newest_first=is_newest_first,
        )

    @property
    def filters(self) -> list[tuple[str, str, bool]]:
        """Words, address and whether it is chosen: everything, or one kind of the record; none where it has but one."""
        if len(self.kinds) < 2:  # noqa: PLR2004 - nothing to choose between
            return []
        kinds = [(str(KIND_PLURALS[each]), self.address(kind=each), each is self.kind) for each in self.kinds]
        return [(_("Everything"), self.address(kind=None), self.kind is None), *kinds]

    @property
    def turned_address(self) -> str:
        """The same in the other order."""
        return self.address(kind=self.kind, is_newest_first=not self.is_newest_first)

    def address(self, *, kind: EntryKind | None, is_newest_first: bool | None = None) -> str:
        """Where the record is shown in a choice of kind and order."""
        newest = self.is_newest_first if is_newest_first is None else is_newest_first
        return url_for("journal.show", case=self.matter.id, kind=kind, order=None if newest else "oldest")


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The record on paper, in the order it was written, under the statutory data of OHL 20 § 4 k. 1."""

    matter: MatterHead
    head: RecordHead
    entries: tuple[EntryView, ...]

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, only: JournalEntry | None = None) -> "PrintedPage":
        """Open the record, or one entry of it."""
        rows = entries_of(work.session, case.id)
        opened = OpenedRecord.of(work, rows)
        chosen: Sequence[JournalEntry] = rows if only is None else [only]
        head = RecordHead.of(work, case)
        return cls(MatterHead.of(work, case), head, tuple(opened.view(row) for row in chosen))


def _kinds(rows: Sequence[JournalEntry]) -> tuple[EntryKind, ...]:
    found = {row.kind for row in rows}
    return tuple(kind for kind in EntryKind if kind in found)
