"""Printed forms put straight into the database, as a test needs them."""

from uuid import UUID, uuid4

from tests.builders import Someone, Village
from tests.builders_cases import YEAR
from welfare.consents.papers.models import ConsentForm
from welfare.organisations.numbering import next_in_series
from welfare.rules.consent import ConsentKind


def a_form(village: Village, case_id: UUID, student: Someone, printer: Someone) -> UUID:
    """A form that asks the student whether the matter may be handled in a group."""
    form_id = uuid4()
    with village.work() as work:
        number = next_in_series(work.session, village.provider_id, f"{YEAR}/L")
        form = ConsentForm(
            id=form_id,
            student_id=student.person_id,
            case_id=case_id,
            controller_id=village.provider_id,
            number=f"{YEAR}/L/{number:04}",
            kind=ConsentKind.GROUP_HANDLING,
            named=[],
            language="fi",
            information_version="1",
            printed_at=work.now,
            printed_by=printer.account_id,
        )
        giver = {"name": student.name, "capacity": "self"}
        words = {"student": student.name, "purpose": "Aamut ja jaksaminen", "givers": [giver]}
        work.encrypt_document(form, ConsentForm.document, words)
        work.session.add(form)
    return form_id
