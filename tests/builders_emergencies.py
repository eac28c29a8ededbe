"""Matters opened in an emergency, put straight into the database."""

from datetime import date
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.cases.models import Case
from welfare.emergencies.models import Emergency
from welfare.rules.actors import Role
from welfare.rules.emergencies import LASTS, EmergencyReason, EmergencySection

DUE = date(2026, 11, 26)


def an_emergency(
    village: Village, case_id: UUID, who: Someone, *sections: EmergencySection, role: Role = Role.CURATOR
) -> UUID:
    """Somebody has just opened a matter; the whole of it unless sections are named."""
    row_id = uuid4()
    with village.work() as work:
        case = work.session.get_one(Case, case_id)
        row = Emergency(
            id=row_id,
            case_id=case.id,
            student_id=case.student_id,
            controller_id=case.controller_id,
            school_id=case.school_id,
            account_id=who.account_id,
            person_id=who.person_id,
            role=role,
            reason=EmergencyReason.MISSING_PUPIL,
            sections=" ".join(section.value for section in sections or EmergencySection),
            opened_at=work.now,
            ends_at=work.now + LASTS,
            review_due_on=DUE,
        )
        work.encrypt_document(row, Emergency.document, {"words": "Aada ei ole tullut kotiin."})
        work.session.add(row)
    return row_id
