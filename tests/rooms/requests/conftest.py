"""One school with its people, as the tests of requests name them."""

from dataclasses import dataclass
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_requests import a_request
from tests.furnishing import furnishes
from welfare.rules.actors import Role
from welfare.rules.requests import SenderKind


@dataclass(frozen=True)
class School:
    """Eetu and Linnea of 7A, their teacher, and the curator of the school."""

    village: Village
    class_id: UUID
    eetu: Someone
    linnea: Someone
    teacher: Someone
    curator: Someone

    def sent(self, **changes: object) -> UUID:
        """A request by the teacher about Eetu."""
        return a_request(self.village, self.eetu, self.teacher, **changes)  # type: ignore[arg-type]

    def sent_by_eetu(self, **changes: object) -> UUID:
        """Eetu's own request."""
        own = {"kind": SenderKind.STUDENT, "together": None, "guardian_told": None, "guardian_told_on": None}
        return a_request(self.village, self.eetu, self.eetu, **{**own, **changes})  # type: ignore[arg-type]

    def sent_by_guardian(self, guardian: Someone, **changes: object) -> UUID:
        """A guardian's request about Eetu."""
        own = {"kind": SenderKind.GUARDIAN, "together": None, "guardian_told": None, "guardian_told_on": None}
        return a_request(self.village, self.eetu, guardian, **{**own, **changes})  # type: ignore[arg-type]


@furnishes
def school(village: Village) -> School:
    class_id = village.a_class("7A")
    return School(
        village,
        class_id,
        village.student("Eetu Kallioniemi", class_id),
        village.student("Linnea Bergskog", class_id),
        village.staff(Role.TEACHER, "Oona Rautasalo", class_id=class_id),
        village.staff(Role.CURATOR, "Saara Lehtovirta"),
    )


@furnishes
def colleague(school: School) -> Someone:
    return school.village.staff(Role.CURATOR, "Mika Kanervala")
