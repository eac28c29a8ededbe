from datetime import date

import pytest

from welfare.rules.amendments import (
    AmendmentBlock,
    AmendmentState,
    RoundFacts,
    last_day_of_round,
    may_lock,
    what_blocks_decision,
    what_blocks_proposal,
)
from welfare.rules.working_days import Weekdays

MONDAY, FRIDAY, NEXT_MONDAY = date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 30)
WEEKDAYS = Weekdays(lambda day: day.weekday() < 5)


def a_round(on: date = FRIDAY, *, is_final: bool = True, is_locked: bool = False) -> RoundFacts:
    return RoundFacts(is_final=is_final, is_locked=is_locked, last_day=NEXT_MONDAY if is_final else None, on=on)


def test_five_working_days_are_counted_from_the_day_after() -> None:
    assert last_day_of_round(MONDAY, WEEKDAYS) == NEXT_MONDAY
    assert last_day_of_round(MONDAY, WEEKDAYS, length=1) == date(2026, 11, 24)


def test_whoever_was_there_may_propose_while_the_round_runs() -> None:
    assert what_blocks_proposal(a_round(), attended=True) == ()
    assert what_blocks_proposal(a_round(NEXT_MONDAY), attended=True) == ()


@pytest.mark.parametrize(
    ("round_", "attended", "block"),
    [
        (a_round(is_final=False), True, AmendmentBlock.NOT_FINAL),
        (a_round(is_locked=True), True, AmendmentBlock.LOCKED),
        (a_round(date(2026, 12, 1)), True, AmendmentBlock.ROUND_IS_OVER),
        (a_round(), False, AmendmentBlock.DID_NOT_ATTEND),
    ],
)
def test_what_forbids_a_proposal_is_said(round_: RoundFacts, *, attended: bool, block: AmendmentBlock) -> None:
    assert what_blocks_proposal(round_, attended=attended) == (block,)


def test_a_refusal_says_why_and_a_yes_need_not() -> None:
    proposed = AmendmentState.PROPOSED
    answer = {"is_locked": False, "has_reason": False}
    assert what_blocks_decision(proposed, AmendmentState.REJECTED, **answer) == (AmendmentBlock.REASON,)
    assert what_blocks_decision(proposed, AmendmentState.ACCEPTED, **answer) == ()


@pytest.mark.parametrize("state", [AmendmentState.ACCEPTED, AmendmentState.REJECTED])
def test_an_answer_is_given_once(state: AmendmentState) -> None:
    found = what_blocks_decision(state, AmendmentState.ACCEPTED, is_locked=False, has_reason=True)
    assert found == (AmendmentBlock.DECIDED_ALREADY,)


def test_after_the_lock_nothing_is_decided() -> None:
    found = what_blocks_decision(AmendmentState.PROPOSED, AmendmentState.ACCEPTED, is_locked=True, has_reason=True)
    assert found == (AmendmentBlock.LOCKED,)


def test_the_lock_waits_for_the_end_of_the_round_and_for_every_answer() -> None:
    over = a_round(date(2026, 12, 1))
    assert may_lock(over, undecided=0)
    assert not may_lock(over, undecided=1)
    assert not may_lock(a_round(), undecided=0)
    assert not may_lock(a_round(is_final=False), undecided=0)
    assert not may_lock(a_round(date(2026, 12, 1), is_locked=True), undecided=0)
