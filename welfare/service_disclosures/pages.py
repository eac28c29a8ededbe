"""A record as sentences to pick from, the groups that may be told, and what a group's journal gets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.gap import GapDocument
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.queries import cases_visible_to
from welfare.disclosures.forms.passage_boxes import OfferedEntry
from welfare.disclosures.passages import Excerpt
from welfare.journal.actions import NewEntry
from welfare.journal.words import GROUND_WORDS
from welfare.rules.disclosure import citation
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission, decide
from welfare.rules.service_records import NoteKind
from welfare.service_disclosures.actions import GROUND, GiveToGroup
from welfare.service_disclosures.forms import GroupForm
from welfare.service_disclosures.passages import passages_in
from welfare.service_notes.actions.writing import office_in
from welfare.service_notes.content import CORRECTED, Document
from welfare.service_notes.models import ClientFile, ServiceNote
from welfare.service_notes.queries import notes_of
from welfare.service_notes.words import RECORD_WORDS, kind_words
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale

MOST_NOTES = 200
"""Of the newest: what is older is hardly necessary now. The page says so where there are more."""


@dataclass(frozen=True, slots=True)
class Group:
    """A matter of the client's in whose expert group the worker sits."""

    case_id: UUID
    number: str
    opened_on: date | None


def own_groups(work: UnitOfWork, file: ClientFile) -> list[Group]:
    """The groups that the worker may tell something, the newest matter first. Nothing is opened for it."""
    seen = cases_visible_to(work.session, work.actor, work.facts.on, Case.student_id == file.student_id)
    told = [each.case for each in seen if decide(work.actor, Permission.GROUP_TELL, each.facts).is_granted]
    return [Group(case.id, case.number, case.opened_on) for case in told]


def group_form(work: UnitOfWork, file: ClientFile, *, is_fresh: bool) -> GroupForm:
    """The form with the sentences of the record."""
    form = GroupForm(formdata=None) if is_fresh else GroupForm()
    notes, count = notes_of(work.session, file.id, size=MOST_NOTES)
    form.passages.offer_entries(_offered(work, file, notes))
    form.newest_alone = MOST_NOTES if count > MOST_NOTES else 0
    return form


def group_command(work: UnitOfWork, file: ClientFile, form: GroupForm) -> GiveToGroup:
    """What is to be done with a valid form."""
    record = str(RECORD_WORDS[file.register])
    document = {
        "what": "\n".join(_journal_line(each) for each in form.passages.excerpts),
        "to_whom": _("The expert group, from: %(record)s", record=record),
        "ground": GROUND.value,
        "necessity": form.necessity.data,
        "how": _("Out of the service’s own register"),
    }
    entry = NewEntry(
        kind=EntryKind.DISCLOSURE,
        occurred_on=work.facts.on,
        office=office_in(work.actor, file),
        document=document,
        replaces_draft=False,
    )
    return GiveToGroup(
        entry=entry,
        excerpts=form.passages.excerpts,
        note_ids=tuple(dict.fromkeys(passage.entry_id for passage in form.passages.chosen)),
    )


def ground_words() -> str:
    """On what ground the group is told, with its section."""
    return f"{GROUND_WORDS[GROUND]}, {citation(GROUND, current_locale())}"


def _journal_line(excerpt: Excerpt) -> str:
    """The sentences as they stand, under their day."""
    where = " · ".join(filter(None, (date_text(excerpt.day), excerpt.label)))
    return f"{where}: {excerpt.text}"


def _offered(work: UnitOfWork, file: ClientFile, notes: Sequence[ServiceNote]) -> Iterator[OfferedEntry]:
    work.prefetch(notes)
    later = {note.corrects_id: note for note in notes if note.corrects_id}
    for note in notes:
        if note.kind is NoteKind.CORRECTION:
            continue
        passages = list(passages_in(note, _document(work, note, later)))
        if passages:
            title = f"{kind_words(note.kind, file.register)} {date_text(note.occurred_on)}"
            yield OfferedEntry(title, "", passages)


def _document(work: UnitOfWork, note: ServiceNote, later: Mapping[UUID, ServiceNote]) -> Document:
    """A note as it reads with its corrections; nothing where it cannot be opened."""
    newest = note
    while newest.id in later:
        newest = later[newest.id]
    document = work.decrypt_document(newest, ServiceNote.document)
    if isinstance(document, GapDocument):
        return {}
    found: Document = document[CORRECTED] if newest.kind is NoteKind.CORRECTION else document
    return found
