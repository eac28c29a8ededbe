"""The way of an idea: forward only, and never ended without words for the class (COM F32)."""

import pytest

from welfare.rules.participation import NEXT, IdeaLack, IdeaState, what_blocks_step

R, C, G, D, A = IdeaState


@pytest.mark.parametrize(("now", "to"), [(R, C), (R, G), (C, G), (C, D), (G, D), (D, A)])
def test_an_idea_goes_on(now: IdeaState, to: IdeaState) -> None:
    assert what_blocks_step(now, to, has_decision=True, has_answer=True) == ()


@pytest.mark.parametrize(("now", "to"), [(R, D), (R, A), (C, A), (G, C), (D, G), (A, R), (A, A), (R, R)])
def test_it_neither_turns_back_nor_leaves_the_decision_out(now: IdeaState, to: IdeaState) -> None:
    assert what_blocks_step(now, to, has_decision=True, has_answer=True) == (IdeaLack.ORDER,)


def test_the_class_is_owed_a_decision_and_words() -> None:
    assert what_blocks_step(G, D, has_decision=False, has_answer=False) == (IdeaLack.DECISION,)
    assert what_blocks_step(D, A, has_decision=False, has_answer=False) == (IdeaLack.ANSWER,)


def test_from_everywhere_there_is_a_way_to_the_answer() -> None:
    for state in IdeaState:
        seen, open_ways = {state}, [state]
        while open_ways:
            following = [to for to in NEXT[open_ways.pop()] if to not in seen]
            seen.update(following)
            open_ways += following
        assert A in seen
