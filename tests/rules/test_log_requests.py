from datetime import date
from itertools import pairwise

import pytest

from welfare.rules.log_requests import (
    NEXT,
    Light,
    LogRefusal,
    LogState,
    answer_due,
    law_of,
    light_of,
    looked_back_to,
    months_after,
    needs_special_reason,
    refusals_for,
)
from welfare.rules.registers import Register
from welfare.rules.whereabouts import log_hides_places

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("register", "came", "due"),
    [
        (Register.WELFARE, date(2026, 11, 30), date(2026, 12, 30)),
        (Register.WELFARE, date(2027, 1, 31), date(2027, 2, 28)),
        (Register.SOCIAL, date(2026, 11, 30), date(2027, 1, 30)),
        (Register.PSYCHOLOGY, date(2026, 12, 31), date(2027, 2, 28)),
        (Register.HEALTH, date(2027, 12, 31), date(2028, 2, 29)),
    ],
)
def test_the_welfare_register_answers_in_a_month_and_a_county_in_two(register: Register, came: date, due: date) -> None:
    assert answer_due(register, came) == due


def test_months_run_over_the_turn_of_the_year_both_ways() -> None:
    assert months_after(date(2026, 12, 15), 1) == date(2027, 1, 15)
    assert looked_back_to(date(2028, 2, 29)) == date(2026, 2, 28)


def test_what_is_older_than_two_years_needs_a_reason_in_a_county_alone() -> None:
    came = date(2026, 11, 30)
    assert needs_special_reason(Register.SOCIAL, date(2024, 11, 29), came)
    assert not needs_special_reason(Register.SOCIAL, date(2024, 11, 30), came)
    assert not needs_special_reason(Register.WELFARE, date(2016, 1, 1), came)


def test_age_is_a_ground_of_refusal_in_a_county_alone() -> None:
    assert LogRefusal.TOO_OLD in refusals_for(Register.HEALTH)
    assert LogRefusal.TOO_OLD not in refusals_for(Register.WELFARE)


def test_each_ground_cites_the_act_of_its_register() -> None:
    assert law_of(LogRefusal.RIGHTS_OF_OTHERS, Register.SOCIAL).short == f"ATL 11{NBSP}§ 2{NBSP}mom."
    assert law_of(LogRefusal.RIGHTS_OF_OTHERS, Register.WELFARE).short == f"TSL 34{NBSP}§ 1{NBSP}mom."
    assert (
        law_of(LogRefusal.NO_RIGHT, Register.WELFARE).text("sv") == f"allmänna dataskyddsförordningen artikel{NBSP}15"
    )


@pytest.mark.parametrize(
    ("today", "answered", "light"),
    [
        (date(2026, 12, 22), None, Light.LATER),
        (date(2026, 12, 23), None, Light.SOON),
        (date(2026, 12, 30), None, Light.TODAY),
        (date(2026, 12, 31), None, Light.LATE),
        (date(2027, 5, 1), date(2026, 12, 30), Light.MET),
        (date(2027, 5, 1), date(2026, 12, 31), Light.MISSED),
    ],
)
def test_the_light_tells_how_the_answer_stands(today: date, answered: date | None, light: Light) -> None:
    assert light_of(date(2026, 12, 30), today, answered) is light


def test_no_step_is_skipped_and_none_is_taken_back() -> None:
    order = [LogState.RECEIVED, LogState.GRANTED, LogState.SENT, LogState.CLOSED]
    assert all(later in NEXT[earlier] for earlier, later in pairwise(order))
    assert LogState.SENT not in NEXT[LogState.RECEIVED]
    assert NEXT[LogState.REFUSED] == NEXT[LogState.GRANTED] - {LogState.REFUSED}


def test_places_are_left_out_where_somebody_else_asks_about_a_hidden_family() -> None:
    assert log_hides_places(is_own=False, is_restricted=True)
    assert not log_hides_places(is_own=True, is_restricted=True)
    assert not log_hides_places(is_own=False, is_restricted=False)
    assert log_hides_places(is_own=True, is_restricted=False, is_kept_apart=True)
