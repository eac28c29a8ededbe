"""One's own questions, and what waits for one's answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.assessments.models import Assessment, Observation
from welfare.assessments.queries import CATALOGUE, own_observations
from welfare.assessments.words import INFORMANT_WORDS, SCALE_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.pages import Names
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.actors import World
from welfare.rules.assessments import AnswerKind, ObservationState, Question
from welfare.ui.layouts import layout_for
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class ObservationPage:
    """Whose days one is asked about, what for, and by when; the own answers once they are given."""

    layout: str
    id: UUID
    name: str
    student: str
    is_own: bool
    """The reader is asked about the own days."""
    capacity: str
    aim: str
    """Empty for whoever takes no part in the matter: the questions say what there is to know."""
    due_on: date
    is_answered: bool
    answers: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, work: UnitOfWork, row: Observation) -> "ObservationPage":
        """Open the pupil's name and what it is for; of the answers one's own alone."""
        assessment = work.session.get_one(Assessment, row.assessment_id)
        version = CATALOGUE.numbered(work.session, assessment.process_id, assessment.version)
        student = work.session.get_one(Person, row.student_id)
        is_answered = row.state is ObservationState.ANSWERED
        return cls(
            layout=layout_for(work.actor),
            id=row.id,
            name=version.name(current_locale()),
            student=PersonName.of(work, student).full,
            is_own=row.person_id == row.student_id,
            capacity=str(INFORMANT_WORDS[row.informant]),
            aim=work.decrypt_document(assessment, Assessment.document)["aim"] if _takes_part(work) else "",
            due_on=row.due_on,
            is_answered=is_answered,
            answers=_own_answers(work, row, version.questions(row.informant)) if is_answered else (),
        )


@dataclass(frozen=True, slots=True)
class Waiting:
    """One form that waits for the reader's answer."""

    id: UUID
    student_id: UUID
    student: str
    is_own: bool
    due_on: date


def waiting_observations(work: UnitOfWork) -> Sequence[Waiting]:
    """What waits for the reader, the soonest first; only the names of the pupils are opened."""
    rows = own_observations(work.session, work.actor, work.now)
    names = Names.of(work, [], {row.student_id for row in rows})
    return [
        Waiting(row.id, row.student_id, names.of_person(row.student_id), row.person_id == row.student_id, row.due_on)
        for row in rows
    ]


def questions_of(work: UnitOfWork, row: Observation) -> Sequence[Question]:
    """What is asked, in the version with which the assessment began."""
    assessment = work.session.get_one(Assessment, row.assessment_id)
    return CATALOGUE.numbered(work.session, assessment.process_id, assessment.version).questions(row.informant)


def _takes_part(work: UnitOfWork) -> bool:
    return work.actor.world is World.CITIZEN or work.facts.membership is not None


def _own_answers(work: UnitOfWork, row: Observation, questions: Sequence[Question]) -> Sequence[tuple[str, str]]:
    answers = work.decrypt_document(row, Observation.document)["answers"]
    return [
        (each.text(current_locale()), str(SCALE_WORDS[int(answer)]) if answer and each.kind is SCALED else answer)
        for each, answer in zip(questions, answers, strict=False)
    ]


SCALED = AnswerKind.SCALE
