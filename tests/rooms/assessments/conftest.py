"""A provider's process, and a matter in which it can be used."""

from dataclasses import dataclass
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_assessments import a_process, an_assessment, is_answered, observation_of
from tests.builders_cases import People, a_case
from tests.builders_journal import IDENTITY_CODE
from tests.furnishing import furnishes
from welfare.cases.models import CaseMember
from welfare.people.models import Person
from welfare.rules.actors import Role
from welfare.rules.assessments import Informant


@dataclass(frozen=True)
class Scene:
    """Aada's open matter: Saara leads it, Mirja and Petri are members; the provider has a process."""

    village: Village
    people: People
    coordinator: Someone
    case_id: UUID
    process: UUID

    def begun(self) -> "Begun":
        """An assessment in which Aada, her mother, Petri and Mirja have been asked."""
        people = self.people
        asked = [
            (Informant.STUDENT, people.student),
            (Informant.GUARDIAN, people.mother),
            (Informant.TEACHER, people.teacher),
            (Informant.PROFESSIONAL, people.nurse),
        ]
        assessment = an_assessment(self.village, self.case_id, self.process, people.curator, asked)
        ids = {who.account_id: observation_of(self.village, assessment, who) for _capacity, who in asked}
        return Begun(self, assessment, ids)


@dataclass(frozen=True)
class Begun:
    """An assessment that has begun."""

    scene: Scene
    id: UUID
    observations: dict[UUID, UUID]

    @property
    def url(self) -> str:
        """Its page."""
        return f"/cases/{self.scene.case_id}/assessments/{self.id}"

    def own(self, who: Someone) -> str:
        """Somebody's own questions."""
        return f"/observations/{self.observations[who.account_id]}"

    def answered(self, *others: Someone) -> None:
        """Everybody has answered, except these."""
        for account_id, observation_id in self.observations.items():
            if account_id not in {who.account_id for who in others}:
                is_answered(self.scene.village, observation_id, "2", f"Vastaus {account_id.hex[:6]}")


@furnishes
def scene(village: Village) -> Scene:
    people = People.of(village)
    coordinator = village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")
    with village.work() as work:
        work.encrypt(work.session.get_one(Person, people.student.person_id), Person.identity_code, IDENTITY_CODE)
    case_id = a_case(village, people.student, people.curator, people.nurse, people.teacher)
    with village.work() as work:
        places = work.session.query(CaseMember).filter_by(case_id=case_id, person_id=people.teacher.person_id)
        places.one().position = Role.SPECIAL_TEACHER.value
    return Scene(village, people, coordinator, case_id, a_process(village, coordinator))


@furnishes
def begun(scene: Scene) -> Begun:
    return scene.begun()
