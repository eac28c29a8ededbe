"""The invented municipality has its holidays, so that its time limits look like life."""

from datetime import date

from sqlalchemy import func, select

from tests.builders import Village
from welfare.organisations.demo_calendar import add_demo_closed_days
from welfare.organisations.models import ClosedDays
from welfare.organisations.queries import institution_calendar


def test_holiday_weeks_are_entered_once_and_count(village: Village) -> None:
    with village.work() as work:
        add_demo_closed_days(work.session, village.provider_id)
        add_demo_closed_days(work.session, village.provider_id)
        assert work.session.scalar(select(func.count()).select_from(ClosedDays)) == 3
        calendar = institution_calendar(work.session, village.school_id)
        assert calendar is not None
        assert not calendar.is_working_day(date(2026, 10, 14))
        assert not calendar.is_working_day(date(2027, 1, 5))
        assert calendar.is_working_day(date(2027, 3, 5))
