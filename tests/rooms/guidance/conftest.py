"""A school with its principal and three of its staff, one of whom is no teacher."""

from dataclasses import dataclass

from tests.builders import Someone, Village
from tests.furnishing import furnishes
from welfare.rules.actors import Role


@dataclass(frozen=True)
class Scene:
    """The people."""

    principal: Someone
    teacher: Someone
    colleague: Someone
    nurse: Someone
    unit: str


@furnishes
def scene(village: Village) -> Scene:
    return Scene(
        principal=village.staff(Role.PRINCIPAL, "Riitta Reksi"),
        teacher=village.staff(Role.TEACHER, "Oona Rautasalo"),
        colleague=village.staff(Role.TEACHER, "Teemu Lahti"),
        nurse=village.staff(Role.NURSE, "Mirja Kanervala"),
        unit=f"/communal/{village.school_id}",
    )
