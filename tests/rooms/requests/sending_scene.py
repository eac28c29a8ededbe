"""What the tests of sending pages share."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from tests.builders import BEGINNING, Someone
from tests.client import Client, Page
from tests.rooms.requests.conftest import School
from welfare.audit.ledger import Ledger
from welfare.drafts.models import Draft
from welfare.people.models import Guardianship, Teaching
from welfare.requests.models import ContactRequest


def count(ledger: Ledger, model: type[ContactRequest] | type[Draft]) -> int:
    with ledger.transaction() as transaction:
        return transaction.session.scalar(select(func.count()).select_from(model)) or 0


def asked(client: Client, student: Someone, **changes: str) -> Page:
    """Fill in the first step and come to the second."""
    answers = {"service": "curator", "urgency": "normal", "subject": "family", "description": "Hän kertoi asiasta."}
    page = client.get(f"/requests/new/{student.person_id}/ask")
    return page.form("Continue").fill(**{**answers, **changes}).submit()


def told(page: Page, **changes: str) -> Page:
    """Fill in the second step and come to the third."""
    answers = {"together": "yes", "guardian_told": "not_yet", "wish": "Ei koko luokalle."}
    return page.form("Continue").fill(**{**answers, **changes}).submit()


def add_ward(school: School, guardian: Someone, student: Someone) -> None:
    """One more child of a guardian."""
    with school.village.work() as work:
        work.session.add(ward_of(guardian.person_id, student.person_id))


def ward_of(guardian_id: UUID, student_id: UUID) -> Guardianship:
    """A guardianship with custody."""
    return Guardianship(
        guardian_id=guardian_id,
        student_id=student_id,
        has_custody=True,
        decides=True,
        may_receive_information=True,
        begins_on=BEGINNING,
    )


def end_teaching(school: School) -> None:
    """The teacher no longer has the group."""
    with school.village.work() as work:
        teaching = work.session.scalars(select(Teaching).where(Teaching.person_id == school.teacher.person_id)).one()
        teaching.ends_on = BEGINNING


def grown_up(school: School) -> Someone:
    """A student of eighteen."""
    return school.village.student("Onni Lepistö", school.class_id, of_age_on=date(2026, 11, 1))
