"""The journal's part of the page of a matter."""

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.sections import CasePart
from welfare.journal.pages import JournalPreview


def journal_section(work: UnitOfWork, case: Case) -> CasePart | None:
    """The newest entries and the reader's own drafts; nothing for one who may see the matter but not its journal."""
    preview = JournalPreview.of(work, case)
    if preview is None:
        return None
    return CasePart(
        id="journal",
        title=_("Journal"),
        count=preview.total,
        template="journal/_preview.html",
        page=preview,
        primary=(_("New entry"), url_for("journal.choose", case=case.id)) if preview.may_write else None,
    )
