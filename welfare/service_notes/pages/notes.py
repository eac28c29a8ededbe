"""Notes as pages show them, opened together: one look into the key store for a page of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from welfare.access.gate import HOME_ZONE
from welfare.accounts.words import ROLE_WORDS
from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.actors import Role
from welfare.rules.events import ContestedAsked
from welfare.rules.registers import Register
from welfare.rules.service_records import NoteField, NoteKind
from welfare.service_notes.content import CORRECTED, Document
from welfare.service_notes.models import NoteDisclosure, ServiceNote
from welfare.service_notes.pages.head import staff_names
from welfare.service_notes.pages.lines import Line, changed_lines, lines_of, reason_line
from welfare.service_notes.queries.notes import corrections_of, originals_of
from welfare.service_notes.words import KIND_ICONS, kind_words
from welfare.ui.formats import short_date_text


@dataclass(frozen=True, slots=True)
class NoteView:
    """One note: when, by whom and in which profession, and its lines."""

    id: UUID
    kind: NoteKind
    title: str
    kind_words: str
    """What kind of note it is, without any word of it: fit for the title of a window."""
    icon: str
    heading: str
    lines: tuple[Line, ...]
    author: str
    office: str
    occurred_on: date
    written_at: datetime
    corrects_id: UUID | None
    corrected_by: UUID | None
    is_disclosed: bool
    contested_since: date | None
    """Since when somebody it concerns says that it is wrong, and nobody has decided on that (GDPR 18(1)(a))."""

    @property
    def is_told_late(self) -> bool:
        """Whether it was written on another day than it happened; of a correction nobody asks."""
        written_on = self.written_at.astimezone(HOME_ZONE).date()
        return self.kind is not NoteKind.CORRECTION and self.occurred_on != written_on


@dataclass(frozen=True, slots=True)
class OpenedNotes:
    """Some notes of one client, with what is needed to show them."""

    work: UnitOfWork
    register: Register
    names: Mapping[UUID, str]
    corrections: Mapping[UUID, UUID]
    originals: Mapping[UUID, ServiceNote]
    disclosed: frozenset[UUID]
    contested: Mapping[UUID, date]

    @classmethod
    def of(cls, work: UnitOfWork, register: Register, notes: Sequence[ServiceNote]) -> "OpenedNotes":
        """Ready the key, and open the names of those who wrote."""
        work.prefetch(notes)
        ids = [note.id for note in notes]
        contested = ContestedAsked(tuple(ids))
        work.tell(contested)
        given = select(NoteDisclosure.note_id).where(NoteDisclosure.note_id.in_(ids))
        return cls(
            work,
            register,
            staff_names(work, (note.author_person_id for note in notes)),
            corrections_of(work.session, ids),
            originals_of(work.session, notes),
            frozenset(work.session.scalars(given)) if ids else frozenset(),
            contested.since,
        )

    def view(self, note: ServiceNote) -> NoteView:
        """One note as pages show it: a correction by what it changed."""
        is_correction = note.kind is NoteKind.CORRECTION
        lines = self._changes(note) if is_correction else lines_of(note.kind, self.text_of(note))
        heading = next((line.text for line in lines if line.name == NoteField.HEADING), "")
        words = kind_words(note.kind, self.register)
        return NoteView(
            id=note.id,
            kind=note.kind,
            title=self._title(note) if is_correction else (heading or words),
            kind_words=words,
            icon=KIND_ICONS[note.kind],
            heading=heading,
            lines=lines if is_correction else tuple(line for line in lines if line.name != NoteField.HEADING),
            author=self.names.get(note.author_person_id, ""),
            office=str(ROLE_WORDS[Role(note.author_office)]).lower(),
            occurred_on=note.occurred_on,
            written_at=note.written_at,
            corrects_id=note.corrects_id,
            corrected_by=self.corrections.get(note.id),
            is_disclosed=note.id in self.disclosed,
            contested_since=self.contested.get(note.id),
        )

    def text_of(self, note: ServiceNote) -> Document:
        """The document a note stands for: its own, or the corrected one it brings."""
        document = self.work.decrypt_document(note, ServiceNote.document)
        if note.kind is not NoteKind.CORRECTION or isinstance(document, GapDocument):
            return document
        corrected: Document = document[CORRECTED]
        return corrected

    def kind_of(self, note: ServiceNote) -> NoteKind:
        """The kind of the note that a correction goes back to."""
        return self.originals.get(note.id, note).kind

    def _changes(self, note: ServiceNote) -> tuple[Line, ...]:
        document = self.work.decrypt_document(note, ServiceNote.document)
        kind = self.kind_of(note)
        if isinstance(document, GapDocument):
            return lines_of(kind, document)
        before = self.work.session.get_one(ServiceNote, note.corrects_id)
        changed = changed_lines(lines_of(kind, self.text_of(before)), lines_of(kind, document[CORRECTED]))
        return (*changed, reason_line(document[NoteField.REASON.value]))

    def _title(self, note: ServiceNote) -> str:
        day = short_date_text(self.originals[note.id].written_at.astimezone(HOME_ZONE).date())
        return _("Correction to the note of %(day)s", day=day)
