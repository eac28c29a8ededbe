"""Entries as pages show them, opened one by one as they are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.accounts.words import ROLE_WORDS
from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import UnitOfWork
from welfare.journal.content import Document
from welfare.journal.models import JournalEntry
from welfare.journal.pages.differences import changed_lines
from welfare.journal.pages.lines import Line, lines_of
from welfare.journal.queries import line_of
from welfare.journal.words import KIND_ICONS, KIND_WORDS
from welfare.people.models import Person
from welfare.people.pages import PersonName, names_of
from welfare.rules.actors import Role
from welfare.rules.events import ContestedAsked, LocksAsked
from welfare.rules.journal import EntryKind, IdentifiedBy
from welfare.ui.formats import date_text, short_date_text

MARKS = {EntryKind.DISCLOSURE: "out", EntryKind.OWN_WORDS: "voice"}
"""Kinds whose place on the line of time looks its own way."""
TOLD_WHOLE = frozenset({EntryKind.OPENING, EntryKind.DISCLOSURE, EntryKind.CORRECTION})
"""Kinds so short that even a list shows every fact of them."""
SHOWN_DIGITS = 16
"""Of a digest on the line of time; the whole of it stands in the record."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry: when, by whom and in which office, and its lines."""

    id: UUID
    kind: EntryKind
    title: str
    heading: Line | None
    lines: tuple[Line, ...]
    author: str
    office: str
    occurred_on: date
    written_at: datetime
    corrects_id: UUID | None
    corrected_by: UUID | None
    had_no_code: bool
    lock: str = ""
    """The digest by which a meeting's record was locked."""
    contested_since: date | None = None
    """Since when somebody it concerns says that it is wrong, and nobody has decided on that (GDPR 18(1)(a))."""

    @property
    def kind_words(self) -> str:
        """What kind of entry it is, without any word of it: fit for the title of a window."""
        return str(KIND_WORDS[self.kind])

    @property
    def icon(self) -> str:
        """The drawing of its kind."""
        return KIND_ICONS[self.kind]

    @property
    def mark(self) -> str:
        """How its place on the line of time looks."""
        return MARKS.get(self.kind, "")

    @property
    def is_told_late(self) -> bool:
        """Whether it was written on another day than it happened; of a correction nobody asks."""
        return (
            self.kind is not EntryKind.CORRECTION and self.occurred_on != self.written_at.astimezone(HOME_ZONE).date()
        )

    @property
    def six_points_are_filled(self) -> bool:
        """Whether the entry had to fill all six points of OHL 20 § 4, and therefore does."""
        return self.kind is EntryKind.MEETING

    @property
    def seals(self) -> tuple[tuple[str, None], ...]:
        """Words of the lock, without links: that the act's points are filled, and what stood in place of something."""
        whole = (_("All six points of the law are filled"),) if self.six_points_are_filled else ()
        code = (_("No Finnish identity code yet: the birth date stood in its place"),) if self.had_no_code else ()
        lock = (_("Locked, digest %(digest)s", digest=self.lock[:SHOWN_DIGITS]),) if self.lock else ()
        return tuple((words, None) for words in (*whole, *code, *lock))

    @property
    def leading_lines(self) -> tuple[Line, ...]:
        """What a list of the newest entries shows."""
        return self.lines if self.kind in TOLD_WHOLE else self.lines[:1]


@dataclass
class OpenedRecord:
    """The entries of one matter and the names of their authors. A document is opened when it is first asked for."""

    work: UnitOfWork
    entries: Sequence[JournalEntry]
    names: dict[UUID, PersonName]
    locks: dict[UUID, str] = field(default_factory=dict)
    """Digests of locked records, by the entry that each began with."""
    contested: dict[UUID, date] = field(default_factory=dict)
    _documents: dict[UUID, Document] = field(default_factory=dict)

    @classmethod
    def of(cls, work: UnitOfWork, entries: Sequence[JournalEntry]) -> "OpenedRecord":
        """Ready the keys of a matter's entries, and open the names of those who wrote them."""
        work.prefetch(entries)
        authors = {entry.author_person_id for entry in entries}
        people = work.session.scalars(select(Person).where(Person.id.in_(authors))).all() if authors else ()
        asked = LocksAsked(tuple(entry.id for entry in entries if entry.kind is EntryKind.MEETING))
        contested = ContestedAsked(tuple(entry.id for entry in entries))
        work.tell(asked)
        work.tell(contested)
        return cls(work, entries, names_of(work, people), asked.digests, contested.since)

    def document(self, entry: JournalEntry) -> Document:
        """The opened document of an entry."""
        if entry.id not in self._documents:
            self._documents[entry.id] = self.work.decrypt_document(entry, JournalEntry.document)
        return self._documents[entry.id]

    def text_of(self, entry: JournalEntry) -> Document:
        """The document an entry stands for: its own, or the corrected one it brings."""
        document = self.document(entry)
        if entry.kind is not EntryKind.CORRECTION or isinstance(document, GapDocument):
            return document
        corrected: Document = document["corrected"]
        return corrected

    def whole(self, entry: JournalEntry) -> tuple[Line, ...]:
        """All that an entry says, or that it says once corrected."""
        return lines_of(line_of(entry, self.entries)[0].kind, self.text_of(entry))

    def view(self, entry: JournalEntry) -> EntryView:
        """One entry as pages show it: a correction by what it changed."""
        line = line_of(entry, self.entries)
        lines = self._changes(entry, line) if entry.kind is EntryKind.CORRECTION else self.whole(entry)
        heading = next((each for each in lines if each.name == "heading"), None)
        is_correction = entry.kind is EntryKind.CORRECTION
        return EntryView(
            id=entry.id,
            kind=entry.kind,
            title=self._title(entry, line[0]),
            heading=None if is_correction else heading,
            lines=lines if is_correction else tuple(each for each in lines if each is not heading),
            author=self.author(entry),
            office=office_words(entry.author_office),
            occurred_on=entry.occurred_on,
            written_at=entry.written_at,
            corrects_id=entry.corrects_id,
            corrected_by=next((each.id for each in line if each.corrects_id == entry.id), None),
            had_no_code=self.document(entry).get("identity") == IdentifiedBy.BIRTH_DATE,
            lock=self.locks.get(entry.id, ""),
            contested_since=self.contested.get(entry.id),
        )

    def author(self, entry: JournalEntry) -> str:
        """Who wrote it."""
        return self.names[entry.author_person_id].full

    def _changes(self, entry: JournalEntry, line: Sequence[JournalEntry]) -> tuple[Line, ...]:
        document = self.document(entry)
        if isinstance(document, GapDocument):
            return self.whole(entry)
        before = next(each for each in line if each.id == entry.corrects_id)
        changed = changed_lines(self._dated(before), self._dated(entry))
        return (*changed, Line("reason", _("Reason"), document["reason"]))

    def _dated(self, entry: JournalEntry) -> tuple[Line, ...]:
        return (Line("occurred_on", _("Day"), date_text(entry.occurred_on)), *self.whole(entry))

    def _title(self, entry: JournalEntry, original: JournalEntry) -> str:
        if entry.kind is EntryKind.CORRECTION:
            day = short_date_text(original.written_at.astimezone(HOME_ZONE).date())
            return _("Correction to the entry of %(day)s", day=day)
        recipient = self.document(entry).get("to_whom") if entry.kind is EntryKind.DISCLOSURE else None
        if recipient:
            return _("Disclosure: %(recipient)s", recipient=recipient)
        return str(KIND_WORDS[entry.kind])


def office_words(code: str) -> str:
    """A profession or office as it stands after a name."""
    return str(ROLE_WORDS[Role(code)]).lower()
