"""Finding offers and tallies."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.cases.models import Case
from welfare.cases.queries import case_facts
from welfare.feedback.models import FeedbackOffer, FeedbackTally
from welfare.rules.actors import Actor
from welfare.rules.cases import CaseState
from welfare.rules.feedback import FeedbackQuestion, OfferState
from welfare.rules.requests import Service
from welfare.rules.terms import SchoolTerm

Group = tuple[SchoolTerm, Service]
Tallies = Mapping[Group, Mapping[FeedbackQuestion, Sequence[int]]]
"""By term and service, then by question: how often each grade was given."""


def load_offer(reading: Reading, offer_id: UUID) -> Loaded | None:
    """Loader of ``<offer_id:offer>``, as its student finds it."""
    row = reading.session.get(FeedbackOffer, offer_id)
    if row is None:
        return None
    facts = case_facts(reading, reading.session.get_one(Case, row.case_id))
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, ("feedback_offer", row.id))))


def offer_of(session: Session, case_id: UUID) -> FeedbackOffer | None:
    """The one offer of a matter, if it has been closed after work."""
    return session.scalars(select(FeedbackOffer).where(FeedbackOffer.case_id == case_id)).one_or_none()


def waiting_among(session: Session, case_ids: Collection[UUID]) -> frozenset[UUID]:
    """Of these matters those whose student has not been asked yet."""
    waiting = FeedbackOffer.case_id.in_(case_ids), FeedbackOffer.state == OfferState.OFFERED
    return frozenset(session.scalars(select(FeedbackOffer.case_id).where(*waiting)) if case_ids else ())


def offers_open_to(session: Session, actor: Actor) -> Sequence[tuple[FeedbackOffer, Case]]:
    """The offers that wait for this student, of matters that are closed, equal to Permission.FEEDBACK_GIVE."""
    if actor.person_id is None:
        return []
    statement = (
        select(FeedbackOffer, Case)
        .join(Case, Case.id == FeedbackOffer.case_id)
        .where(
            FeedbackOffer.student_id == actor.person_id,
            FeedbackOffer.state == OfferState.OFFERED,
            Case.state == CaseState.CLOSED,
        )
        .order_by(Case.closed_at.desc(), FeedbackOffer.id)
    )
    return [(row[0], row[1]) for row in session.execute(statement)]


def tallies_of(session: Session, provider_id: UUID) -> Tallies:
    """What may be shown of a provider's terms and services."""
    return tallies_of_all(session, [provider_id]).get(provider_id, {})


def tallies_of_all(session: Session, provider_ids: Collection[UUID]) -> Mapping[UUID, Tallies]:
    """The same of several providers; in one statement for any number of them."""
    statement = select(FeedbackTally).where(FeedbackTally.provider_id.in_(provider_ids))
    order = FeedbackTally.term_starts_on.desc(), FeedbackTally.service, FeedbackTally.question, FeedbackTally.grade
    found: dict[UUID, dict[Group, dict[FeedbackQuestion, list[int]]]] = {}
    for row in session.scalars(statement.order_by(*order)):
        own = found.setdefault(row.provider_id, {}).setdefault((SchoolTerm(row.term_starts_on), row.service), {})
        own.setdefault(row.question, []).append(row.shown)
    return found
