"""The clock of a breach, and when its file may be closed."""

from datetime import UTC, datetime

import pytest

from welfare.rules.breaches import (
    NotSettledError,
    Risk,
    Telling,
    authority_due,
    check_settled,
    may_spare_people,
    may_stay_untold,
)


def test_seventy_two_hours_run_through_a_week_end() -> None:
    assert authority_due(datetime(2026, 11, 27, 14, 5, tzinfo=UTC)) == datetime(2026, 11, 30, 14, 5, tzinfo=UTC)


def test_who_may_be_left_untold_depends_on_the_risk() -> None:
    assert [may_stay_untold(risk) for risk in (Risk.UNLIKELY, Risk.RISK, Risk.HIGH)] == [True, False, False]
    assert [may_spare_people(risk) for risk in (Risk.UNLIKELY, Risk.RISK, Risk.HIGH)] == [True, True, False]


def test_a_file_is_closed_when_both_tellings_are_decided() -> None:
    check_settled(Telling.TOLD, Telling.NOT_TOLD)
    for pair in ((None, Telling.TOLD), (Telling.TOLD, None)):
        with pytest.raises(NotSettledError):
            check_settled(*pair)
