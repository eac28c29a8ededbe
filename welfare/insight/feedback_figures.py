"""What students answered, of several providers together: as the own results of each show it, and no more (F33, F52).

The results of one provider are shown by the feedback room. A sum over several tells the one that is hidden to
whoever knows the others; so it is told only where nothing of it is hidden.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from welfare.feedback.after_meetings import MeetingGroup, meeting_tallies
from welfare.feedback.queries import Group, tallies_of_all
from welfare.rules.feedback import FeedbackQuestion
from welfare.rules.meeting_feedback import MeetingQuestion
from welfare.rules.suppression import PROTECTED, Figure, shown, shown_mean

Grades = Sequence[int]
"""How often each grade was given, from 1 on."""


@dataclass(frozen=True, slots=True)
class FeedbackFigures:
    """The answers about one service in one term: how many, and the mean of each question as far as it may be shown."""

    answers: Figure
    means: Mapping[FeedbackQuestion, float | None]


def feedback_figures(session: Session, provider_ids: Collection[UUID], floor: int) -> Mapping[Group, FeedbackFigures]:
    """Of these providers together, by term and service. Raises FloorError."""
    gathered: dict[Group, list[Mapping[FeedbackQuestion, Grades]]] = {}
    for tallies in tallies_of_all(session, provider_ids).values():
        for group, counts in tallies.items():
            if any(sum(grades) for grades in counts.values()):
                gathered.setdefault(group, []).append(counts)
    return {group: _together(counts, floor) for group, counts in gathered.items()}


def _together(providers: Sequence[Mapping[FeedbackQuestion, Grades]], floor: int) -> FeedbackFigures:
    means = {
        question: _mean([counts[question] for counts in providers if sum(counts[question])], floor)
        for question in FeedbackQuestion
    }
    return FeedbackFigures(_number([counts[FeedbackQuestion.HELPED] for counts in providers], floor), means)


def _mean(answers: Sequence[Grades], floor: int) -> float | None:
    if not answers or any(shown_mean(grades, floor) is None for grades in answers):
        return None
    return shown_mean([sum(each) for each in zip(*answers, strict=True)], floor)


@dataclass(frozen=True, slots=True)
class SaidFigures:
    """The answers to one question about meetings: how many said something, and the mean as far as it may be shown."""

    answers: Figure
    mean: float | None


def meeting_figures(
    session: Session, provider_ids: Collection[UUID], floor: int
) -> Mapping[MeetingGroup, Mapping[MeetingQuestion, SaidFigures]]:
    """Of these providers together; each question has a number of its own, for it may be left unsaid.

    Raises FloorError.
    """
    gathered: dict[MeetingGroup, dict[MeetingQuestion, list[Grades]]] = {}
    for tallies in meeting_tallies(session, provider_ids).values():
        for group, counts in tallies.items():
            for question, grades in counts.items():
                if sum(grades):
                    gathered.setdefault(group, {}).setdefault(question, []).append(grades)
    return {
        group: {
            question: SaidFigures(_number(answers, floor), _mean(answers, floor)) for question, answers in of.items()
        }
        for group, of in gathered.items()
    }


def _number(answers: Sequence[Grades], floor: int) -> Figure:
    numbers = [sum(grades) for grades in answers]
    is_whole = all(shown(number, floor) is not None for number in numbers)
    return Figure(sum(numbers)) if is_whole else PROTECTED
