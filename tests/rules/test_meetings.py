from itertools import product
from uuid import UUID, uuid4

import pytest

from welfare.rules.answers import ConsentStatus
from welfare.rules.cases import CaseState
from welfare.rules.meetings import (
    AgendaBlock,
    ItemBlock,
    ItemState,
    MeetingState,
    MeetingStepError,
    Swap,
    check_step,
    state_of_own,
    swap_between,
    uncovered,
    what_blocks_item,
    what_blocks_removal,
)
from welfare.rules.standing import Standing

YES = Standing(ConsentStatus.VALID)
STEPS = {("planned", "running"), ("planned", "cancelled"), ("running", "ended"), ("ended", "running")}
ANNA, BEATA, CARL = uuid4(), uuid4(), uuid4()


@pytest.mark.parametrize(("now", "wanted"), list(product(MeetingState, MeetingState)))
def test_a_meeting_takes_only_the_steps_of_its_life(now: MeetingState, wanted: MeetingState) -> None:
    if (now.value, wanted.value) in STEPS:
        check_step(now, wanted)
        return
    with pytest.raises(MeetingStepError):
        check_step(now, wanted)


@pytest.mark.parametrize("status", [each for each in ConsentStatus if each is not ConsentStatus.VALID])
def test_no_matter_is_met_about_before_the_consent_to_handle_it_stands(status: ConsentStatus) -> None:
    assert what_blocks_item(CaseState.OPEN, Standing(status)) == (ItemBlock.NO_HANDLING_CONSENT,)


@pytest.mark.parametrize(
    ("state", "blocks"),
    [
        (CaseState.OPEN, ()),
        (CaseState.FOLLOW_UP, ()),
        (CaseState.PROPOSED, (ItemBlock.NOT_LIVE,)),
        (CaseState.CLOSED, (ItemBlock.NOT_LIVE,)),
    ],
)
def test_only_a_living_matter_is_met_about(state: CaseState, blocks: tuple[ItemBlock, ...]) -> None:
    assert what_blocks_item(state, YES) == blocks


def test_a_matter_stands_on_an_agenda_once() -> None:
    assert what_blocks_item(CaseState.OPEN, YES, is_on_agenda_already=True) == (ItemBlock.TWICE,)


def test_a_meeting_is_about_matters_of_one_register() -> None:
    assert what_blocks_item(CaseState.OPEN, YES, is_in_other_register=True) == (ItemBlock.OTHER_REGISTER,)


@pytest.mark.parametrize(
    ("state", "items", "blocks"),
    [
        (MeetingState.PLANNED, 2, ()),
        (MeetingState.PLANNED, 1, (AgendaBlock.LAST_ITEM,)),
        (MeetingState.RUNNING, 2, (AgendaBlock.BEGUN,)),
        (MeetingState.ENDED, 1, (AgendaBlock.BEGUN, AgendaBlock.LAST_ITEM)),
        (MeetingState.CANCELLED, 3, (AgendaBlock.BEGUN,)),
    ],
)
def test_an_item_is_taken_off_only_before_the_meeting_and_while_another_stays(
    state: MeetingState, items: int, blocks: tuple[AgendaBlock, ...]
) -> None:
    assert what_blocks_removal(state, items) == blocks


def test_between_items_those_leave_whom_the_next_one_does_not_admit() -> None:
    swap = swap_between({ANNA, BEATA}, {BEATA, CARL})
    assert swap == Swap(leaving=frozenset({ANNA}), joining=frozenset({CARL}), staying=frozenset({BEATA}))


@pytest.mark.parametrize(("present", "found"), [((ANNA, BEATA), {ANNA}), ((BEATA,), set()), ((), set())])
def test_whoever_sits_there_without_a_consent_is_pointed_out(present: tuple[UUID, ...], found: set[UUID]) -> None:
    assert uncovered(present, {BEATA, CARL}) == found


@pytest.mark.parametrize(
    ("own", "shown"),
    [
        (("waiting",), "planned"),
        (("waiting", "waiting"), "planned"),
        (("now",), "running"),
        (("handled", "waiting"), "running"),
        (("final", "now"), "running"),
        (("handled",), "ended"),
        (("final", "handled"), "ended"),
        ((), "running"),
    ],
)
def test_a_meeting_that_goes_on_stands_for_each_as_the_own_items_do(own: tuple[str, ...], shown: str) -> None:
    assert state_of_own(MeetingState.RUNNING, [ItemState(each) for each in own]) == shown


@pytest.mark.parametrize("state", [each for each in MeetingState if each is not MeetingState.RUNNING])
def test_before_it_and_after_it_a_meeting_stands_for_everybody_alike(state: MeetingState) -> None:
    assert {state_of_own(state, [each]) for each in ItemState} == {state}
