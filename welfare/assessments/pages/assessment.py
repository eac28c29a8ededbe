"""One assessment as its group sees it: the steps, who has been asked, and the answers side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.assessments.models import Assessment, Observation, ProcessVersion
from welfare.assessments.queries import CATALOGUE, assessments_in, observations_of
from welfare.assessments.words import (
    INFORMANT_WORDS,
    OBSERVATION_LOOKS,
    OBSERVATION_WORDS,
    SCALE_WORDS,
    STATE_LOOKS,
    STATE_WORDS,
)
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.pages import Names
from welfare.journal.pages.matter import MatterHead
from welfare.rules.assessments import AnswerKind, AssessmentState, ObservationState, Question, may_be_compared
from welfare.rules.permissions import Permission, decide
from welfare.ui.fields import Option
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    """One assessment on the page of its matter."""

    id: UUID
    name: str
    state: str
    look: tuple[str, str]
    due_on: date


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One person asked."""

    id: UUID
    name: str
    capacity: str
    state: str
    look: tuple[str, str]
    is_waited_for: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answers side by side: a row for each question, a cell for each person (None: not asked)."""

    people: Sequence[str]
    rows: Sequence[tuple[str, Sequence[str | None]]]


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    """Everything on it, opened."""

    matter: MatterHead
    id: UUID
    name: str
    aim: str
    due_on: date
    state: str
    look: tuple[str, str]
    steps: Sequence[str]
    asked: Sequence[AskedLine]
    comparison: Comparison | None
    is_open: bool
    entry_url: str
    may_manage: bool
    may_conclude: bool

    @classmethod
    def of(cls, work: UnitOfWork, case: Case, assessment: Assessment) -> "AssessmentPage":
        """Open one; the answers are opened only when nobody is still to answer."""
        version = CATALOGUE.numbered(work.session, assessment.process_id, assessment.version)
        rows = observations_of(work.session, assessment.id)
        names = Names.of(work, [], {row.person_id for row in rows})
        is_open = assessment.state is AssessmentState.OPEN
        is_ready = is_open and may_be_compared([row.state for row in rows])
        may_manage = decide(work.actor, Permission.ASSESSMENT_MANAGE, work.facts).is_granted
        may_conclude = decide(work.actor, Permission.ASSESSMENT_CONCLUDE, work.facts).is_granted
        entry = assessment.entry_id
        return cls(
            matter=MatterHead.of(work, case),
            id=assessment.id,
            name=version.name(current_locale()),
            aim=work.decrypt_document(assessment, Assessment.document)["aim"],
            due_on=assessment.due_on,
            state=str(STATE_WORDS[assessment.state]),
            look=STATE_LOOKS[assessment.state],
            steps=[step.text(current_locale()) for step in version.steps],
            asked=[_asked_line(row, names) for row in rows],
            comparison=_comparison(work, rows, version, names) if is_ready else None,
            is_open=is_open,
            entry_url=url_for("journal.entry", case=case.id, entry=entry) if entry else "",
            may_manage=may_manage and is_open,
            may_conclude=may_conclude and is_ready,
        )


def assessment_lines(work: UnitOfWork, case: Case) -> Sequence[AssessmentLine]:
    """The assessments of a matter; nothing is opened."""
    return [
        AssessmentLine(
            id=row.id,
            name=version.name(current_locale()),
            state=str(STATE_WORDS[row.state]),
            look=STATE_LOOKS[row.state],
            due_on=row.due_on,
        )
        for row, version in assessments_in(work.session, case.id)
    ]


def process_options(work: UnitOfWork, case: Case) -> list[Option]:
    """The processes that the matter's provider offers at present."""
    return [
        Option(process.id, version.name(current_locale()))
        for process, version in CATALOGUE.offered(work.session, case.controller_id)
    ]


def entry_of(page: AssessmentPage, conclusion: str, *, with_answers: bool) -> dict[str, str]:
    """The document of the journal entry: the conclusion, who was heard, and the answers if they are wanted there."""
    heard = [
        f"{line.name} ({line.capacity.lower()})" for line in page.asked if line.look == OBSERVATION_LOOKS[ANSWERED]
    ]
    parts = [conclusion, _("Observations were given by: %(people)s.", people=", ".join(heard))]
    if with_answers and page.comparison is not None:
        parts += [_told(page.comparison, place) for place in range(len(page.comparison.people))]
    heading = _("Assessment of study and school ability: %(name)s", name=page.name)
    return {"heading": heading, "information": "\n\n".join(parts)}


ANSWERED = ObservationState.ANSWERED


def _told(comparison: Comparison, place: int) -> str:
    """All that one person answered."""
    lines = [f"{question} {cells[place]}" for question, cells in comparison.rows if cells[place]]
    return "\n".join([comparison.people[place], *lines])


def _asked_line(row: Observation, names: Names) -> AskedLine:
    return AskedLine(
        id=row.id,
        name=names.of_person(row.person_id),
        capacity=str(INFORMANT_WORDS[row.informant]),
        state=str(OBSERVATION_WORDS[row.state]),
        look=OBSERVATION_LOOKS[row.state],
        is_waited_for=row.state is ObservationState.ASKED,
    )


def _comparison(work: UnitOfWork, rows: Sequence[Observation], version: ProcessVersion, names: Names) -> Comparison:
    answered = [row for row in rows if row.state is ANSWERED]
    work.prefetch(answered)
    told = [_answers(work, row, version.questions(row.informant)) for row in answered]
    asked = list(dict.fromkeys(question for each in told for question in each))
    return Comparison(
        people=[names.of_person(row.person_id) for row in answered],
        rows=[(question, [each.get(question) for each in told]) for question in asked],
    )


def _answers(work: UnitOfWork, row: Observation, questions: Sequence[Question]) -> Mapping[str, str]:
    """What one person answered, by the words of the questions; an empty answer is an answer too."""
    answers = work.decrypt_document(row, Observation.document)["answers"]
    told = zip(questions, answers, strict=False)
    return {question.text(current_locale()): _answer_words(question, answer) for question, answer in told}


def _answer_words(question: Question, answer: str) -> str:
    if question.kind is AnswerKind.SCALE and answer:
        return str(SCALE_WORDS[int(answer)])
    return answer
