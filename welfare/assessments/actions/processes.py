"""A process as it is written: its steps, and the questions of each capacity."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from welfare.rules.assessments import Informant, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A process: its name, its steps, and the questions of each capacity."""

    name_fi: str
    name_sv: str
    steps: Sequence[Question]
    forms: Mapping[Informant, Sequence[Question]]

    @property
    def content(self) -> dict[str, Any]:
        """As a version keeps it."""
        return {
            "steps": [[step.fi, step.sv] for step in self.steps],
            "forms": {
                informant.value: [[each.fi, each.sv, each.kind.value] for each in questions]
                for informant, questions in self.forms.items()
                if questions
            },
        }

    @property
    def words(self) -> dict[str, Any]:
        """The columns of a version."""
        return {"name_fi": self.name_fi, "name_sv": self.name_sv, "content": self.content}
