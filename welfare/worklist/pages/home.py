"""The landing page of students and guardians: a way to help, and how far one's requests are."""

from collections.abc import Sequence
from dataclasses import dataclass

from welfare.assessments.pages import Waiting, waiting_observations
from welfare.audit.unit_of_work import UnitOfWork
from welfare.feedback.pages import OpenOffer, open_offers
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.requests.pages.receipts import Receipt, Unsent, receipts_of, unsent_of
from welfare.rules.permissions import Permission, decide

FEW = 5


@dataclass(frozen=True, slots=True)
class Home:
    """What stands on the page."""

    given_name: str
    is_guardian: bool
    may_ask: bool
    sent: Sequence[Receipt]
    unsent: Sequence[Unsent]
    asked: Sequence[Waiting]
    offers: Sequence[OpenOffer]

    template = "worklist/home.html"

    @classmethod
    def of(cls, work: UnitOfWork) -> "Home":
        """Read and open it."""
        person = work.session.get(Person, work.actor.person_id) if work.actor.person_id else None
        return cls(
            given_name=PersonName.of(work, person).given if person else "",
            is_guardian=bool(work.actor.ward_ids),
            may_ask=decide(work.actor, Permission.REQUEST_SEND, work.facts).is_granted,
            sent=receipts_of(work, size=FEW)[0],
            unsent=unsent_of(work),
            offers=open_offers(work),
            asked=waiting_observations(work),
        )
