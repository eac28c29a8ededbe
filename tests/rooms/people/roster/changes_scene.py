"""What the tests of changes share."""

from datetime import date

from tests.rooms.people.roster.small import (
    OTHER_PUPIL,
    SmallRoster,
)
from welfare.people.models import RosterReview

FAMILY = {OTHER_PUPIL, "p0000003", "g0000002", "g0000003"}


START, YESTERDAY, TODAY = date(2026, 8, 11), date(2026, 11, 22), date(2026, 11, 23)


IDENTITY = "metadata.personalIdentityCode"


def take_away_a_family(small: SmallRoster) -> None:
    for file, column in (("users", "sourcedId"), ("demographics", "sourcedId"), ("enrollments", "userSourcedId")):
        small.remove(file, lambda row, column=column: row[column] not in FAMILY)  # type: ignore[misc]


def seen(row: RosterReview) -> tuple[str, object]:
    return row.code, row.person_id
