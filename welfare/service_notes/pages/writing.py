"""What a writer is given: which kinds of note, and the form of one with what the law asks of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.pages import SavedDraft, load_draft
from welfare.drafts.places import DraftPlace
from welfare.drafts.queries import find_draft
from welfare.rules.registers import Register
from welfare.rules.service_records import NoteKind, may_be_written, sections_of
from welfare.service_notes.actions.drafting import draft_of_correction, draft_of_new
from welfare.service_notes.forms import CORRECTION_FORMS, WRITING_FORMS, NoteForm
from welfare.service_notes.forms.correcting import Correcting
from welfare.service_notes.models import ClientFile, ServiceNote
from welfare.service_notes.pages.client import drafts_of
from welfare.service_notes.pages.head import ClientHead
from welfare.service_notes.pages.notes import NoteView, OpenedNotes
from welfare.service_notes.queries.notes import line_of
from welfare.service_notes.words import KIND_ICONS, KIND_NOTES, kind_words
from welfare.ui.locale import current_locale

CHOICES = tuple(kind for kind in NoteKind if kind is not NoteKind.CORRECTION)


@dataclass(frozen=True, slots=True)
class KindChoice:
    """One kind of note that may be written."""

    slug: str
    words: str
    note: str
    icon: str
    has_draft: bool


@dataclass(frozen=True, slots=True)
class ChoicePage:
    """Which kind of note to write."""

    client: ClientHead
    choices: tuple[KindChoice, ...]

    @classmethod
    def of(cls, work: UnitOfWork, file: ClientFile) -> "ChoicePage":
        """The kinds that can be written now."""
        begun = {draft.slug for draft in drafts_of(work, file)}
        kinds = [kind for kind in CHOICES if may_be_written(kind, is_live=file.is_live)]
        choices = (
            KindChoice(k.value, kind_words(k, file.register), str(KIND_NOTES[k]), KIND_ICONS[k], k.value in begun)
            for k in kinds
        )
        return cls(ClientHead.of(work, file), tuple(choices))


@dataclass(frozen=True, slots=True)
class WritingPage:
    """A form of a note, the sections that ask for it, and of a correction the note it is about."""

    client: ClientHead
    title: str
    law: str
    saved_at: datetime | None
    corrected: NoteView | None = None

    @classmethod
    def of(cls, work: UnitOfWork, file: ClientFile, kind: NoteKind) -> "WritingPage":
        """The page of a new note."""
        saved_at = _saved_at(work, draft_of_new(file, kind))
        return cls(ClientHead.of(work, file), kind_words(kind, file.register), law_of(file.register, kind), saved_at)

    @classmethod
    def of_correction(cls, work: UnitOfWork, file: ClientFile, note: ServiceNote) -> "WritingPage":
        """The page of a note's correction."""
        view = OpenedNotes.of(work, file.register, line_of(work.session, note)).view(note)
        law = law_of(file.register, NoteKind.CORRECTION)
        saved_at = _saved_at(work, draft_of_correction(note))
        return cls(ClientHead.of(work, file), _("Correction"), law, saved_at, view)


def law_of(register: Register, kind: NoteKind) -> str:
    """Where the duty to record it stands, in the reader's language."""
    return "; ".join(section.text(current_locale()) for section in sections_of(register, kind))


def posted_form(work: UnitOfWork, kind: NoteKind) -> NoteForm:
    """The form of a new note as it was sent."""
    return WRITING_FORMS[kind](today=work.facts.on)


def kept_form(work: UnitOfWork, kind: NoteKind, saved: SavedDraft) -> NoteForm:
    """The form of a new note as its draft has it."""
    return WRITING_FORMS[kind](today=work.facts.on, formdata=saved.formdata)


def fresh_form(work: UnitOfWork, file: ClientFile, kind: NoteKind) -> NoteForm:
    """The form as its writer left it, or as a new one begins."""
    saved = load_draft(work, draft_of_new(file, kind).purpose, file.id)
    if saved is not None:
        form = kept_form(work, kind, saved)
        form.revision.put(saved.revision)
        return form
    form = WRITING_FORMS[kind](today=work.facts.on, formdata=None)
    form.occurred_on.put(work.facts.on)
    form.revision.put(0)
    return form


def posted_correction(work: UnitOfWork, note: ServiceNote) -> Correcting:
    """The form of a correction as it was sent."""
    return CORRECTION_FORMS[_kind(work, note)](today=work.facts.on)


def kept_correction(work: UnitOfWork, note: ServiceNote, saved: SavedDraft) -> Correcting:
    """The form of a correction as its draft has it."""
    return CORRECTION_FORMS[_kind(work, note)](today=work.facts.on, formdata=saved.formdata)


def fresh_correction(work: UnitOfWork, file: ClientFile, note: ServiceNote) -> Correcting:
    """The form of a correction as its writer left it, or filled with the note's text."""
    place = draft_of_correction(note)
    saved = load_draft(work, place.purpose, place.subject_id)
    if saved is not None:
        form = kept_correction(work, note, saved)
        form.revision.put(saved.revision)
        return form
    form = CORRECTION_FORMS[_kind(work, note)](today=work.facts.on, formdata=None)
    form.fill(OpenedNotes.of(work, file.register, [note]).text_of(note))
    form.occurred_on.put(note.occurred_on)
    form.revision.put(0)
    return form


def _kind(work: UnitOfWork, note: ServiceNote) -> NoteKind:
    return line_of(work.session, note)[0].kind


def _saved_at(work: UnitOfWork, place: DraftPlace) -> datetime | None:
    owner: UUID | None = work.actor.account_id
    draft = find_draft(work.session, owner, place.purpose, place.subject_id) if owner else None
    return draft.saved_at if draft else None
