"""Forms made ready: what is offered, what is known already, and what the writer has left unfinished."""

from typing import TypeVar

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.pages.text import words_of
from welfare.drafts.pages import SavedDraft, load_draft
from welfare.journal.actions.drafting import draft_of_correction, draft_of_new
from welfare.journal.content import Document
from welfare.journal.forms import CORRECTION_FORMS, WRITING_FORMS, Correcting, EntryForm, MeetingForm
from welfare.journal.forms.correcting import CorrectedDisclosureForm
from welfare.journal.models import JournalEntry
from welfare.journal.pages.entries import OpenedRecord
from welfare.journal.pages.people import possible_participants, with_earlier
from welfare.journal.queries import entries_of, grounds_at, line_of, offices_of
from welfare.rules.journal import EntryKind

PREFILLED = frozenset({EntryKind.OPENING, EntryKind.MEETING})
"""Kinds that the act wants to tell subject, background and initiator: they begin with what the case says."""
Made = TypeVar("Made", bound=EntryForm)


def posted_form(work: UnitOfWork, case: Case, kind: EntryKind) -> EntryForm:
    """The form of a new entry as it was sent, with all that it offers."""
    return _offered(work, case, WRITING_FORMS[kind](today=work.facts.on))


def kept_form(work: UnitOfWork, case: Case, kind: EntryKind, saved: SavedDraft) -> EntryForm:
    """The form of a new entry as its draft has it."""
    return _offered(work, case, WRITING_FORMS[kind](today=work.facts.on, formdata=saved.formdata))


def fresh_form(work: UnitOfWork, case: Case, kind: EntryKind) -> EntryForm:
    """The form as its writer left it, or as a new one begins."""
    saved = load_draft(work, draft_of_new(case, kind).purpose, case.id)
    if saved is not None:
        return as_seen(kept_form(work, case, kind, saved), saved.revision)
    form = _offered(work, case, WRITING_FORMS[kind](today=work.facts.on, formdata=None))
    if kind in PREFILLED:
        form.fill(known_of(work, case))
    form.occurred_on.put(work.facts.on)
    return as_seen(form, 0)


def posted_correction(work: UnitOfWork, case: Case, entry: JournalEntry) -> Correcting:
    """The form of a correction as it was sent."""
    text = _Corrected(work, case, entry)
    return text.offered(CORRECTION_FORMS[text.kind](today=work.facts.on))


def kept_correction(work: UnitOfWork, case: Case, entry: JournalEntry, saved: SavedDraft) -> Correcting:
    """The form of a correction as its draft has it."""
    text = _Corrected(work, case, entry)
    return text.offered(CORRECTION_FORMS[text.kind](today=work.facts.on, formdata=saved.formdata))


def fresh_correction(work: UnitOfWork, case: Case, entry: JournalEntry) -> Correcting:
    """The form of a correction as its writer left it, or filled with the entry's text."""
    place = draft_of_correction(entry)
    saved = load_draft(work, place.purpose, place.subject_id)
    if saved is not None:
        return as_seen(kept_correction(work, case, entry, saved), saved.revision)
    return filled_correction(work, case, entry)


def filled_correction(work: UnitOfWork, case: Case, entry: JournalEntry) -> Correcting:
    """The form of a correction with the entry's text, whatever draft there is."""
    text = _Corrected(work, case, entry)
    form = text.offered(CORRECTION_FORMS[text.kind](today=work.facts.on, formdata=None))
    form.fill(text.document)
    form.occurred_on.put(entry.occurred_on)
    return as_seen(form, 0)


def known_of(work: UnitOfWork, case: Case) -> Document:
    """Subject, background and initiator as the case tells them (OHL 20 § 4 k. 2)."""
    words = words_of(work, case)
    return {
        "subject": words.title or words.subject_words,
        "background": words.background,
        "initiator": case.initiator.value,
    }


class _Corrected:
    """The text of an entry as it reads now, for the form of its correction."""

    def __init__(self, work: UnitOfWork, case: Case, entry: JournalEntry) -> None:
        rows = entries_of(work.session, case.id)
        self.work, self.case = work, case
        self.kind = line_of(entry, rows)[0].kind
        self.document = OpenedRecord.of(work, rows).text_of(entry)

    def offered(self, form: Correcting) -> Correcting:
        """The form with all that it offers, also what the entry holds already."""
        form.offer_offices(offices_of(self.work.actor))
        if isinstance(form, MeetingForm):
            offered = possible_participants(self.work, self.case)
            form.offer_people(with_earlier(offered, self.document.get("participants") or ()))
        if isinstance(form, CorrectedDisclosureForm):
            form.offer_grounds(grounds_at(self.work.session, self.case.school_id), self.document)
        return form


def _offered(work: UnitOfWork, case: Case, form: Made) -> Made:
    form.offer_offices(offices_of(work.actor))
    if isinstance(form, MeetingForm):
        form.offer_people(possible_participants(work, case))
    return form


def as_seen(form: Made, revision: int) -> Made:
    """The form over the revision of the draft that its writer sees, with the office held first."""
    form.revision.put(revision)
    if "office" in form and not form.office.data:
        form.office.put(form.leading_office)
    return form
