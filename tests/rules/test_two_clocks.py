from datetime import UTC, datetime, timedelta

import pytest

from welfare.rules.two_clocks import do_agree, moved_on

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("machine", "measured", "stands_at"),
    [
        (NOW + DAY, DAY, NOW + DAY),
        (NOW + 365 * DAY, timedelta(hours=3), NOW + timedelta(hours=21)),
        (NOW + 365 * DAY, timedelta(hours=-3), NOW),
        (NOW - 5 * DAY, DAY, NOW - 5 * DAY),
        (NOW + 5 * DAY, DAY, NOW + 5 * DAY),
    ],
    ids=["a day goes by", "set a year ahead", "measured backwards", "set back", "after five days' closing"],
)
def test_the_second_clock_follows_the_first_no_faster_than_time_passes(
    machine: datetime, measured: timedelta, stands_at: datetime
) -> None:
    assert moved_on(NOW, machine, measured) == stands_at


def test_they_agree_within_two_days() -> None:
    assert do_agree(NOW, NOW + 2 * DAY)
    assert not do_agree(NOW, NOW + 3 * DAY)
    assert not do_agree(NOW, NOW - 3 * DAY)
    assert not do_agree(None, NOW)
