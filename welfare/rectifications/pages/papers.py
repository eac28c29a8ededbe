"""The decision on paper, in the asker's language."""

from flask_babel import force_locale
from flask_babel import gettext as _

from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.pages.papers import decider, ombudsman
from welfare.datarights.pages.request import asker_words
from welfare.documents.paper import Block, Facts, Paper, Words
from welfare.organisations.models import Organisation
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rectifications.models import Rectification
from welfare.rectifications.queries import hides_worker
from welfare.rectifications.words import OUTCOME_WORDS, REFUSAL_WORDS
from welfare.rules.rectifications import RectificationOutcome, RectificationRefusal, law_of
from welfare.ui.formats import date_text, local, long_date_text


def decision_paper(work: UnitOfWork, row: Rectification) -> Paper:
    """What came of it, and how to go on. On the ground of no right it says the same whoever it is about."""
    with force_locale(row.language):
        controller = work.session.get_one(Organisation, row.controller_id)
        return Paper(
            title=_("Decision on a correction"),
            language=row.language,
            number=row.number,
            made_at=row.decided_at or work.now,
            blocks=_blocks(work, row),
            under=controller.name(row.language),
            marks=[_("Secret")],
        )


def _blocks(work: UnitOfWork, row: Rectification) -> list[Block]:
    words = work.decrypt_document(row, Rectification.document)
    outcome = row.outcome or RectificationOutcome.REFUSED
    blocks: list[Block] = [
        Facts(
            [
                (_("Concerns"), words["name"]),
                (_("Asked by"), asker_words(work, row, words)),
                (_("Came on"), date_text(row.received_on)),
                (_("What is said to be wrong"), words.get("wrong", "")),
                (_("What it should be"), words.get("right", "")),
            ]
        ),
        Words(str(OUTCOME_WORDS[outcome]), heading=_("Decision")),
    ]
    if row.refused_why is not None:
        law = law_of(row.refused_why).text(row.language)
        blocks.append(Words(f"{REFUSAL_WORDS[row.refused_why]} ({law}).", heading=_("Ground")))
    if row.refused_why is RectificationRefusal.NO_RIGHT:
        nothing_told = _("The decision tells neither that the person is in the register nor that the person is not.")
        blocks.append(Words(nothing_told))
    if row.decision:
        said = work.decrypt_document(row, Rectification.decision)["words"]
        blocks.append(Words(said, heading=_("Grounds in words")))
    if outcome is RectificationOutcome.AT_SOURCE:
        source = _(
            "The directory holds names, classes, schools and guardians as it gets them from the education provider’s "
            "pupil register, which has the population register behind it. A fact is corrected there, and the directory "
            "follows with the next delivery."
        )
        blocks.append(Words(source))
    elif outcome is not RectificationOutcome.REFUSED:
        blocks.append(Words(_("What was written before stays readable beside it, as the law asks of records.")))
    blocks.append(ombudsman())
    if row.decided_at:
        by = [] if hides_worker(work.session, row) else [(_("By"), _by(work, row))]
        blocks.append(Facts([(_("Decided"), long_date_text(local(row.decided_at).date())), *by]))
    return blocks


def _by(work: UnitOfWork, row: Rectification) -> str:
    """Whoever assessed it by name; that there is no right the data protection officer decides."""
    account = work.session.get(Account, row.decided_by)
    person = work.session.get(Person, account.person_id) if account and account.person_id else None
    is_assessed = row.refused_why is not RectificationRefusal.NO_RIGHT
    return PersonName.of(work, person).full if is_assessed and person else decider(work, row)
