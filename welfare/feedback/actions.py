"""Offering the questions once for a matter, counting answers that belong to nobody, and skipping with a reason."""

from collections.abc import Mapping
from uuid import uuid4

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import place_of
from welfare.cases.models import Case
from welfare.feedback.counting import is_enough, show_what_waits, tallies_of_group
from welfare.feedback.models import FeedbackOffer, FeedbackTally
from welfare.feedback.queries import offer_of
from welfare.rules.feedback import FeedbackQuestion, OfferState, SkipReason
from welfare.rules.requests import Service
from welfare.rules.terms import term_of

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
    group = {"term_starts_on": term_of(work.facts.on).starts_on, "service": offer.service}
    rows = tallies_of_group(work, FeedbackTally, offer.controller_id, FeedbackQuestion, group)
    for row in rows:
        row.waiting += grades[row.question] == row.grade
    if is_enough((row for row in rows if row.question is FeedbackQuestion.HELPED), floor):
        show_what_waits(rows)
    work.session.flush()


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
