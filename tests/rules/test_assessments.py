"""Questions as they are typed, who is asked in which capacity, and when answers can be compared."""

from datetime import date

import pytest

from welfare.rules.actors import Role
from welfare.rules.assessments import (
    LONGEST_QUESTION,
    AnswerKind,
    Informant,
    ObservationState,
    Question,
    QuestionFault,
    QuestionsError,
    informant_of,
    may_be_compared,
    read_questions,
    remind_on,
    written,
)

ASKED, ANSWERED, OFF = ObservationState.ASKED, ObservationState.ANSWERED, ObservationState.CALLED_OFF


def test_a_line_in_each_language_is_a_question_and_a_star_means_the_scale() -> None:
    found = read_questions("* Miten aamut sujuvat?\n\n  Mikä auttaa? ", "*Hur går morgnarna?\nVad hjälper?")
    assert found == (
        Question("Miten aamut sujuvat?", "Hur går morgnarna?", AnswerKind.SCALE),
        Question("Mikä auttaa?", "Vad hjälper?"),
    )
    assert [found[0].text(locale) for locale in ("fi", "sv", "en")] == [found[0].fi, found[0].sv, found[0].fi]
    assert read_questions(*written(found)) == found
    assert read_questions("", " \n ") == ()


@pytest.mark.parametrize(
    ("fi", "sv", "fault", "line"),
    [
        ("Yksi\nKaksi", "En", QuestionFault.UNEVEN, 0),
        ("a\n" * 21, "b\n" * 21, QuestionFault.MANY, 0),
        ("Yksi\n* Kaksi", "En\nTvå", QuestionFault.MARK, 2),
        ("*", "* En", QuestionFault.EMPTY, 1),
        ("a" * (LONGEST_QUESTION + 1), "En", QuestionFault.LONG, 1),
    ],
)
def test_lines_that_make_no_questions_are_refused_by_their_fault(
    fi: str, sv: str, fault: QuestionFault, line: int
) -> None:
    with pytest.raises(QuestionsError) as caught:
        read_questions(fi, sv)
    assert (caught.value.fault, caught.value.line) == (fault, line)


@pytest.mark.parametrize(
    ("role", "informant"),
    [
        (Role.TEACHER, Informant.TEACHER),
        (Role.PRINCIPAL, Informant.TEACHER),
        (Role.NURSE, Informant.PROFESSIONAL),
        (Role.CURATOR, Informant.PROFESSIONAL),
    ],
)
def test_staff_are_asked_as_what_they_work(role: Role, informant: Informant) -> None:
    assert informant_of(role) is informant


@pytest.mark.parametrize(
    ("states", "may"),
    [
        ((), False),
        ((ASKED,), False),
        ((ANSWERED, ASKED), False),
        ((ANSWERED, OFF), True),
        ((ANSWERED,), True),
        ((OFF,), False),
    ],
)
def test_answers_are_compared_when_nobody_is_still_to_answer(
    states: tuple[ObservationState, ...], *, may: bool
) -> None:
    assert may_be_compared(states) is may


@pytest.mark.parametrize(
    ("due_on", "day"),
    [
        (date(2026, 12, 7), date(2026, 12, 5)),
        (date(2026, 11, 24), date(2026, 11, 24)),
        (date(2026, 11, 23), None),  # due on the day of asking: the first mail is enough
    ],
)
def test_a_reminder_comes_two_days_before_the_end_and_never_on_the_day_of_asking(
    due_on: date, day: date | None
) -> None:
    assert remind_on(due_on, date(2026, 11, 23)) == day
