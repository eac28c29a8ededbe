"""How long a non-disclosure may be written down, who ends it, and when somebody is reminded (661/2009 36-37 §)."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from welfare.rules.guardians_view import is_kept_from_guardians
from welfare.rules.non_disclosure import (
    LONGEST_FIRST,
    ProtectionSource,
    SamePersonError,
    TooLongError,
    check_second,
    check_until,
    has_run_out,
    needs_care,
    reminder_days,
)

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
LONGEST = TODAY + timedelta(days=LONGEST_FIRST)
REGISTER, FAMILY = ProtectionSource.POPULATION_REGISTER, ProtectionSource.FAMILY
ONE, OTHER = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("source", "until"), [(REGISTER, TODAY), (REGISTER, LONGEST), (FAMILY, None), (FAMILY, LONGEST)]
)
def test_these_days_may_be_written_down(source: ProtectionSource, until: date | None) -> None:
    check_until(source, TODAY, until, TODAY)


@pytest.mark.parametrize(("source", "until"), [(REGISTER, None), (REGISTER, LONGEST + DAY), (FAMILY, TODAY - DAY)])
def test_these_may_not(source: ProtectionSource, until: date | None) -> None:
    with pytest.raises(TooLongError):
        check_until(source, TODAY, until, TODAY)


@pytest.mark.parametrize(("confirming", "proposing"), [(ONE, ONE), (None, ONE), (ONE, None)])
def test_one_person_alone_ends_nothing(confirming: UUID | None, proposing: UUID | None) -> None:
    with pytest.raises(SamePersonError):
        check_second(confirming, proposing)


def test_two_persons_end_it() -> None:
    check_second(ONE, OTHER)


def test_the_last_day_is_near_a_month_before_it_and_past_on_the_day_after() -> None:
    until = TODAY + timedelta(days=30)
    assert [needs_care(until, TODAY - DAY), needs_care(until, TODAY), needs_care(None, TODAY)] == [False, True, False]
    assert [has_run_out(TODAY, TODAY), has_run_out(TODAY, TODAY + DAY), has_run_out(None, TODAY)] == [
        False,
        True,
        False,
    ]


def test_reminders_come_on_both_days_that_are_still_to_come() -> None:
    until = TODAY + timedelta(days=40)
    assert reminder_days(until, TODAY) == (TODAY + timedelta(days=10), until + DAY)
    assert reminder_days(TODAY, TODAY) == (TODAY + DAY,)
    assert reminder_days(None, TODAY) == ()


def test_no_guardian_reads_in_a_log_who_knows_where_the_child_is() -> None:
    assert is_kept_from_guardians("place:read")
    assert is_kept_from_guardians("non_disclosure:set")
    assert not is_kept_from_guardians("case:read")


def test_no_guardian_reads_in_a_log_that_an_authority_was_notified_perhaps_of_the_home() -> None:
    assert is_kept_from_guardians("notice:record")
    assert not is_kept_from_guardians("disclosure:record")
