"""Inspections, discussions and absences as the law and the handbook have them."""

from datetime import date

import pytest

from welfare.rules.absence_parts import CATEGORY_OF, Reason, shown_grades, shown_reasons
from welfare.rules.absences import Category, Count, is_possible, shown_counts
from welfare.rules.discussions import Party, is_possible_day, missing, state_of_discussions
from welfare.rules.duties import DutyState
from welfare.rules.inspections import due_after, needs_follow_up, state_of_defect, state_of_inspection
from welfare.rules.suppression import FLOOR

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("held_on", "state"),
    [
        (None, DutyState.LATE),
        (date(2023, 11, 22), DutyState.LATE),
        (date(2023, 11, 23), DutyState.SOON),
        (date(2023, 12, 24), DutyState.IN_ORDER),
        (date(2026, 1, 7), DutyState.IN_ORDER),
    ],
)
def test_a_school_is_inspected_every_three_years(held_on: date | None, state: DutyState) -> None:
    assert state_of_inspection(held_on, ON) is state


def test_three_years_after_a_leap_day_is_the_first_of_march() -> None:
    assert due_after(date(2024, 2, 29)) == date(2027, 3, 1)


def test_a_mended_defect_is_in_order_whenever_it_was_due() -> None:
    assert state_of_defect(date(2026, 1, 1), None, ON) is DutyState.LATE
    assert state_of_defect(date(2027, 1, 1), None, ON) is DutyState.NOT_YET
    assert state_of_defect(date(2026, 1, 1), date(2026, 6, 1), ON) is DutyState.IN_ORDER


def test_open_defects_are_looked_at_again_after_a_year() -> None:
    assert needs_follow_up(date(2025, 11, 23), (), ON)
    assert not needs_follow_up(date(2025, 11, 24), (), ON)
    assert not needs_follow_up(date(2024, 1, 1), (date(2026, 3, 1),), ON)


def test_results_are_in_order_when_pupils_homes_and_staff_have_heard_of_them() -> None:
    assert state_of_discussions(set()) is DutyState.LATE
    assert state_of_discussions({Party.STAFF}) is DutyState.SOON
    assert missing({Party.STAFF}) == [Party.PUPILS, Party.GUARDIANS]
    assert state_of_discussions(set(Party)) is DutyState.IN_ORDER


@pytest.mark.parametrize(
    ("held_on", "possible"),
    [(date(2024, 12, 31), False), (date(2025, 1, 1), True), (ON, True), (date(2026, 11, 24), False)],
)
def test_results_are_not_talked_through_before_there_were_any(held_on: date, *, possible: bool) -> None:
    assert is_possible_day(held_on, 2025, ON) is possible


def test_absences_of_few_are_hidden_and_never_one_alone() -> None:
    counts = {
        Category.ILLNESS: Count(180, 2400),
        Category.LEAVE: Count(40, 300),
        Category.UNAUTHORISED: Count(3, 90),
        Category.LATE: Count(0, 0),
    }
    shown = shown_counts(counts, FLOOR)
    assert shown[Category.UNAUTHORISED] is None
    assert shown[Category.LEAVE] is None, "what all hours less the others are must not be left"
    assert shown[Category.ILLNESS] == Count(180, 2400)
    assert shown[Category.LATE] == Count(0, 0)


def test_where_none_is_hidden_everything_is_shown() -> None:
    counts = {Category.ILLNESS: Count(180, 2400), Category.LEAVE: Count(40, 300)}
    assert shown_counts(counts, FLOOR) == counts


def test_a_higher_floor_of_the_house_hides_more_absences() -> None:
    counts = {Category.ILLNESS: Count(180, 2400), Category.SERVICE: Count(60, 700), Category.LEAVE: Count(9, 300)}
    assert shown_counts(counts, FLOOR) == counts
    assert shown_counts(counts, 10)[Category.LEAVE] is None


def test_hours_belong_to_pupils() -> None:
    assert is_possible(Count(0, 0))
    assert is_possible(Count(2, 8))
    assert not is_possible(Count(0, 8))
    assert not is_possible(Count(2, 0))


LEVELS = {7: Count(31, 240), 8: Count(6, 40), 9: Count(3, 20)}


def test_class_levels_of_few_are_hidden_with_one_that_covers_them_and_only_beside_a_total_that_they_make() -> None:
    total = Count(40, 300)
    assert shown_grades(LEVELS, total, FLOOR) == {7: Count(31, 240), 8: None, 9: None}
    assert shown_grades(LEVELS, Count(41, 308), FLOOR) == dict.fromkeys(LEVELS), "it would tell what was corrected"
    assert shown_grades(LEVELS, None, FLOOR) == dict.fromkeys(LEVELS), "what is hidden is not told by its parts"
    assert shown_grades({7: Count(31, 240), 9: Count(9, 60)}, total, FLOOR) == {7: Count(31, 240), 9: Count(9, 60)}


def test_reasons_of_few_are_hidden_and_never_one_alone() -> None:
    reasons = {Reason.TRIP: Count(30, 250), Reason.EVENT: Count(12, 40), Reason.FAMILY: Count(2, 10)}
    shown = shown_reasons(reasons, Count(40, 300), FLOOR)
    assert shown == {Reason.TRIP: Count(30, 250), Reason.EVENT: None, Reason.FAMILY: None}
    assert shown_reasons(reasons, Count(40, 299), FLOOR) == dict.fromkeys(reasons), "more hours than there were"
    assert set(CATEGORY_OF) == set(Reason)
