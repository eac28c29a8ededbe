"""A school with its principal, a teacher who coordinates peer mediation, and a colleague."""

from dataclasses import dataclass
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_programmes import a_programme
from tests.furnishing import furnishes
from welfare.rules.actors import Role
from welfare.rules.programmes import ProgrammeKind


@dataclass(frozen=True)
class Scene:
    """The people, and the programme of this school year."""

    principal: Someone
    teacher: Someone
    colleague: Someone
    unit: str
    mediation: UUID

    def address(self, programme_id: UUID | None = None) -> str:
        """The page of a programme."""
        return f"{self.unit}/programmes/{programme_id or self.mediation}"


@furnishes
def scene(village: Village) -> Scene:
    teacher = village.staff(Role.TEACHER, "Oona Rautasalo")
    return Scene(
        principal=village.staff(Role.PRINCIPAL, "Riitta Reksi"),
        teacher=teacher,
        colleague=village.staff(Role.TEACHER, "Teemu Lahti"),
        unit=f"/communal/{village.school_id}",
        mediation=a_programme(village, ProgrammeKind.MEDIATION, teacher, mediators=12),
    )
