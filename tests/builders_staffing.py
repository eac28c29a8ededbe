"""Pupils and posts, put straight into the database."""

from uuid import UUID, uuid4

from tests.builders import Village
from welfare.rules.staffing import ServiceLanguage, StaffedService
from welfare.rules.unit_types import UnitType
from welfare.staffing.models import CountSource, PupilCount, StaffPost

YEAR = 2026


def pupils_in(
    village: Village, school_id: UUID, number: int, language: ServiceLanguage = ServiceLanguage.FINNISH
) -> None:
    """So many pupils of basic education in the running school year."""
    with village.work() as work:
        work.session.add(
            PupilCount(
                id=uuid4(),
                school_id=school_id,
                year=YEAR,
                level=UnitType.BASIC,
                language=language,
                pupils=number,
                source=CountSource.WRITTEN,
                recorded_at=work.now,
            )
        )


def posts_at(
    village: Village,
    place_id: UUID,
    *,
    arranger_id: UUID | None = None,
    service: StaffedService = StaffedService.CURATOR,
    language: ServiceLanguage = ServiceLanguage.FINNISH,
    filled: int = 0,
    vacant: int = 0,
    bought: int = 0,
) -> None:
    """Posts in hundredths, arranged by the county unless told otherwise."""
    with village.work() as work:
        work.session.add(
            StaffPost(
                id=uuid4(),
                arranger_id=arranger_id or village.county_id,
                place_id=place_id,
                year=YEAR,
                service=service,
                language=language,
                filled=filled,
                vacant=vacant,
                bought=bought,
                recorded_at=work.now,
            )
        )
