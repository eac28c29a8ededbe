"""The feedback's part of the page of a closed matter."""

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.cases.sections import CasePart
from welfare.feedback.queries import offer_of
from welfare.feedback.words import STATE_LOOKS, STATE_WORDS
from welfare.rules.feedback import OfferState
from welfare.rules.permissions import Permission, decide


def feedback_section(work: UnitOfWork, case: Case) -> CasePart | None:
    """Whether the student has been asked; for the responsible person of a closed matter alone."""
    may_offer = decide(work.actor, Permission.FEEDBACK_OFFER, work.facts).is_granted
    offer = offer_of(work.session, case.id) if may_offer else None
    if offer is None:
        return None
    is_open = offer.state is OfferState.OFFERED
    return CasePart(
        id="feedback",
        title=_("Feedback"),
        count=int(is_open),
        template="feedback/_section.html",
        page={
            "state": str(STATE_WORDS[offer.state]),
            "look": STATE_LOOKS[offer.state],
            "url": url_for("feedback.offer", case=case.id),
            "is_open": is_open,
        },
    )
