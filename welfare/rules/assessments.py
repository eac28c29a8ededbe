"""Assessing study and school ability together: who is asked what, and when the answers can be looked at (COM F30).

The act knows no form for it (IND §9.1). It is work of the expert group, by its consents (OHL 14 § 4, 19 § 1); what is
necessary of it becomes an entry of the journal (20 § 4), and the answers themselves are working papers: the register
holds journals and expressions of will alone (21 § 1; rule 21), so they go when the assessment ends.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from welfare.rules.actors import WELFARE_PROFESSIONALS, Role


class Informant(StrEnum):
    """In what capacity somebody tells what he or she has seen; each has a form of its own."""

    STUDENT = "student"
    GUARDIAN = "guardian"
    TEACHER = "teacher"  # whoever teaches or works at the school
    PROFESSIONAL = "professional"  # nurse, doctor, psychologist, curator


class AnswerKind(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    SCALE = "scale"


class AssessmentState(StrEnum):
    """Where an assessment is."""

    OPEN = "open"
    CONCLUDED = "concluded"


class ObservationState(StrEnum):
    """Where one person's answers are."""

    ASKED = "asked"
    ANSWERED = "answered"
    CALLED_OFF = "called_off"


SCALE = range(1, 6)
"""From 1, needs much support, to 5, goes well."""
SCALE_MARK = "*"
MOST_QUESTIONS, LONGEST_QUESTION, MOST_STEPS = 20, 300, 12
REMIND_BEFORE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Question:
    """One question in both languages."""

    fi: str
    sv: str
    kind: AnswerKind = AnswerKind.TEXT

    def text(self, locale: str) -> str:
        """In the reader's language; Finnish stands for English."""
        return self.sv if locale == "sv" else self.fi


class QuestionFault(StrEnum):
    """What is wrong with lines that should be questions."""

    UNEVEN = "uneven"
    MANY = "many"
    MARK = "mark"
    EMPTY = "empty"
    LONG = "long"


class QuestionsError(ValueError):
    """The lines of the two languages do not make questions; a fault of one line names it."""

    def __init__(self, fault: QuestionFault, line: int = 0) -> None:
        super().__init__(fault.value)
        self.fault, self.line = fault, line


def read_questions(fi: str, sv: str, most: int = MOST_QUESTIONS) -> tuple[Question, ...]:
    """Questions written one a line, each line of one language beside its line of the other. Raises QuestionsError.

    A line that begins with a star is answered on the scale, in both languages.
    """
    finnish, swedish = _lines(fi), _lines(sv)
    if len(finnish) != len(swedish):
        raise QuestionsError(QuestionFault.UNEVEN)
    if len(finnish) > most:
        raise QuestionsError(QuestionFault.MANY)
    pairs = enumerate(zip(finnish, swedish, strict=True), start=1)
    return tuple(_question(one, other, number) for number, (one, other) in pairs)


def written(questions: Sequence[Question]) -> tuple[str, str]:
    """The lines of both languages, as they would be typed."""
    marked = [(f"{SCALE_MARK} " if each.kind is AnswerKind.SCALE else "", each) for each in questions]
    return "\n".join(mark + each.fi for mark, each in marked), "\n".join(mark + each.sv for mark, each in marked)


def informant_of(role: Role) -> Informant:
    """In what capacity a member of the staff is asked."""
    return Informant.PROFESSIONAL if role in WELFARE_PROFESSIONALS else Informant.TEACHER


def may_be_compared(states: Collection[ObservationState]) -> bool:
    """Whether the group sees the answers: when nobody is still to answer, so that none is led by another's."""
    return ObservationState.ANSWERED in states and ObservationState.ASKED not in states


def remind_on(due_on: date, asked_on: date) -> date | None:
    """The day of a reminder: shortly before the last day, and not before the day after the asking."""
    day = max(due_on - REMIND_BEFORE, asked_on + timedelta(days=1))
    return day if day <= due_on else None


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _question(fi: str, sv: str, number: int) -> Question:
    is_scale = fi.startswith(SCALE_MARK)
    if is_scale != sv.startswith(SCALE_MARK):
        raise QuestionsError(QuestionFault.MARK, number)
    one, other = (text.removeprefix(SCALE_MARK).strip() for text in (fi, sv))
    if not one or not other:
        raise QuestionsError(QuestionFault.EMPTY, number)
    if max(len(one), len(other)) > LONGEST_QUESTION:
        raise QuestionsError(QuestionFault.LONG, number)
    return Question(one, other, AnswerKind.SCALE if is_scale else AnswerKind.TEXT)
