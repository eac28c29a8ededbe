"""The page of one matter: what comes next, who is in it and why, what has been consented to, and who has looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import current_app, url_for

from welfare.audit.reading import events_about
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.group import Group, group_of
from welfare.cases.models import Case
from welfare.cases.pages.evaluations import EvaluationLine, evaluation_lines
from welfare.cases.pages.head import CaseHead
from welfare.cases.pages.leads import VacantLead
from welfare.cases.pages.log import LogLine, log_lines
from welfare.cases.pages.members import MemberLine, member_lines, participant_lines
from welfare.cases.pages.next_steps import NextStep, next_steps
from welfare.consents.pages import Names
from welfare.consents.pages.cards import WillCard, card_of
from welfare.rules.answers import ConsentStatus
from welfare.rules.cases import STEPS, CaseState
from welfare.rules.consent import ConsentKind
from welfare.rules.permissions import Permission, decide

LOG_LINES = 10


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything on it, opened."""

    head: CaseHead
    vacancy: VacantLead | None
    next: tuple[NextStep, ...]
    members: tuple[MemberLine, ...]
    participants: tuple[MemberLine, ...]
    consents: tuple[WillCard, ...]
    consent_count: int
    log: tuple[LogLine, ...]
    steps: tuple[CaseState, ...]
    evaluations: Sequence[EvaluationLine]
    journal_url: str | None
    writing_url: str | None

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, further: Sequence[NextStep] = ()) -> "CasePage":
        """Open one matter; every name once. What comes next of other rooms stands among its own, by its day."""
        group = group_of(work.session, case, work.facts.on)
        events = events_about(work.session, case.id, None, LOG_LINES)
        names = Names.of(work, group.said.rows, _people(case, group) | {event.person_id for event in events})
        return cls(
            head=CaseHead.of(work, case, group, names),
            vacancy=VacantLead.of(work, case),
            next=tuple(sorted((*next_steps(work, case, group, names), *further), key=lambda step: step.on)),
            members=member_lines(group, names),
            participants=participant_lines(work, group, names),
            consents=_newest_cards(work, group, names),
            consent_count=len(group.said.rows),
            log=log_lines(work, events, names),
            steps=tuple(state for state in CaseState if state in STEPS[case.state]),
            evaluations=evaluation_lines(work, case),
            journal_url=_url_above(work, Permission.JOURNAL_READ, "journal.show", case),
            writing_url=_url_above(work, Permission.ENTRY_WRITE, "journal.choose", case),
        )


def _url_above(work: UnitOfWork, permission: Permission, endpoint: str, case: Case) -> str | None:
    """An address in a room above this one, if that room is served and the reader may go there."""
    is_granted = decide(work.actor, permission, work.facts).is_granted
    return url_for(endpoint, case=case.id) if is_granted and endpoint in current_app.view_functions else None


def _people(case: Case, group: Group) -> set[UUID | None]:
    return {case.student_id, *group.person_ids, *(row.guardian_id for row in group.said.guardianships)}


def _newest_cards(work: UnitOfWork, group: Group, names: Names) -> tuple[WillCard, ...]:
    """Each giver's latest word on each question; what has been replaced stands on the page of all of them."""
    said = group.said
    kinds = list(ConsentKind)
    shown = [row for row in said.rows if said.status_of_row(row) is not ConsentStatus.SUPERSEDED]
    shown.sort(key=lambda row: (kinds.index(row.kind), names.of_person(row.named_id)))
    return tuple(card_of(work, said, row, names) for row in shown)
