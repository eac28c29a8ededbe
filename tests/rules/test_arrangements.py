"""What keeps an arrangement from being agreed on, and when it may end."""

from datetime import date, timedelta

import pytest

from welfare.rules.arrangements import LONGEST_DAYS, CatalogueState, UseLack, may_end_on, what_blocks_use

MONDAY = date(2026, 11, 23)
OFFERED, GONE = CatalogueState.ACTIVE, CatalogueState.ENDED


@pytest.mark.parametrize(
    ("state", "ends_on", "lacks"),
    [
        (OFFERED, None, ()),
        (OFFERED, MONDAY, ()),
        (OFFERED, MONDAY - timedelta(days=1), (UseLack.REVERSED,)),
        (OFFERED, MONDAY + timedelta(days=LONGEST_DAYS), ()),
        (OFFERED, MONDAY + timedelta(days=LONGEST_DAYS + 1), (UseLack.TOO_LONG,)),
        (GONE, None, (UseLack.NOT_OFFERED,)),
        (GONE, MONDAY - timedelta(days=1), (UseLack.NOT_OFFERED, UseLack.REVERSED)),
    ],
)
def test_a_period_is_of_something_offered_and_runs_forward(
    state: CatalogueState, ends_on: date | None, lacks: tuple[UseLack, ...]
) -> None:
    assert what_blocks_use(state, MONDAY, ends_on) == lacks


@pytest.mark.parametrize(
    ("starts_on", "day", "may"),
    [
        (MONDAY, MONDAY, True),
        (date(2026, 9, 1), MONDAY, True),
        (date(2026, 9, 1), date(2026, 8, 31), False),
        (date(2026, 9, 1), MONDAY + timedelta(days=1), False),
        (date(2026, 12, 1), date(2026, 12, 1), True),  # called off before it began: it ends on its first day
        (date(2026, 12, 1), date(2026, 12, 2), False),
    ],
)
def test_a_use_ends_between_its_first_day_and_today(starts_on: date, day: date, *, may: bool) -> None:
    assert may_end_on(starts_on, day, MONDAY) is may
