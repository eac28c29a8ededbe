"""The notice that an answer takes longer, on paper, in the asker's language (GDPR 12(3))."""

from flask_babel import force_locale
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import AskedOfRegister
from welfare.datarights.pages.head import reasons_of
from welfare.datarights.pages.papers import ombudsman
from welfare.datarights.pages.request import asker_words
from welfare.documents.paper import Facts, Paper, Words
from welfare.organisations.models import Organisation
from welfare.oversight.words import REGISTER_WORDS
from welfare.ui.formats import date_text


def extension_paper(work: UnitOfWork, row: AskedOfRegister) -> Paper:
    """What the asker is told of a longer time. It tells nothing of the register but its name."""
    with force_locale(row.language):
        words = work.decrypt_document(row, type(row).document)
        controller = work.session.get_one(Organisation, row.controller_id)
        facts = [
            (_("Concerns"), words["name"]),
            (_("Register"), str(REGISTER_WORDS[row.register])),
            (_("Asked by"), asker_words(work, row, words)),
            (_("Came on"), date_text(row.received_on)),
            (_("You are answered by"), date_text(row.due_on)),
        ]
        return Paper(
            title=_("Your request takes longer"),
            language=row.language,
            number=row.number,
            made_at=row.extended_at or work.now,
            blocks=[Facts(facts), Words(reasons_of(work, row), heading=_("Why it takes longer")), ombudsman()],
            under=controller.name(row.language),
            marks=[_("Secret")],
        )
