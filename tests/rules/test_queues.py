from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare.rules.queues import LAST, QueueGroup, group_of, queue_day
from welfare.rules.requests import Urgency

MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def test_a_request_stands_at_its_due_day() -> None:
    assert queue_day(MONDAY, date(2026, 12, 2), Urgency.NORMAL, talk_is_held=False) == date(2026, 12, 2)


def test_an_urgent_one_stands_at_the_day_it_came() -> None:
    assert queue_day(MONDAY, date(2026, 11, 24), Urgency.URGENT, talk_is_held=False) == MONDAY
    assert queue_day(MONDAY, None, Urgency.URGENT, talk_is_held=False) == MONDAY


@pytest.mark.parametrize(("due", "is_held"), [(None, False), (date(2026, 12, 2), True), (None, True)])
def test_what_no_limit_presses_stands_last(due: date | None, *, is_held: bool) -> None:
    assert queue_day(MONDAY, due, Urgency.NORMAL, talk_is_held=is_held) == LAST


@pytest.mark.parametrize(
    ("stands_at", "group"),
    [
        (MONDAY - timedelta(days=30), QueueGroup.NOW),
        (MONDAY, QueueGroup.NOW),
        (MONDAY + timedelta(days=1), QueueGroup.THIS_WEEK),
        (MONDAY + timedelta(days=6), QueueGroup.THIS_WEEK),
        (MONDAY + timedelta(days=7), QueueGroup.LATER),
        (LAST, QueueGroup.LATER),
    ],
)
def test_a_week_ends_on_sunday(stands_at: date, group: QueueGroup) -> None:
    assert group_of(stands_at, MONDAY) is group


@given(DAYS, DAYS, DAYS)
def test_the_groups_follow_the_order_of_the_queue(one: date, other: date, today: date) -> None:
    first, second = sorted((one, other))
    order = list(QueueGroup)
    assert order.index(group_of(first, today)) <= order.index(group_of(second, today))
