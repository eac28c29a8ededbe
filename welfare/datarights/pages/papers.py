"""The answers on paper, in the asker's language: the log, and the decision not to give it."""

from collections.abc import Iterator

from flask_babel import force_locale
from flask_babel import gettext as _

from welfare.accounts.models import Account
from welfare.accounts.words import ROLE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import AskedOfRegister
from welfare.datarights.models import LogRequest
from welfare.datarights.pages.report import Report
from welfare.datarights.pages.request import asker_words
from welfare.datarights.words import REFUSAL_WORDS
from welfare.documents.paper import Block, Facts, Paper, Table, Words
from welfare.organisations.models import Organisation
from welfare.oversight.words import REGISTER_WORDS
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.actors import Role
from welfare.rules.log_requests import LogRefusal, law_of, right_of
from welfare.ui.formats import date_text, long_date_text
from welfare.ui.locale import current_locale


def report_paper(work: UnitOfWork, row: LogRequest, language: str) -> Paper:
    """The log, made from the chain as it stood when it was granted."""
    with force_locale(language):
        report = Report.of(work, row)
        return _paper(work, row, language, _("Log information"), [*_of_report(work, row, report)])


def decision_paper(work: UnitOfWork, row: LogRequest, language: str) -> Paper:
    """The decision. On the ground of no right it says the same whether the register knows the person or not."""
    with force_locale(language):
        return _paper(work, row, language, _("Decision on log information"), [*_of_decision(work, row, language)])


def _paper(work: UnitOfWork, row: LogRequest, language: str, title: str, blocks: list[Block]) -> Paper:
    controller = work.session.get_one(Organisation, row.controller_id)
    return Paper(
        title=title,
        language=language,
        number=row.number,
        made_at=row.decided_at or work.now,
        blocks=blocks,
        under=controller.name(language),
        marks=[_("Secret")],
    )


def _of_report(work: UnitOfWork, row: LogRequest, report: Report) -> Iterator[Block]:
    until = date_text((row.decided_at or work.now).date())
    words = work.decrypt_document(row, LogRequest.document)
    yield Facts(
        [
            (_("Concerns"), words["name"]),
            (_("Register"), str(REGISTER_WORDS[row.register])),
            (_("Asked by"), asker_words(work, row, words)),
            (_("Days"), f"{date_text(row.since_on)}–{until}"),
            (_("Events"), str(report.events)),
            (_("Right to know"), right_of(row.register).text(current_locale())),
        ]
    )
    if row.decision:
        said = work.decrypt_document(row, LogRequest.decision)
        yield Words(said["words"], heading=_("Was the use lawful?"))
    if report.hides_places:
        words_left_out = _(
            "Names, units and times of day are left out, because they could tell where somebody is to be found whose "
            "whereabouts are protected (Act 661/2009, section 36)."
        )
        yield Words(words_left_out)
    if report.lines:
        yield Table(report.heads, list(report.rows()), heading=_("Who has used the information"))
    else:
        yield Words(_("Nobody has used the information in these days."), heading=_("Who has used the information"))
    yield Words(
        _(
            "What one person did on one day, of one kind and for one reason, stands on one line. Attempts that were "
            "refused are not use. If something looks odd, you may ask for an account of whether it was lawful."
        ),
        heading=_("How to read this"),
    )
    yield ombudsman()


def _of_decision(work: UnitOfWork, row: LogRequest, language: str) -> Iterator[Block]:
    words = work.decrypt_document(row, LogRequest.document)
    why = row.refused_why or LogRefusal.NO_RIGHT
    yield Facts(
        [
            (_("Asked about"), words["name"]),
            (_("Register"), str(REGISTER_WORDS[row.register])),
            (_("Asked by"), asker_words(work, row, words)),
            (_("Came on"), date_text(row.received_on)),
        ]
    )
    yield Words(_("The log information is not given."), heading=_("Decision"))
    ground = f"{REFUSAL_WORDS[why]} ({law_of(why, row.register).text(language)})."
    yield Words(ground, heading=_("Ground"))
    if row.decision:
        yield Words(work.decrypt_document(row, LogRequest.decision)["words"], heading=_("Grounds in words"))
    if why is LogRefusal.NO_RIGHT:
        yield Words(_("The decision tells neither that the person is in the register nor that the person is not."))
    yield ombudsman()
    if row.decided_at:
        yield Facts(
            [(_("Decided"), long_date_text(row.decided_at.date())), (_("By"), decider(work, row))],
        )


def ombudsman() -> Words:
    """Where to turn."""
    return Words(
        _(
            "You may bring the matter to the Data Protection Ombudsman: tietosuoja@om.fi, telephone 029 566 6700, "
            "PL 800, 00531 Helsinki."
        ),
        heading=_("If you are not content"),
    )


def decider(work: UnitOfWork, row: AskedOfRegister) -> str:
    """Who decided, by name and post."""
    account = work.session.get(Account, row.decided_by) if row.decided_by else None
    person = work.session.get(Person, account.person_id) if account and account.person_id else None
    role = str(ROLE_WORDS[Role.DATA_PROTECTION_OFFICER])
    return f"{PersonName.of(work, person).full}, {role}" if person else role
