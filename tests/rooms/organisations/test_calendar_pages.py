"""The school calendar: what the time limits of the law run by, entered, looked at and put right."""

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.builders import Village, system_work
from tests.client import Client, Page
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.organisations.models import ClosedDays, SchoolYear, Term
from welfare.organisations.queries import institution_calendar


@pytest.fixture
def calendar(chief: Client) -> Page:
    """The provider's calendar, with the village's one school year."""
    return chief.get("/organisations").follow("Calendar: Rannan kunta")


def works(ledger: Ledger, village: Village, on: date) -> bool:
    with system_work(ledger) as work:
        found = institution_calendar(work.session, village.school_id)
        return found is not None and found.is_working_day(on)


def codes(ledger: Ledger) -> str:
    with ledger.transaction() as transaction:
        bodies = transaction.session.scalars(select(AuditEvent.body).where(AuditEvent.permission == "calendar:edit"))
        return b"".join(bodies).decode()


def test_the_year_is_shown_day_by_day_with_its_working_days(calendar: Page) -> None:
    assert calendar.heading == "School calendar"
    assert calendar.has("Working days 207")
    assert calendar.has("August 2026 15 working days")
    assert calendar.has("7 Dec 2026") is False
    assert calendar.has("6 Jan 2027 Epiphany")
    assert calendar.has("No terms: the whole school year counts as one.")
    months = calendar.tree.all("table", when=lambda node: "month" in node.words)
    assert len(months) == 11
    eve = next(node for node in calendar.tree.all("td") if node.text.startswith("24 national holiday"))
    assert eve.get("title") == "Christmas Eve"


def test_holidays_are_added_and_the_clock_stands_still_on_them(
    calendar: Page, village: Village, ledger: Ledger
) -> None:
    assert works(ledger, village, date(2026, 10, 14))
    form = calendar.follow("Add days without school").form()
    page = form.submit(first="12.10.2026", last="16.10.", name_fi="Syysloma", name_sv="Höstlov")
    assert page.has("Syysloma 12 Oct 2026–16 Oct 2026")
    assert page.has("Working days 202")
    assert not works(ledger, village, date(2026, 10, 14))
    assert '"calendar":"closed_days_added"' in codes(ledger)
    assert '"days":"2026-10-12/2026-10-16"' in codes(ledger)


def test_what_has_been_removed_can_be_put_back_at_once(calendar: Page, village: Village, ledger: Ledger) -> None:
    form = calendar.follow("Add days without school").form()
    page = form.submit(first="12.10.2026", last="16.10.2026", name_fi="Syysloma", name_sv="Höstlov")
    page = page.form("Remove: Syysloma").submit()
    assert page.has("Removed: Syysloma, 12 Oct 2026–16 Oct 2026")
    assert works(ledger, village, date(2026, 10, 14))
    page = page.form("Put it back").submit()
    assert page.has("Syysloma 12 Oct 2026–16 Oct 2026")
    with ledger.transaction() as transaction:
        assert transaction.session.scalars(select(ClosedDays.name_sv)).one() == "Höstlov"


def test_terms_are_added_within_the_year_removed_and_put_back(calendar: Page, village: Village, ledger: Ledger) -> None:
    form = calendar.follow("Add a term").form()
    assert form.submit(first="1.8.2026", last="18.12.2026", name="Syksy", status=422).field_error("first")
    page = calendar.follow("Add a term").form().submit(first="11.8.2026", last="18.12.2026", name="Syksy")
    assert page.has("Syksy 11 Aug 2026–18 Dec 2026 94")
    assert not works(ledger, village, date(2027, 1, 13))
    page = page.form("Remove: Syksy").submit()
    assert works(ledger, village, date(2027, 1, 13))
    assert page.form("Put it back").submit().has("Syksy 11 Aug 2026–18 Dec 2026 94")


def test_a_school_year_is_added_changed_and_removed_before_it_begins(
    chief: Client, calendar: Page, ledger: Ledger
) -> None:
    form = calendar.follow("Add a school year").form()
    page = form.submit(first="10.8.2027", last="3.6.2028")
    assert page.has("10 Aug 2027–3 Jun 2028")
    assert "2026–2027" in page.links
    page = page.follow("Change the days").form().submit(first="9.8.2027", last="3.6.2028")
    assert page.has("9 Aug 2027–3 Jun 2028")
    page = page.form("Remove the school year").submit()
    assert "2027–2028" not in page.links
    assert "Remove the school year" not in page.text
    with ledger.transaction() as transaction:
        year_id = transaction.session.scalars(select(SchoolYear.id)).one()
    chief.post(page.url.split("/calendar")[0] + f"/calendar/years/{year_id}/remove", status=400)


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        ("10.8.2027", "9.8.2027", "last"),
        ("10.8.2027", "1.12.2028", "last"),
        ("1.5.2027", "3.6.2028", "first"),
        ("", "3.6.2028", "first"),
        ("31.2.2028", "3.6.2028", "first"),
        ("10.8.2027", "never", "last"),
        ("10.8.2027\x00", "3.6.2028", "first"),
    ],
)
def test_a_year_that_cannot_be_is_refused_at_its_field(calendar: Page, first: str, last: str, field: str) -> None:
    page = calendar.follow("Add a school year").form().submit(first=first, last=last, status=422)
    assert page.field_error(field)


def test_days_outside_every_school_year_are_refused(calendar: Page) -> None:
    form = calendar.follow("Add days without school").form()
    page = form.submit(first="1.7.2026", last="2.7.2026", name_fi="Kesä", status=422)
    assert "in no school year" in page.field_error("first")


def test_the_second_of_two_who_change_a_year_sees_what_the_first_saved(calendar: Page) -> None:
    mine, theirs = (calendar.follow("Change the days").form() for _ in range(2))
    theirs.submit(first="12.8.2026", last="5.6.2027")
    page = mine.submit(first="13.8.2026", last="5.6.2027", status=409)
    assert page.has("First day: 12.8.2026")
    assert page.has("First day: 13.8.2026")
    assert page.form().submit().has("13 Aug 2026–5 Jun 2027")


def test_a_school_sees_its_providers_days_and_adds_its_own(
    chief: Client, calendar: Page, village: Village, ledger: Ledger
) -> None:
    other = village.another_school()
    calendar.follow("Add days without school").form().submit(
        first="12.10.2026", last="16.10.2026", name_fi="Syysloma", name_sv=""
    )
    page = chief.get("/organisations").follow("Calendar: Koivurannan koulu")
    assert page.has("Syysloma 12 Oct 2026–16 Oct 2026 All schools of the provider")
    assert page.has("The school year is the provider’s.")
    page = (
        page.follow("Add days without school")
        .form()
        .submit(first="1.12.2026", last="1.12.2026", name_fi="Juhlapäivä", name_sv="Festdag")
    )
    assert page.has("Juhlapäivä 1 Dec 2026")
    assert not works(ledger, village, date(2026, 12, 1))
    with system_work(ledger) as work:
        found = institution_calendar(work.session, other)
        assert found is not None
        assert found.is_working_day(date(2026, 12, 1))


def test_things_of_another_calendar_cannot_be_reached_through_ones_own(chief: Client, village: Village) -> None:
    owner = village.provider_id
    with village.work() as work:
        year = SchoolYear(organisation_id=village.school_id, starts_on=date(2027, 8, 9), ends_on=date(2028, 6, 3))
        closed = ClosedDays(
            organisation_id=village.school_id,
            starts_on=date(2027, 10, 11),
            ends_on=date(2027, 10, 15),
            name_fi="Loma",
            name_sv="Lov",
        )
        work.session.add_all([year, closed])
        work.session.flush()
        term = Term(school_year_id=year.id, name="Syksy", starts_on=year.starts_on, ends_on=year.ends_on)
        work.session.add(term)
    chief.get(f"/organisations/{owner}/calendar/years/{year.id}", status=404)
    chief.get(f"/organisations/{village.school_id}/calendar/years/{year.id}")
    token = chief.get(f"/organisations/{village.school_id}/calendar?year={year.id}").form("Remove: Syksy").data
    chief.post(f"/organisations/{owner}/calendar/terms/{term.id}/remove", token, status=404)
    chief.post(f"/organisations/{owner}/calendar/closed-days/{closed.id}/remove", token, status=404)
    chief.get(f"/organisations/{owner}/calendar?year={uuid4()}&removed=closed&first=x")
    chief.get(f"/organisations/{owner}/calendar?year=x&removed=term&first=2026-10-12&last=2026-10-11")
    chief.get(f"/organisations/{village.county_id}/calendar", status=404)
