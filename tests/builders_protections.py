"""Protections put straight into the database, with no other effect: what forms begin with."""

from datetime import date
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.non_disclosures.models import Protection
from welfare.rules.non_disclosure import ProtectionSource


def a_protection(village: Village, student: Someone, by: Someone, proposed_by: Someone | None = None) -> UUID:
    """It stands; or its end is proposed already."""
    with village.work() as work:
        row = Protection(
            id=uuid4(),
            student_id=student.person_id,
            controller_id=village.provider_id,
            source=ProtectionSource.FAMILY,
            begins_on=date(2026, 10, 1),
            until_on=date(2026, 12, 1),
            recorded_at=work.now,
            recorded_by=by.account_id,
        )
        work.encrypt_document(row, Protection.document, {"words": "Ote näytetty."})
        if proposed_by:
            row.proposed_at, row.proposed_by = work.now, proposed_by.account_id
            work.encrypt_document(row, Protection.proposal, {"words": "Perhe on muuttanut."})
        work.session.add(row)
    return student.person_id
