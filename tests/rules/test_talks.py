import pytest

from welfare.rules.talks import ANSWERS, AnswerError, TalkAnswer, check_answer

HAPPENED = (TalkAnswer.HELD, TalkAnswer.NOT_HELD)


@pytest.mark.parametrize("answer", TalkAnswer)
def test_an_offer_may_be_answered_in_any_way(answer: TalkAnswer) -> None:
    check_answer(None, answer)


@pytest.mark.parametrize(
    ("now", "new"),
    [
        (TalkAnswer.ACCEPTED, TalkAnswer.HELD),
        (TalkAnswer.ACCEPTED, TalkAnswer.DECLINED),
        (TalkAnswer.NO_ANSWER, TalkAnswer.ACCEPTED),
        (TalkAnswer.DECLINED, TalkAnswer.ACCEPTED),
        (TalkAnswer.DECLINED, TalkAnswer.HELD),
    ],
)
def test_a_student_may_change_the_answer(now: TalkAnswer, new: TalkAnswer) -> None:
    check_answer(now, new)


@pytest.mark.parametrize("new", TalkAnswer)
@pytest.mark.parametrize("now", HAPPENED)
def test_what_happened_is_not_changed_afterwards(now: TalkAnswer, new: TalkAnswer) -> None:
    with pytest.raises(AnswerError):
        check_answer(now, new)


def test_every_answer_says_what_may_follow() -> None:
    assert set(ANSWERS) == {None, *TalkAnswer}
    assert all(answer not in following for answer, following in ANSWERS.items())
