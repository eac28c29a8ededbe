"""Covers of an absence: by their own days, one at a time (TihL 16 §)."""

from datetime import date, timedelta

import pytest

from welfare.rules.service_workers import LONGEST_COVER, CoverBlock, Days, last_day_if_ended, what_blocks_cover

TODAY = date(2026, 11, 23)


def days(first: int, last: int) -> Days:
    """Days counted from today."""
    return Days(TODAY + timedelta(days=first), TODAY + timedelta(days=last))


@pytest.mark.parametrize(
    ("asked", "arranged", "blocks"),
    [
        (days(0, 4), [], ()),
        (days(-2, 0), [], ()),
        (days(0, 0), [days(1, 5), days(-5, -1)], ()),
        (days(4, 0), [], (CoverBlock.REVERSED,)),
        (days(-4, -1), [], (CoverBlock.PAST,)),
        (days(0, LONGEST_COVER.days), [], ()),
        (days(0, LONGEST_COVER.days + 1), [], (CoverBlock.TOO_LONG,)),
        (days(0, 4), [days(4, 9)], (CoverBlock.OVERLAPS,)),
        (days(0, 9), [days(2, 3)], (CoverBlock.OVERLAPS,)),
        (days(2, 3), [days(0, 9)], (CoverBlock.OVERLAPS,)),
    ],
)
def test_a_cover_has_a_first_and_a_last_day_and_no_other_beside_it(
    asked: Days, arranged: list[Days], blocks: tuple[CoverBlock, ...]
) -> None:
    assert what_blocks_cover(asked, arranged, TODAY) == blocks


@pytest.mark.parametrize(("on", "holds"), [(-1, False), (0, True), (4, True), (5, False)])
def test_the_first_and_the_last_day_count(on: int, *, holds: bool) -> None:
    assert days(0, 4).hold(TODAY + timedelta(days=on)) is holds


@pytest.mark.parametrize(
    ("arranged", "last"), [(days(-3, 4), -1), (days(0, 4), -1), (days(2, 4), 1), (days(-9, -5), -5)]
)
def test_a_cover_ended_today_holds_on_no_day_from_today_on(arranged: Days, last: int) -> None:
    ended = Days(arranged.first, last_day_if_ended(arranged, TODAY))
    assert ended.last == TODAY + timedelta(days=last)
    assert not any(ended.hold(TODAY + timedelta(days=ahead)) for ahead in range(400))
