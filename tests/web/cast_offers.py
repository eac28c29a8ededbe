"""What the cast's provider offers, and what Aada's group has used of it."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from tests.builders_arrangements import a_use, an_arrangement
from tests.builders_assessments import a_process, an_assessment, observation_of
from tests.builders_cases import a_case
from tests.builders_feedback import a_held_meeting
from tests.builders_meetings import Asked, attendee_of
from tests.builders_phrases import a_phrase
from tests.builders_templates import a_template
from welfare.feedback.models import FeedbackOffer
from welfare.rules.assessments import Informant
from welfare.rules.cases import CaseState, Part
from welfare.rules.feedback import OfferState
from welfare.rules.requests import Service


def offers_of(village: Village, case_id: UUID, people: Mapping[str, Someone]) -> dict[str, UUID]:
    """An example of each thing."""
    arrangement_id = an_arrangement(village, people["coordinator"])
    return {
        "arrangement_id": arrangement_id,
        "use_id": a_use(village, case_id, arrangement_id, people["mirja_nurse"]),
        **_assessment(village, case_id, people),
        **_closed(village, people),
        "phrase_id": a_phrase(village),
        "template_id": a_template(village, people["coordinator"]),
    }


def _closed(village: Village, people: Mapping[str, Someone]) -> dict[str, UUID]:
    """Another matter of Aada's was closed: its questions wait for her, and those about its last meeting."""
    aada, saara = people["aada_herself"], people["saara_curator"]
    case_id, offer_id = a_case(village, aada, saara, state=CaseState.CLOSED), uuid4()
    of_case = {"case_id": case_id, "student_id": aada.person_id, "controller_id": village.provider_id}
    with village.work() as work:
        work.session.add(FeedbackOffer(id=offer_id, state=OfferState.OFFERED, service=Service.CURATOR, **of_case))
    item_id = a_held_meeting(village, case_id, saara, [Asked(aada, Part.STUDENT)])
    return {"offer_id": offer_id, "own_seat_id": attendee_of(village, item_id, aada)}


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
