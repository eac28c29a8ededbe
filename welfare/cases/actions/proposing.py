"""Proposing a matter: it gets its number, and the proposer leads it until the group says otherwise."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import Worker, account_at, give_place, place_of
from welfare.cases.models import Case, CaseStep, StepKind
from welfare.organisations.models import Organisation
from welfare.organisations.numbering import abbreviation_of, next_in_series, school_year_at
from welfare.rules.actors import WELFARE_PROFESSIONALS, Actor
from welfare.rules.case_numbers import CaseNumber, school_year_label
from welfare.rules.cases import CaseState, Initiator
from welfare.rules.subjects import Subject, group_subject


class ProposerError(ValueError):
    """Only a signed-in professional of student welfare at the school proposes a matter, or takes a proposal over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeCase:
    """One matter of one student; another subject is another matter (rule 39)."""

    subject: Subject
    title: str
    background: str
    initiator: Initiator
    initiated_on: date


def propose_case(work: UnitOfWork, school: Organisation, student_id: UUID, command: ProposeCase) -> Case:
    """Propose a matter. The proposer's own sight of the journal waits for a consent, as everybody's does.

    Raises ForbiddenSubjectError (rule 34), ProposerError.
    """
    subject = group_subject(command.subject)
    lead = worker_at(work.actor, school.id)
    case = Case(
        id=uuid4(),
        number=_next_number(work, school),
        student_id=student_id,
        school_id=school.id,
        controller_id=school.provider_id,
        state=CaseState.PROPOSED,
        initiator=command.initiator,
        initiated_on=command.initiated_on,
        proposed_by=account_at(work),
        proposed_at=work.now,
        text_saved_at=work.now,
        text_saved_by=account_at(work),
    )
    words = {"subject": subject.value, "title": command.title, "background": command.background}
    work.encrypt_document(case, Case.document, words)
    work.session.add(case)
    work.session.flush()
    give_place(work, case, lead, is_responsible=True)
    work.session.add(
        CaseStep(
            id=uuid4(),
            kind=StepKind.STATE,
            at=work.now,
            by=account_at(work),
            was=None,
            became=CaseState.PROPOSED.value,
            **place_of(case),
        )
    )
    work.session.flush()
    return case


def worker_at(actor: Actor, school_id: UUID) -> Worker:
    """Account, person and office of a professional of student welfare at a school. Raises ProposerError."""
    here = [post.role for post in actor.posts if school_id in post.school_ids and post.role in WELFARE_PROFESSIONALS]
    if not here or actor.account_id is None or actor.person_id is None:
        raise ProposerError
    return actor.account_id, actor.person_id, here[0]


def _next_number(work: UnitOfWork, school: Organisation) -> str:
    """As ``2026–27/KOI/014``; two schools with the same letters run on one series."""
    year, letters = school_year_at(work.session, school, work.facts.on), abbreviation_of(school)
    series = f"{school_year_label(year)}/{letters}"
    return str(CaseNumber(year, letters, next_in_series(work.session, school.provider_id or school.id, series)))
