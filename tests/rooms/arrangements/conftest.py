"""A provider's keepers, and a matter with its group."""

from dataclasses import dataclass
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_arrangements import an_arrangement
from tests.builders_cases import People, a_case
from tests.furnishing import furnishes
from welfare.rules.actors import Role


@dataclass(frozen=True)
class Scene:
    """Aada's open matter, whose group is Saara and Mirja, and what the provider offers."""

    people: People
    coordinator: Someone
    administrator: Someone
    case_id: UUID
    shortened: UUID


@furnishes
def scene(village: Village) -> Scene:
    people = People.of(village)
    coordinator = village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")
    return Scene(
        people=people,
        coordinator=coordinator,
        administrator=village.staff(Role.ADMINISTRATOR, "Ville Ylläpito"),
        case_id=a_case(village, people.student, people.curator, people.nurse),
        shortened=an_arrangement(village, coordinator),
    )
