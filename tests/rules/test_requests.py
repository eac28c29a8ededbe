from itertools import product
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare.rules.actors import WELFARE_PROFESSIONALS, Role
from welfare.rules.ids import RequestId
from welfare.rules.outcomes import Outcome, OutcomeError, check_outcome, outcomes_open_to
from welfare.rules.receipts import ReceiptNumberError, read_receipt_number, receipt_number
from welfare.rules.registers import COUNTY_REGISTERS, Register
from welfare.rules.requests import (
    HAS_CLOCK,
    REGISTER_OF,
    ROLES_OF,
    TRANSITIONS,
    RequestState,
    SenderKind,
    Service,
    StatusWord,
    TransitionError,
    check_transition,
    status_word,
)

ASKING_OTHERS = (SenderKind.GUARDIAN, SenderKind.OTHER)
ENTITLED = (SenderKind.STUDENT, SenderKind.STAFF)


@pytest.mark.parametrize("service", Service)
def test_every_service_has_a_county_register_and_professionals_of_its_own(service: Service) -> None:
    assert REGISTER_OF[service] in COUNTY_REGISTERS
    assert ROLES_OF[service] <= WELFARE_PROFESSIONALS


def test_who_is_unsure_comes_to_the_curator() -> None:
    assert ROLES_OF[Service.UNSURE] == ROLES_OF[Service.CURATOR]
    assert REGISTER_OF[Service.UNSURE] is REGISTER_OF[Service.CURATOR]
    assert Service.UNSURE in HAS_CLOCK


def test_the_psychologist_has_a_register_apart_from_the_nurse() -> None:
    assert REGISTER_OF[Service.PSYCHOLOGIST] is Register.PSYCHOLOGY
    assert REGISTER_OF[Service.NURSE] is REGISTER_OF[Service.DOCTOR] is Register.HEALTH
    assert Role.NURSE not in ROLES_OF[Service.PSYCHOLOGIST]


ALLOWED = {
    ("received", "claimed"),
    ("claimed", "received"),
    ("claimed", "talk_offered"),
    ("claimed", "talk_held"),
    ("claimed", "closed"),
    ("talk_offered", "received"),
    ("talk_offered", "talk_held"),
    ("talk_offered", "closed"),
    ("talk_held", "closed"),
}


@pytest.mark.parametrize(("now", "wanted"), list(product(RequestState, RequestState)))
def test_a_request_takes_only_the_steps_of_its_life(now: RequestState, wanted: RequestState) -> None:
    if (now.value, wanted.value) in ALLOWED:
        check_transition(now, wanted)
    else:
        with pytest.raises(TransitionError):
            check_transition(now, wanted)


def test_every_state_can_be_reached_and_only_closed_is_final() -> None:
    assert set().union(*TRANSITIONS.values()) == set(RequestState)
    assert [state for state in RequestState if not TRANSITIONS[state]] == [RequestState.CLOSED]


@pytest.mark.parametrize(
    ("state", "word", "word_to_the_shut_out"),
    [
        (RequestState.RECEIVED, StatusWord.RECEIVED, StatusWord.RECEIVED),
        (RequestState.CLAIMED, StatusWord.RECEIVED, StatusWord.RECEIVED),
        (RequestState.TALK_OFFERED, StatusWord.TALK_OFFERED, StatusWord.RECEIVED),
        (RequestState.TALK_HELD, StatusWord.TALK_OFFERED, StatusWord.RECEIVED),
        (RequestState.CLOSED, StatusWord.HANDLED, StatusWord.HANDLED),
    ],
)
def test_the_sender_learns_three_words_and_a_guardian_shut_out_only_two(
    state: RequestState, word: StatusWord, word_to_the_shut_out: StatusWord
) -> None:
    assert status_word(state) is word
    assert status_word(state, sender_is_shut_out=True) is word_to_the_shut_out


@pytest.mark.parametrize("sender", ASKING_OTHERS)
def test_anothers_request_may_be_closed_without_a_talk_for_the_two_reasons_of_the_act(sender: SenderKind) -> None:
    assert outcomes_open_to(sender, RequestState.CLAIMED) == {Outcome.ADVICE_ONLY, Outcome.CLEARLY_UNNECESSARY}


@pytest.mark.parametrize("sender", ENTITLED)
def test_a_students_own_and_a_staff_request_cannot_be_closed_before_a_talk_is_offered(sender: SenderKind) -> None:
    assert not outcomes_open_to(sender, RequestState.CLAIMED)
    assert outcomes_open_to(sender, RequestState.TALK_OFFERED) == {Outcome.TALK_DECLINED}


@pytest.mark.parametrize("sender", SenderKind)
def test_after_a_talk_every_sender_has_the_same_outcomes(sender: SenderKind) -> None:
    assert outcomes_open_to(sender, RequestState.TALK_HELD) == {
        Outcome.ADVICE_ONLY,
        Outcome.SERVICE_CONTINUES,
        Outcome.GROUP_PROPOSED,
        Outcome.REDIRECTED,
    }


@pytest.mark.parametrize("sender", SenderKind)
@pytest.mark.parametrize("state", [RequestState.RECEIVED, RequestState.CLOSED])
def test_nothing_is_closed_unclaimed_or_twice(sender: SenderKind, state: RequestState) -> None:
    assert not outcomes_open_to(sender, state)


@pytest.mark.parametrize(("outcome", "sender", "state"), list(product(Outcome, SenderKind, RequestState)))
def test_checking_an_outcome_agrees_with_the_list_of_open_ones(
    outcome: Outcome, sender: SenderKind, state: RequestState
) -> None:
    if outcome in outcomes_open_to(sender, state):
        check_outcome(outcome, sender, state)
        check_transition(state, RequestState.CLOSED)
    else:
        with pytest.raises(OutcomeError):
            check_outcome(outcome, sender, state)


@given(st.uuids(version=4))
def test_a_receipt_number_reads_back_however_it_is_typed(made: UUID) -> None:
    number = receipt_number(RequestId(made))

    assert len(number) == 11
    assert read_receipt_number(f" {number.lower().replace('-', ' ')} ") == number


@given(st.uuids(version=4), st.uuids(version=4))
def test_different_requests_have_different_receipts(one: UUID, other: UUID) -> None:
    same_tail = one.int % 2**50 == other.int % 2**50

    assert (receipt_number(RequestId(one)) == receipt_number(RequestId(other))) == same_tail


def test_letters_that_are_misread_are_taken_for_the_digits_they_look_like() -> None:
    assert read_receipt_number("o1iL0-00000") == "01110-00000"


@pytest.mark.parametrize("text", ["", "7KQ4M", "7KQ4M-2XHB3Z", "7KQ4M-2XHBU", "7KQ4M-2XHBÄ"])
def test_anything_else_is_no_receipt_number(text: str) -> None:
    with pytest.raises(ReceiptNumberError):
        read_receipt_number(text)
