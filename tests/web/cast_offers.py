"""What the cast's provider offers, and what Aada's group has used of it."""

from collections.abc import Mapping
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_arrangements import a_use, an_arrangement
from tests.builders_assessments import a_process, an_assessment, observation_of
from welfare.rules.assessments import Informant


def offers_of(village: Village, case_id: UUID, people: Mapping[str, Someone]) -> dict[str, UUID]:
    """An example of each thing."""
    arrangement_id = an_arrangement(village, people["coordinator"])
    return {
        "arrangement_id": arrangement_id,
        "use_id": a_use(village, case_id, arrangement_id, people["mirja_nurse"]),
        **_assessment(village, case_id, people),
    }


def _assessment(village: Village, case_id: UUID, people: Mapping[str, Someone]) -> dict[str, UUID]:
    """The provider's process, begun in Aada's matter: Aada has been asked."""
    aada = people["aada_herself"]
    process_id = a_process(village, people["coordinator"])
    asked = [(Informant.STUDENT, aada)]
    assessment_id = an_assessment(village, case_id, process_id, people["saara_curator"], asked)
    observation_id = observation_of(village, assessment_id, aada)
    return {
        "process_id": process_id,
        "assessment_id": assessment_id,
        "asked_id": observation_id,
        "observation_id": observation_id,
    }
