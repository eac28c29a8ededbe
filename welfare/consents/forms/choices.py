"""What the forms offer to choose from, opened by pages and handed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from welfare.rules.actors import Role
from welfare.rules.consent import GiverCapacity
from welfare.ui.fields import Option


@dataclass(frozen=True)
class WillChoices:
    """Who may answer, who may be named, who may have found on ability, and who has been named before."""

    givers: Sequence[Option] = ()
    capacities: Mapping[UUID, GiverCapacity] = field(default_factory=dict)
    members: Sequence[Option] = ()
    assessors: Sequence[Option] = ()
    assessor_roles: Mapping[UUID, Role] = field(default_factory=dict)
    guardians: Sequence[Option] = ()
    outsiders: Sequence[Option] = ()
    outsider_words: Mapping[UUID, Mapping[str, str]] = field(default_factory=dict)

    def assessor_words(self, person_id: UUID | None) -> dict[str, str]:
        """Name and profession of a chosen assessor, to be sealed with the finding."""
        found = next((option for option in self.assessors if option.value == person_id), None)
        if found is None or person_id is None:
            return {}
        return {
            "ability_assessor": str(found.label),
            "ability_assessor_id": str(person_id),
            "ability_profession": self.assessor_roles[person_id].value,
        }
