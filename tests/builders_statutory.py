"""Plans by law, put straight into the database."""

from datetime import date, datetime
from uuid import UUID, uuid4

from tests.builders import Village
from welfare.rules.statutory_plans import PlanKind
from welfare.statutory_plans.headings import headings_of
from welfare.statutory_plans.models import StatutoryText, StatutoryVersion


def a_version(
    village: Village,
    kind: PlanKind = PlanKind.PROTECTION_PLAN,
    *,
    number: int = 1,
    unit_id: UUID | None = None,
    approved_on: date | None = None,
    review_on: date | None = None,
    text: str = "Sovittu tapa.",
) -> UUID:
    """One version of the school's plan, every heading written in both languages."""
    version_id = uuid4()
    with village.work() as work:
        work.session.add(
            StatutoryVersion(
                id=version_id,
                unit_id=unit_id or village.school_id,
                kind=kind,
                number=number,
                approved_on=approved_on,
                approved_at=datetime.combine(approved_on, work.now.timetz()) if approved_on else None,
                decided="Lautakunta § 12" if approved_on else "",
                review_on=review_on,
            )
        )
        work.session.flush()
        work.session.add_all(
            StatutoryText(id=uuid4(), version_id=version_id, heading=each.key, text_fi=text, text_sv=f"{text} sv")
            for each in headings_of(kind)
        )
    return version_id
