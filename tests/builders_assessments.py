"""Processes, assessments and what people are asked, put straight into the database."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.assessments.models import Assessment, AssessmentProcess, Observation, ProcessVersion
from welfare.cases.models import Case
from welfare.rules.arrangements import CatalogueState
from welfare.rules.assessments import AssessmentState, Informant, ObservationState

DUE = date(2026, 12, 7)
SCALED, OWN = "Miten aamut sujuvat?", "Mikä auttaa sinua koulussa?"
ASKED = [[SCALED, "Hur går morgnarna?", "scale"], ["Mikä auttaa?", "Vad hjälper?", "text"]]
CONTENT = {
    "steps": [["Sovitaan tavoite oppilaan kanssa.", "Målet avtalas med eleven."]],
    "forms": {
        "student": [[SCALED, "Hur går morgnarna?", "scale"], [OWN, "Vad hjälper dig i skolan?", "text"]],
        "guardian": ASKED,
        "teacher": ASKED,
        "professional": ASKED,
    },
}


def a_process(village: Village, keeper: Someone, name: str = "Koulukuntoisuuden arvio") -> UUID:
    """A process with questions to everybody."""
    process_id = uuid4()
    with village.work() as work:
        work.session.add(
            AssessmentProcess(id=process_id, controller_id=village.provider_id, state=CatalogueState.ACTIVE, newest=1)
        )
        work.session.flush()
        work.session.add(
            ProcessVersion(
                process_id=process_id,
                number=1,
                name_fi=name,
                name_sv="Bedömning av skolförmåga",
                content=CONTENT,
                saved_at=work.now,
                saved_by=keeper.account_id,
            )
        )
    return process_id


def an_assessment(
    village: Village, case_id: UUID, process_id: UUID, member: Someone, asked: Sequence[tuple[Informant, Someone]] = ()
) -> UUID:
    """One that has begun, with those asked."""
    assessment_id = uuid4()
    with village.work() as work:
        case = work.session.get_one(Case, case_id)
        of_case = {"case_id": case.id, "student_id": case.student_id, "controller_id": case.controller_id}
        assessment = Assessment(
            id=assessment_id,
            process_id=process_id,
            version=1,
            state=AssessmentState.OPEN,
            started_at=work.now,
            started_by=member.account_id,
            due_on=DUE,
            **of_case,
        )
        work.encrypt_document(assessment, Assessment.document, {"aim": "Mitä koulupäivät vaativat?"})
        work.session.add(assessment)
        work.session.flush()
        for informant, who in asked:
            work.session.add(
                Observation(
                    id=uuid4(),
                    assessment_id=assessment_id,
                    informant=informant,
                    person_id=who.person_id,
                    account_id=who.account_id,
                    state=ObservationState.ASKED,
                    asked_at=work.now,
                    asked_by=member.account_id,
                    due_on=DUE,
                    **of_case,
                )
            )
    return assessment_id


def observation_of(village: Village, assessment_id: UUID, who: Someone) -> UUID:
    """What somebody has been asked."""
    with village.work() as work:
        rows = work.session.query(Observation.id).filter_by(assessment_id=assessment_id, person_id=who.person_id)
        return rows.one()[0]


def is_answered(village: Village, observation_id: UUID, *answers: str) -> None:
    """Somebody has answered."""
    with village.work() as work:
        row = work.session.get_one(Observation, observation_id)
        row.state, row.answered_at = ObservationState.ANSWERED, work.now
        work.encrypt_document(row, Observation.document, {"answers": list(answers)})
