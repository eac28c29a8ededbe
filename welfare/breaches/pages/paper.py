"""The file on paper: the controller's own account of a breach (GDPR 33(5)), and what a notification to it needs."""

from datetime import datetime

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.breaches.models import Breach
from welfare.breaches.pages.file import BreachPage
from welfare.documents.paper import Facts, Paper, Table, Words
from welfare.organisations.models import Organisation
from welfare.ui.formats import moment_text
from welfare.ui.locale import current_locale


def breach_paper(work: UnitOfWork, row: Breach) -> Paper:
    """Everything of the file, in the language of the reader."""
    page, language = BreachPage.of(work, row), current_locale()
    controller = work.session.get_one(Organisation, row.controller_id)
    heads = [_("Pupil"), _("How much"), _("First"), _("Last")]
    rows = [[each.name, each.events or "–", _moment(each.first_at), _moment(each.last_at)] for each in page.concerned]
    undecided = [(_("Decision"), _("Not decided yet"))]
    return Paper(
        title=_("Personal data breach"),
        language=language,
        number="",
        made_at=work.now,
        blocks=[
            Facts(list(page.facts)),
            *(Words(text, heading=heading) for heading, text in page.words),
            Table(heads, rows, heading=_("Whose data it was")),
            *([Words(_counted())] if page.is_from_log else []),
            Facts(list(page.authority) or undecided, heading=_("Telling the authority")),
            Facts(list(page.people) or undecided, heading=_("Telling those concerned")),
        ],
        under=controller.name(language),
        marks=[_("Secret")],
    )


def _moment(at: datetime | None) -> str:
    return moment_text(at) if at else "–"


def _counted() -> str:
    return _(
        "Counted is what was marked as done without a task when the file was opened. What belonged to the reader’s "
        "task is not in it."
    )
