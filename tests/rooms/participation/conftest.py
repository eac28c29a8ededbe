"""A school with its principal, a class with its teacher and two pupils, and a class beside it."""

from dataclasses import dataclass
from uuid import UUID

from tests.builders import Someone, Village
from tests.furnishing import furnishes
from welfare.rules.actors import Role


@dataclass(frozen=True)
class Scene:
    """The people and the classes."""

    principal: Someone
    teacher: Someone
    pupil: Someone
    classmate: Someone
    pupil_beside: Someone
    class_id: UUID
    class_beside: UUID
    unit: str


@furnishes
def scene(village: Village) -> Scene:
    own, beside = village.a_class("8B"), village.a_class("9A")
    return Scene(
        principal=village.staff(Role.PRINCIPAL, "Riitta Reksi"),
        teacher=village.staff(Role.TEACHER, "Oona Rautasalo", class_id=own),
        pupil=village.student("Aada Metsäpelto", own),
        classmate=village.student("Venla Saarikivi", own),
        pupil_beside=village.student("Eetu Kallioniemi", beside),
        class_id=own,
        class_beside=beside,
        unit=f"/communal/{village.school_id}",
    )
