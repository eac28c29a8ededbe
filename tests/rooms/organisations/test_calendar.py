"""Institution working days: national holidays, terms, holiday weeks and the days a school adds."""

from datetime import date

import pytest

from welfare.organisations.calendar import (
    CalendarError,
    InstitutionCalendar,
    Period,
    SuccessiveCalendars,
    days_of,
    is_national_working_day,
    national_holidays,
)

AUTUMN = Period(date(2026, 8, 11), date(2026, 12, 21))
SPRING = Period(date(2027, 1, 7), date(2027, 6, 5))
AUTUMN_BREAK = Period(date(2026, 10, 12), date(2026, 10, 16))
SKIING_BREAK = Period(date(2027, 3, 1), date(2027, 3, 5))


def lakeuskoski(**changes: frozenset[date]) -> InstitutionCalendar:
    return InstitutionCalendar(
        year_start=date(2026, 8, 11),
        year_end=date(2027, 6, 5),
        terms=(AUTUMN, SPRING),
        closed_days=changes.get("closed_days", days_of((AUTUMN_BREAK, SKIING_BREAK))),
        extra_days=changes.get("extra_days", frozenset()),
    )


@pytest.mark.parametrize(
    "day",
    [
        date(2027, 12, 6),  # Independence Day, a Monday
        date(2026, 6, 19),  # Midsummer Eve, always a Friday
        date(2026, 12, 24),  # Christmas Eve, a Thursday
        date(2026, 12, 25),
        date(2027, 5, 6),  # Ascension Day, always a Thursday
        date(2027, 3, 26),  # Good Friday
        date(2027, 3, 29),  # Easter Monday
        date(2027, 1, 1),
        date(2027, 1, 6),  # Epiphany, a Wednesday
        date(2026, 5, 1),  # May Day, a Friday
    ],
)
def test_a_national_holiday_on_a_weekday_is_no_working_day(day: date) -> None:
    assert day.weekday() < 5
    assert not is_national_working_day(day)


@pytest.mark.parametrize(
    "day",
    [
        date(2027, 3, 25),  # Maundy Thursday
        date(2027, 5, 7),  # the Friday after Ascension Day
        date(2026, 12, 31),  # New Year's Eve
        date(2026, 4, 30),  # May Day Eve
        date(2027, 12, 7),
    ],
)
def test_an_ordinary_weekday_beside_a_holiday_is_a_working_day(day: date) -> None:
    assert is_national_working_day(day)


def test_easter_moves_with_the_year() -> None:
    assert date(2027, 3, 28) in national_holidays(2027)
    assert date(2026, 4, 5) in national_holidays(2026)
    assert date(2026, 3, 28) not in national_holidays(2026)


def test_the_holidays_of_a_year_are_worked_out_once() -> None:
    assert national_holidays(2026) is national_holidays(2026)
    assert all(day.year == 2026 for day in national_holidays(2026))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 8, 10), False),  # the day before school begins
        (date(2026, 8, 11), True),
        (date(2026, 8, 15), False),  # a Saturday
        (date(2026, 10, 9), True),
        (date(2026, 10, 12), False),  # the municipality's autumn break
        (date(2026, 10, 19), True),
        (date(2026, 12, 21), True),
        (date(2026, 12, 22), False),  # between the terms, though an ordinary weekday
        (date(2027, 1, 7), True),
        (date(2027, 3, 3), False),
        (date(2027, 6, 4), True),
        (date(2027, 6, 7), False),  # after the school year
    ],
)
def test_the_institution_works_on_weekdays_of_its_terms_outside_its_breaks(day: date, *, works: bool) -> None:
    assert lakeuskoski().is_working_day(day) is works


def test_a_saturday_that_the_school_adds_is_a_working_day() -> None:
    saturday = date(2026, 9, 19)
    assert not lakeuskoski().is_working_day(saturday)
    assert lakeuskoski(extra_days=frozenset({saturday})).is_working_day(saturday)


def test_without_terms_the_whole_school_year_counts() -> None:
    calendar = InstitutionCalendar(date(2026, 8, 11), date(2027, 6, 5))
    assert calendar.is_working_day(date(2026, 12, 22))
    assert not calendar.is_working_day(date(2026, 12, 24))


def test_a_calendar_says_how_far_it_reaches() -> None:
    assert lakeuskoski().starts_on == date(2026, 8, 11)
    assert lakeuskoski().ends_on == date(2027, 6, 5)


def test_successive_years_carry_a_count_over_the_summer() -> None:
    following = InstitutionCalendar(date(2027, 8, 10), date(2028, 6, 3))
    both = SuccessiveCalendars((lakeuskoski(), following))
    assert both.is_working_day(date(2027, 6, 4))
    assert not both.is_working_day(date(2027, 7, 1))
    assert both.is_working_day(date(2027, 8, 10))
    assert (both.starts_on, both.ends_on) == (date(2026, 8, 11), date(2028, 6, 3))


def test_dates_that_contradict_each_other_are_refused_with_the_reason() -> None:
    with pytest.raises(CalendarError, match="cannot end on 2026-01-01 before it begins on 2026-01-02"):
        Period(date(2026, 1, 2), date(2026, 1, 1))
    with pytest.raises(CalendarError, match="a term lies outside the school year"):
        InstitutionCalendar(date(2026, 8, 11), date(2027, 5, 30), terms=(AUTUMN, SPRING))
    with pytest.raises(CalendarError, match="an extra working day lies outside"):
        lakeuskoski(extra_days=frozenset({date(2027, 6, 12)}))
    with pytest.raises(CalendarError, match="2026-10-12 cannot be both closed and an extra"):
        lakeuskoski(extra_days=frozenset({date(2026, 10, 12)}))
    with pytest.raises(CalendarError, match="at least one school year"):
        SuccessiveCalendars(())
