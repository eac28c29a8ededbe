"""Answers that went by the own page: what was decided, and the log as it was given, for a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.models import LogRequest
from welfare.datarights.own_registers import answered_requests
from welfare.datarights.pages.report import Report
from welfare.datarights.pages.request import decision_facts
from welfare.datarights.queries import may_be_told
from welfare.datarights.words import OWN_REGISTER_WORDS
from welfare.people.models import Person
from welfare.rules.access_copies import open_until
from welfare.rules.log_requests import LogRefusal


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """One answer; without a report where it was refused."""

    number: str
    what: str
    facts: Sequence[tuple[str, str]]
    report: Report | None
    until: date

    @property
    def is_refused(self) -> bool:
        """Whether no log was given."""
        return self.report is None


def own_answers(work: UnitOfWork, student: Person) -> list[OwnAnswer]:
    """Those to the actor's own requests, as long as the right stands and the time runs (GDPR 12, ATL 11 §)."""
    rows = answered_requests(work.session, work.actor, student)
    sent = [(row, open_until(row.sent_on)) for row in rows if row.sent_on]
    return [_answer(work, row, until) for row, until in sent if work.facts.on <= until and _is_told(work, row)]


def is_answered(work: UnitOfWork, student: Person) -> bool:
    """Whether an answer waits to be read; nothing is opened for it."""
    rows = answered_requests(work.session, work.actor, student)
    return any(row.sent_on and work.facts.on <= open_until(row.sent_on) and _is_told(work, row) for row in rows)


def _is_told(work: UnitOfWork, row: LogRequest) -> bool:
    """A decision that there is no right tells nothing of the log."""
    return row.refused_why is LogRefusal.NO_RIGHT or may_be_told(work.session, row, work.facts)


def _answer(work: UnitOfWork, row: LogRequest, until: date) -> OwnAnswer:
    return OwnAnswer(
        number=row.number,
        what=str(OWN_REGISTER_WORDS[row.register]),
        facts=decision_facts(work, row),
        report=Report.of(work, row) if row.refused_why is None else None,
        until=until,
    )
