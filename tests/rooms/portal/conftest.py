"""Aada's matter with a plan and a meeting, and everybody's browser."""

from dataclasses import dataclass
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_cases import a_will, an_assessment
from tests.builders_journal import Matter, a_matter
from tests.builders_meetings import Asked, a_meeting, an_item
from tests.builders_plans import Planned, a_plan
from tests.furnishing import furnishes
from welfare.rules.actors import Role
from welfare.rules.cases import Part
from welfare.rules.consent import ConsentKind


@dataclass(frozen=True)
class Family:
    """Aada, her guardian Tiina, her matter with its plan, and the meeting to which both are invited."""

    planned: Planned
    item_id: UUID

    @property
    def matter(self) -> Matter:
        """The matter."""
        return self.planned.matter

    @property
    def home(self) -> str:
        """Where Aada's page is."""
        return f"/own/{self.matter.student.person_id}"

    def shut_out(self, guardian: Someone, *, is_at_large: bool = False) -> None:
        """Aada shuts a guardian out, of this matter or of all her welfare, and Mirja finds nothing against it."""
        kind, matter = ConsentKind.MINOR_PROHIBITION, self.matter
        where = None if is_at_large else matter.case_id
        will = a_will(matter.village, where, matter.student, kind, named=guardian, has_weighty_reason=True)
        an_assessment(matter.village, will, matter.mirja)


@furnishes
def family(village: Village) -> Family:
    """Everything stands."""
    matter = a_matter(village)
    planned = a_plan(matter)
    asked = [
        Asked(matter.student, Part.STUDENT),
        Asked(matter.guardian, Part.GUARDIAN),
        Asked(matter.saara, office=Role.CURATOR),
    ]
    return Family(planned, an_item(village, a_meeting(village, matter.saara), matter.case_id, asked))
