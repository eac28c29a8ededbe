"""What the feedback room does when a matter is closed: it offers the questions, once."""

from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.cases.group import members_of
from welfare.cases.models import Case
from welfare.feedback.actions import make_offer
from welfare.rules.actors import Role
from welfare.rules.events import CaseClosed
from welfare.rules.feedback import service_of


def offer_questions(work: UnitOfWork, told: CaseClosed) -> None:
    """Offer them about the service of the one who led the group."""
    lead = next((row for row in members_of(work.session, told.case_id) if row.is_responsible), None)
    service = service_of(Role(lead.position) if lead else Role.CURATOR)
    make_offer(work, work.session.get_one(Case, told.case_id), service)


LISTENERS: Listeners = {CaseClosed: (offer_questions,)}
