"""Reading, printing and searching one journal."""

from flask import render_template, request

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.journal.forms import SearchForm
from welfare.journal.models import JournalEntry
from welfare.journal.pages import EntryPage, FoundPage, JournalPage, PrintedPage
from welfare.journal.pages.matter import MatterHead
from welfare.journal.routes.blueprint import ENTRY, JOURNAL, bp
from welfare.rules.journal import EntryKind
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.ui.forms import ActionForm


@bp.get(JOURNAL, needs=Permission.JOURNAL_READ)
def show(work: UnitOfWork, case: Case) -> str:
    """The record as a line of time, newest first unless asked otherwise."""
    is_newest_first = request.args.get("order") != "oldest"
    page = JournalPage.of(work, case, _asked_kind(), is_newest_first=is_newest_first)
    return render_template("journal/show.html", page=page, search=SearchForm(), action=ActionForm())


@bp.get(f"{JOURNAL}/print", needs=Permission.JOURNAL_READ)
def printable(work: UnitOfWork, case: Case) -> str:
    """The record as it goes on paper."""
    _note_print(work, case)
    return render_template("journal/print.html", page=PrintedPage.of(work, case))


@bp.get(ENTRY, needs=Permission.JOURNAL_READ)
def entry(work: UnitOfWork, case: Case, entry: JournalEntry) -> str:
    """One entry with its versions."""
    return render_template("journal/entry.html", page=EntryPage.of(work, case, entry))


@bp.get(f"{ENTRY}/print", needs=Permission.JOURNAL_READ)
def printable_entry(work: UnitOfWork, case: Case, entry: JournalEntry) -> str:
    """One entry as it goes on paper."""
    _note_print(work, case)
    return render_template("journal/print.html", page=PrintedPage.of(work, case, only=entry))


@bp.post(f"{JOURNAL}/search", needs=Permission.JOURNAL_SEARCH, saves=False)
def search(work: UnitOfWork, case: Case) -> str | tuple[str, int]:
    """Entries that hold the searched words."""
    form = SearchForm()
    if not form.validate_on_submit():
        return render_template("journal/found.html", form=form, page=None, matter=MatterHead.of(work, case)), 422
    page = FoundPage.of(work, case, form.words.data)
    return render_template("journal/found.html", form=form, page=page, matter=page.matter)


def _asked_kind() -> EntryKind | None:
    """The kind to show; an unknown one is no wish."""
    code = request.args.get("kind", "")
    return EntryKind(code) if code in set(EntryKind) else None


def _note_print(work: UnitOfWork, case: Case) -> None:
    work.note(case.controller_id, Register.WELFARE, ("case", case.id), view="print")
