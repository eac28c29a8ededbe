"""The landing page of students and guardians: a way to help, and how far one's requests are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import url_for

from welfare.assessments.pages import Waiting, waiting_observations
from welfare.audit.unit_of_work import UnitOfWork
from welfare.feedback.pages import OpenOffer, open_offers
from welfare.meetings.queries.unanswered import unanswered_by
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.requests.pages.receipts import Receipt, Unsent, receipts_of, unsent_of
from welfare.rules.permissions import Permission, decide
from welfare.worklist.pages.matters import pupil_names

FEW = 5


@dataclass(frozen=True, slots=True)
class Invitation:
    """A meeting to which one is invited and has not answered."""

    url: str
    begins: datetime
    student: str
    """Whose matter it is; empty for one's own."""


@dataclass(frozen=True, slots=True)
class Home:
    """What stands on the page."""

    given_name: str
    is_guardian: bool
    may_ask: bool
    sent: Sequence[Receipt]
    unsent: Sequence[Unsent]
    invitations: Sequence[Invitation]
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
            invitations=_invitations(work),
        )


def _invitations(work: UnitOfWork) -> list[Invitation]:
    found = unanswered_by(work.session, work.actor, work.now)
    names = pupil_names(work, {each.student_id for each in found if each.student_id != work.actor.person_id})
    return [
        Invitation(
            url_for("meetings.begin_reply", meeting=each.meeting_id, item=each.item_id, attendee=each.attendee_id),
            each.begins,
            names.get(each.student_id, ""),
        )
        for each in found
    ]
