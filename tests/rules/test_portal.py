"""What is on the own pages, and from when coming of age is told of (LHL 3 §; OHL 18-19 §; rule 35)."""

from datetime import date

import pytest

from welfare.rules.cases import CaseState
from welfare.rules.portal import MajorityNotice, is_told_of, majority_notice

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("of_age_on", "told"),
    [
        (None, None),
        (date(2027, 1, 23), None),
        (date(2027, 1, 22), MajorityNotice.COMING),
        (date(2026, 12, 8), MajorityNotice.COMING),
        (date(2026, 12, 7), MajorityNotice.NEAR),
        (date(2026, 11, 24), MajorityNotice.NEAR),
        (TODAY, None),
    ],
)
def test_coming_of_age_is_told_sixty_and_fourteen_days_before_and_not_after(
    of_age_on: date | None, told: MajorityNotice | None
) -> None:
    assert majority_notice(of_age_on, TODAY) is told


@pytest.mark.parametrize("state", CaseState)
def test_who_is_asked_is_told_of_a_matter_from_the_start_and_another_guardian_from_its_opening(
    state: CaseState,
) -> None:
    assert is_told_of(state, was_opened=state is not CaseState.PROPOSED, is_asked=True)
    is_opened = state is not CaseState.PROPOSED
    assert is_told_of(state, was_opened=is_opened, is_asked=False) == is_opened


def test_what_was_closed_after_a_no_is_told_to_nobody_but_whoever_was_asked() -> None:
    assert not is_told_of(CaseState.CLOSED, was_opened=False, is_asked=False)
    assert is_told_of(CaseState.CLOSED, was_opened=False, is_asked=True)
    assert is_told_of(CaseState.CLOSED, was_opened=True, is_asked=False)
