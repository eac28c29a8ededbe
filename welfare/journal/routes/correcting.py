"""Correcting an entry by a new one."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.drafts.desk import Addresses, Answer
from welfare.journal.actions import (
    CorrectionRefusedError,
    DisclosureRefusedError,
    IncompleteEntryError,
    OvertakenError,
    correct_entry,
    draft_of_correction,
)
from welfare.journal.forms import Correcting, refuse_disclosure
from welfare.journal.models import JournalEntry
from welfare.journal.pages import EntryPage, WritingPage
from welfare.journal.pages.conflicts import of_two_correctors
from welfare.journal.pages.forms import filled_correction, fresh_correction, kept_correction, posted_correction
from welfare.journal.pages.law import words_of_missing
from welfare.journal.routes.blueprint import ENTRY, bp
from welfare.journal.routes.desk import Desk
from welfare.journal.routes.writing import new_entry, to_entry
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission
from welfare.ui.formats import moment_text

CORRECTION = f"{ENTRY}/correction"


@bp.get(CORRECTION, needs=Permission.ENTRY_CORRECT)
def correct(work: UnitOfWork, case: Case, entry: JournalEntry) -> Answer:
    """The form, filled with the entry's text."""
    if not EntryPage.of(work, case, entry).may_correct:
        return _not_this_one(case, entry)
    return _desk(work, case, entry).begin(lambda: fresh_correction(work, case, entry))


@bp.post(CORRECTION, needs=Permission.ENTRY_CORRECT)
def save_correction(work: UnitOfWork, case: Case, entry: JournalEntry) -> Answer:
    """Put the correction into the record beside what it corrects."""
    desk, form = _desk(work, case, entry), posted_correction(work, case, entry)
    stopped = desk.keep_or_stop(form)
    if stopped is not None:
        return stopped
    if not form.validate_on_submit():
        return desk.draw(form, 422)
    try:
        return to_entry(case, correct_entry(work, case, entry, new_entry(EntryKind.CORRECTION, form)))
    except OvertakenError as error:
        return _conflict(work, case, error.newest, form)
    except CorrectionRefusedError:
        return _not_this_one(case, entry)
    except IncompleteEntryError as error:
        form.refuse(None, words_of_missing(error.missing))
    except DisclosureRefusedError as error:
        refuse_disclosure(form, error.lacks)
    return desk.draw(form, 422)


@bp.post(f"{CORRECTION}/draft", needs=Permission.ENTRY_CORRECT)
def autosave_correction(work: UnitOfWork, case: Case, entry: JournalEntry) -> Answer:
    """Keep what is being typed."""
    return _desk(work, case, entry).autosave(posted_correction(work, case, entry))


def _not_this_one(case: Case, entry: JournalEntry) -> Answer:
    flash(
        _("This entry cannot be corrected here: it has a correction already, or holds the pupil’s own words."), "soon"
    )
    return redirect(url_for("journal.entry", case=case.id, entry=entry.id), 303)


def _conflict(work: UnitOfWork, case: Case, newest: JournalEntry, form: Correcting) -> Answer:
    """Somebody corrected the entry first: both texts, and a merged one that corrects the newest."""
    view = EntryPage.of(work, case, newest).entry
    stored = filled_correction(work, case, newest)
    stored.reason.put(form.reason.shown)
    form.revision.put(0)
    told = of_two_correctors(view.author, moment_text(view.written_at))
    return _desk(work, case, newest).conflict(form, stored, told)


def _desk(work: UnitOfWork, case: Case, entry: JournalEntry) -> Desk:
    def address(endpoint: str) -> str:
        return url_for(endpoint, case=case.id, entry=entry.id)

    return Desk(
        work=work,
        place=draft_of_correction(entry),
        addresses=Addresses(
            save=address("journal.correct"),
            autosave=address("journal.autosave_correction"),
            discard=address("journal.discard_correction"),
            leave=address("journal.entry"),
        ),
        page=lambda form: WritingPage.of_correction(work, case, entry, form),
        kept_form=lambda saved: kept_correction(work, case, entry, saved),
    )
