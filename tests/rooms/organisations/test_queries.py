"""The working days of an institution, built from what has been entered for it and for its provider."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from tests.builders import Village
from welfare.audit.ledger import Ledger
from welfare.organisations.calendar import SuccessiveCalendars
from welfare.organisations.models import ClosedDays, SchoolYear, Term
from welfare.organisations.queries import WEEKDAYS, institution_calendar, institution_calendars, schools_by_id


@pytest.fixture
def ledger_calendar(village: Village, ledger: Ledger) -> Village:
    with village.work() as work:
        work.session.add(
            ClosedDays(
                organisation_id=village.provider_id,
                starts_on=date(2026, 12, 7),
                ends_on=date(2026, 12, 8),
                name_fi="Syysloma",
                name_sv="Höstlov",
            )
        )
        work.session.add(
            ClosedDays(
                organisation_id=village.school_id,
                starts_on=date(2026, 12, 9),
                ends_on=date(2026, 12, 9),
                name_fi="Suunnittelupäivä",
                name_sv="Planeringsdag",
            )
        )
    del ledger
    return village


def calendar(village: Village, school_id: UUID | None = None) -> SuccessiveCalendars:
    with village.work() as work:
        found = institution_calendar(work.session, school_id or village.school_id)
    assert found is not None
    return found


def test_a_school_lives_by_its_providers_year_and_both_ones_closed_days(ledger_calendar: Village) -> None:
    days = calendar(ledger_calendar)
    assert (days.starts_on, days.ends_on) == (date(2026, 8, 11), date(2027, 6, 5))
    assert not days.is_working_day(date(2026, 12, 7))
    assert not days.is_working_day(date(2026, 12, 9))
    assert days.is_working_day(date(2026, 12, 10))


def test_another_school_is_open_when_only_this_one_is_closed(ledger_calendar: Village) -> None:
    days = calendar(ledger_calendar, ledger_calendar.another_school())
    assert not days.is_working_day(date(2026, 12, 8))
    assert days.is_working_day(date(2026, 12, 9))


def test_a_schools_own_year_stands_in_place_of_the_providers(village: Village) -> None:
    with village.work() as work:
        own = SchoolYear(organisation_id=village.school_id, starts_on=date(2026, 9, 1), ends_on=date(2027, 5, 1))
        work.session.add(own)
    days = calendar(village)
    assert (days.starts_on, days.ends_on) == (date(2026, 9, 1), date(2027, 5, 1))
    assert calendar(village, village.another_school()).starts_on == date(2026, 8, 11)


def test_terms_leave_the_days_between_them_out_and_a_term_outside_the_year_stops_nothing(village: Village) -> None:
    with village.work() as work:
        year = SchoolYear(
            id=uuid4(), organisation_id=village.school_id, starts_on=date(2026, 8, 11), ends_on=date(2027, 6, 5)
        )
        work.session.add(year)
        work.session.flush()
        for name, first, last in (
            ("syksy", date(2026, 8, 11), date(2026, 12, 21)),
            ("kevät", date(2027, 1, 7), date(2027, 6, 30)),
            ("väärä", date(2029, 1, 1), date(2029, 2, 1)),
        ):
            work.session.add(Term(school_year_id=year.id, name=name, starts_on=first, ends_on=last))
    days = calendar(village)
    assert days.is_working_day(date(2026, 12, 21))
    assert not days.is_working_day(date(2026, 12, 22))
    assert days.is_working_day(date(2027, 1, 7))
    assert not days.is_working_day(date(2029, 1, 2))


def test_a_school_without_a_year_has_no_calendar_of_its_own(village: Village) -> None:
    with village.work() as work:
        work.session.delete(work.session.query(SchoolYear).one())
        work.session.flush()
        assert institution_calendar(work.session, village.school_id) is None
        assert institution_calendars(work.session, [uuid4()]) == {}


def test_weekdays_are_the_nations(village: Village, ledger: Ledger) -> None:
    assert WEEKDAYS.is_working_day(date(2026, 11, 23))
    assert not WEEKDAYS.is_working_day(date(2026, 12, 25))
    with ledger.transaction() as transaction:
        assert schools_by_id(transaction.session, [village.school_id])[village.school_id].short_name == "KOI"
