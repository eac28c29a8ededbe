"""Offering the questions once for a matter, counting answers that belong to nobody, and skipping with a reason."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from uuid import UUID, uuid4

from sqlalchemy import func, select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import place_of
from welfare.cases.models import Case
from welfare.feedback.models import FeedbackOffer, FeedbackTally
from welfare.feedback.queries import offer_of
from welfare.rules.feedback import GRADES, FeedbackQuestion, OfferState, SkipReason, is_batch
from welfare.rules.requests import Service
from welfare.rules.terms import SchoolTerm, term_of

Grades = Mapping[FeedbackQuestion, int]


class NotOfferedError(ValueError):
    """The questions have been answered or skipped already."""


def make_offer(work: UnitOfWork, case: Case, service: Service) -> FeedbackOffer:
    """Offer the questions when a matter is closed. Closed again, it keeps the offer that it has, whatever its state."""
    found = offer_of(work.session, case.id)
    if found is None:
        found = FeedbackOffer(id=uuid4(), state=OfferState.OFFERED, service=service, **place_of(case))
        work.session.add(found)
        work.session.flush()
    return found


def take_answers(work: UnitOfWork, offer: FeedbackOffer, grades: Grades, floor: int) -> None:
    """Count the answers, and keep that there were some. Nothing ties the one to the other.

    Raises NotOfferedError, FloorError.
    """
    _take(work, offer, OfferState.GIVEN)
    rows = _tallies_of_all(work, offer.controller_id, term_of(work.facts.on), offer.service)
    _count(work, rows, grades, floor)


def skip(work: UnitOfWork, offer: FeedbackOffer, why: SkipReason, words: str) -> None:
    """Keep why there will be no answers. Raises NotOfferedError."""
    _take(work, offer, OfferState.SKIPPED)
    offer.skipped_why = why
    if words:
        work.encrypt(offer, FeedbackOffer.reason, words)
    work.session.flush()


def _take(work: UnitOfWork, offer: FeedbackOffer, became: OfferState) -> None:
    work.session.refresh(offer, with_for_update=True)
    if offer.state is not OfferState.OFFERED:
        raise NotOfferedError
    offer.state = became
    work.session.flush()


def _count(work: UnitOfWork, rows: Sequence[FeedbackTally], grades: Grades, floor: int) -> None:
    for row in rows:
        row.waiting += grades[row.question] == row.grade
    if is_batch(sum(row.waiting for row in rows if row.question is FeedbackQuestion.HELPED), floor):
        for row in rows:
            row.shown, row.waiting = row.shown + row.waiting, 0
    work.session.flush()


def _tallies_of_all(work: UnitOfWork, provider_id: UUID, term: SchoolTerm, service: Service) -> Sequence[FeedbackTally]:
    """Every count of one group; made all at once, so that their order tells nothing."""
    _wait_for_others(work, provider_id, service)
    group = {"provider_id": provider_id, "term_starts_on": term.starts_on, "service": service}
    rows = work.session.scalars(select(FeedbackTally).filter_by(**group).with_for_update()).all()
    if not rows:
        places = [(question, grade) for question in FeedbackQuestion for grade in GRADES]
        rows = [FeedbackTally(question=q, grade=grade, shown=0, waiting=0, **group) for q, grade in places]
        work.session.add_all(rows)
    return rows


def _wait_for_others(work: UnitOfWork, provider_id: UUID, service: Service) -> None:
    """One after the other; on SQLite all writers are."""
    if work.session.get_bind().dialect.name == "postgresql":
        place = sha256(b"feedback" + provider_id.bytes + service.value.encode()).digest()[:8]
        work.session.execute(select(func.pg_advisory_xact_lock(int.from_bytes(place, signed=True))))
