"""One request at the desk."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import AskedOfRegister, IdentityWay
from welfare.datarights.models import LogRequest
from welfare.datarights.pages.head import reasons_of
from welfare.datarights.pages.lists import LightView, Look, light_view
from welfare.datarights.pages.report import Report, ReportLine
from welfare.datarights.queries import may_be_told
from welfare.datarights.words import (
    ASKER_WORDS,
    IDENTITY_WORDS,
    LANGUAGE_WORDS,
    MANDATE_WORDS,
    REFUSAL_WORDS,
    SENT_WORDS,
    STATE_LOOKS,
    STATE_WORDS,
)
from welfare.organisations.models import Organisation
from welfare.oversight.words import REGISTER_WORDS
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.log_requests import Asker, LogState, law_of, right_of
from welfare.ui.formats import date_text, moment_text
from welfare.ui.locale import current_locale

PREVIEW = 12


@dataclass(frozen=True, slots=True)
class LogRequestPage:
    """Everything of one request but the whole report."""

    id: UUID
    number: str
    name: str
    state: str
    look: Look
    light: LightView
    facts: tuple[tuple[str, str], ...]
    decision: tuple[tuple[str, str], ...]
    preview: tuple[ReportLine, ...]
    visits: int
    events: int
    hides_places: bool
    language: str
    wants_account: bool
    may_be_told: bool
    is_sure: bool
    """Whether it has been made sure who asks."""
    lacks_mandate: bool
    may_extend: bool
    is_extended: bool
    is_received: bool
    is_granted: bool
    is_refused: bool
    is_to_send: bool
    is_to_close: bool

    @property
    def is_lost(self) -> bool:
        """Whether the right went between the decision and the sending."""
        return self.is_to_send and not self.is_refused and not self.may_be_told

    @classmethod
    def of(cls, work: UnitOfWork, row: LogRequest, most: int | None = PREVIEW) -> "LogRequestPage":
        """Open what was asked and decided; count the events, and show the newest, or all, as they will be told."""
        words = work.decrypt_document(row, LogRequest.document)
        is_refused = row.refused_why is not None
        report = Report((), 0, hides_places=False) if is_refused else Report.of(work, row)
        return cls(
            id=row.id,
            number=row.number,
            name=words["name"],
            state=str(STATE_WORDS[row.state]),
            look=STATE_LOOKS[row.state],
            light=light_view(row, work.facts.on),
            facts=tuple(_facts(work, row, words)),
            decision=tuple(decision_facts(work, row)),
            preview=report.lines[:most],
            visits=len(report.lines),
            events=report.events,
            hides_places=report.hides_places,
            language=row.language,
            wants_account=row.wants_account,
            may_be_told=may_be_told(work.session, row, work.facts),
            is_sure=row.identity_way is not IdentityWay.NOT_SURE,
            lacks_mandate=row.lacks_mandate,
            may_extend=row.may_take_longer(work.facts.on),
            is_extended=row.extended_at is not None,
            is_received=row.state is LogState.RECEIVED,
            is_granted=row.decided_at is not None and not is_refused,
            is_refused=is_refused,
            is_to_send=row.state in (LogState.GRANTED, LogState.REFUSED),
            is_to_close=row.state is LogState.SENT,
        )


def asker_words(work: UnitOfWork, row: AskedOfRegister, words: dict[str, str]) -> str:
    """Who asks, by name where it is somebody else."""
    is_itself = row.asker_id and row.asker is Asker.GUARDIAN
    known = work.session.get(Person, row.asker_id) if is_itself else None
    name = PersonName.of(work, known).full if known else words.get("asker", "")
    return f"{ASKER_WORDS[row.asker]}: {name}" if name else str(ASKER_WORDS[row.asker])


def mandate_words(work: UnitOfWork, row: AskedOfRegister) -> str:
    """By what a representative asks; nothing of anybody else."""
    if row.asker is not Asker.REPRESENTATIVE:
        return ""
    if row.mandate is None:
        return _("Not shown yet")
    giver = work.session.get(Person, row.asker_id) if row.asker_id else None
    words = str(MANDATE_WORDS[row.mandate])
    return f"{words}: {PersonName.of(work, giver).full}" if giver else words


def _facts(work: UnitOfWork, row: LogRequest, words: dict[str, str]) -> list[tuple[str, str]]:
    controller = work.session.get_one(Organisation, row.controller_id)
    found = [
        (_("Register"), f"{REGISTER_WORDS[row.register]}, {controller.name(current_locale())}"),
        (_("Who asks"), asker_words(work, row, words)),
        (_("Mandate"), mandate_words(work, row)),
        (_("Made sure"), str(IDENTITY_WORDS[row.identity_way])),
        (_("Came on"), date_text(row.received_on)),
        (_("Answer at the latest"), f"{date_text(row.due_on)}, {right_of(row.register).short_in(current_locale())}"),
        (_("Longer time, told to the asker"), reasons_of(work, row)),
        (_("Log from"), date_text(row.since_on)),
        (_("Special reason for older events"), words.get("special", "")),
        (_("In the asker’s words"), words.get("words", "")),
        (_("Account of lawfulness"), _("Asked for") if row.wants_account else ""),
        (_("Language of the answer"), str(LANGUAGE_WORDS[row.language])),
    ]
    return [(term, value) for term, value in found if value]


def decision_facts(work: UnitOfWork, row: LogRequest) -> list[tuple[str, str]]:
    """What was decided, why, and how the answer went."""
    if row.decided_at is None:
        return []
    said = work.decrypt_document(row, LogRequest.decision) if row.decision else {}
    found = [(_("Decided"), moment_text(row.decided_at))]
    if row.refused_why is not None:
        law = law_of(row.refused_why, row.register).short_in(current_locale())
        found += [
            (_("Ground"), f"{REFUSAL_WORDS[row.refused_why]} ({law})"),
            (_("Grounds in words"), said.get("words", "")),
        ]
    elif said:
        found.append((_("Account of lawfulness"), said["words"]))
    if row.sent_on and row.sent_by:
        found.append((_("Sent"), f"{date_text(row.sent_on)}, {SENT_WORDS[row.sent_by]}"))
    return found
