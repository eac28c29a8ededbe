"""Writing notes, meetings, own words and openings."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.drafts.desk import Addresses, Answer
from welfare.journal.actions import IncompleteEntryError, NewEntry, draft_of_new, write_entry
from welfare.journal.forms import EntryForm
from welfare.journal.models import JournalEntry
from welfare.journal.pages import ChoicePage, WritingPage
from welfare.journal.pages.forms import fresh_form, kept_form, posted_form
from welfare.journal.pages.law import words_of_missing
from welfare.journal.routes.blueprint import JOURNAL, bp
from welfare.journal.routes.desk import Desk
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission

NEW = f"{JOURNAL}/new"
NEW_OF_KIND = f"{NEW}/<any(note, meeting, 'own-words', opening):kind>"


@bp.get(NEW, needs=Permission.ENTRY_WRITE)
def choose(work: UnitOfWork, case: Case) -> str:
    """Which kind of entry to write."""
    return render_template("journal/choose.html", page=ChoicePage.of(work, case))


@bp.get(NEW_OF_KIND, needs=Permission.ENTRY_WRITE)
def write(work: UnitOfWork, case: Case, kind: str) -> Answer:
    """The form, as it was left or as it begins."""
    return _desk(work, case, kind).begin(lambda: fresh_form(work, case, _kind(kind)))


@bp.post(NEW_OF_KIND, needs=Permission.ENTRY_WRITE)
def save(work: UnitOfWork, case: Case, kind: str) -> Answer:
    """Put the entry into the record, or keep it as a draft."""
    desk, form = _desk(work, case, kind), posted_form(work, case, _kind(kind))
    stopped = desk.keep_or_stop(form)
    if stopped is not None:
        return stopped
    if not form.validate_on_submit():
        return desk.draw(form, 422)
    try:
        entry = write_entry(work, case, new_entry(_kind(kind), form))
    except IncompleteEntryError as error:
        form.refuse(None, words_of_missing(error.missing))
        return desk.draw(form, 422)
    return to_entry(case, entry)


@bp.post(f"{NEW_OF_KIND}/draft", needs=Permission.ENTRY_WRITE)
def autosave(work: UnitOfWork, case: Case, kind: str) -> Answer:
    """Keep what is being typed."""
    return _desk(work, case, kind).autosave(posted_form(work, case, _kind(kind)))


def new_entry(kind: EntryKind, form: EntryForm) -> NewEntry:
    """The command of a valid form."""
    return NewEntry(kind=kind, occurred_on=form.day, office=form.chosen_office, document=form.document())


def to_entry(case: Case, entry: JournalEntry) -> Answer:
    """On to the entry that has been written."""
    flash(_("The entry is in the journal. It cannot be changed; a mistake is mended by a correction."), "good")
    return redirect(url_for("journal.entry", case=case.id, entry=entry.id), 303)


def _desk(work: UnitOfWork, case: Case, slug: str) -> Desk:
    kind = _kind(slug)
    return Desk(
        work=work,
        place=draft_of_new(case, kind),
        addresses=Addresses(
            save=url_for("journal.write", case=case.id, kind=slug),
            autosave=url_for("journal.autosave", case=case.id, kind=slug),
            discard=url_for("journal.discard", case=case.id, kind=slug),
            leave=url_for("journal.show", case=case.id),
        ),
        page=lambda form: WritingPage.of(work, case, kind, form),
        kept_form=lambda saved: kept_form(work, case, kind, saved),
    )


def _kind(slug: str) -> EntryKind:
    return EntryKind(slug.replace("-", "_"))
