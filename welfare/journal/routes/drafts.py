"""Throwing one's own drafts away. It asks no more than the right to see their page, for the matter may be closed."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.drafts.desk import Answer
from welfare.drafts.places import discard_at
from welfare.journal.actions import draft_of_correction, draft_of_new
from welfare.journal.models import JournalEntry
from welfare.journal.routes.blueprint import ENTRY, JOURNAL, bp
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission


@bp.post(
    f"{JOURNAL}/new/<any(note, meeting, 'own-words', opening, disclosure):kind>/discard", needs=Permission.JOURNAL_READ
)
def discard(work: UnitOfWork, case: Case, kind: str) -> Answer:
    """Throw away the draft of a new entry."""
    discard_at(work, draft_of_new(case, EntryKind(kind.replace("-", "_"))))
    return _to_journal(case)


@bp.post(f"{ENTRY}/correction/discard", needs=Permission.JOURNAL_READ)
def discard_correction(work: UnitOfWork, case: Case, entry: JournalEntry) -> Answer:
    """Throw away the draft of a correction."""
    discard_at(work, draft_of_correction(entry))
    return _to_journal(case)


def _to_journal(case: Case) -> Answer:
    flash(_("The draft is thrown away."), "info")
    return redirect(url_for("journal.show", case=case.id), 303)
