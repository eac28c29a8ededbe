"""A colleague's calendar fetches the days of a unit's clock: by an address known to it alone, and as long as it may."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256

import pytest
from flask import Flask
from ical.calendar_stream import IcsCalendarStream
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.builders import Someone, Village
from tests.builders_cases import leaves_employment
from tests.builders_school_year import a_task
from tests.client import Client
from tests.clock import Clock
from welfare.audit.models import AuditEvent
from welfare.school_year.models import ClockFeed

Fetch = Callable[[str], TestResponse]


@pytest.fixture
def fetch(app: Flask, clock: Clock) -> Fetch:
    """A calendar programme that nobody is signed in with; it asks once a minute."""

    def ask(path: str) -> TestResponse:
        clock.forward(minutes=1)
        return app.test_client().get(path)

    return ask


def an_address(client: Client, village: Village) -> str:
    page = client.get(f"/communal/{village.school_id}/clock/feed")
    button = "Make an address" if page.has("You have no address yet.") else "Make a new address"
    address = page.form(button).submit().by_id("feed-address").text
    return "/annual-clock/" + address.partition("/annual-clock/")[2]


def days(response: TestResponse) -> list[tuple[object, str | None]]:
    assert (response.status_code, response.mimetype) == (200, "text/calendar")
    return [(event.dtstart, event.summary) for event in IcsCalendarStream.calendar_from_ics(response.text).events]


def test_a_calendar_fetches_what_is_still_to_be_done(
    reader: Client, village: Village, teacher: Someone, fetch: Fetch
) -> None:
    a_task(village, "Kysely", month=4, owner=teacher)
    a_task(village, "Tehty", month=9, done_on=date(2026, 9, 1))
    response = fetch(an_address(reader, village))
    assert days(response) == [(date(2027, 4, 30), "Kysely")]
    for word in ("Rautasalo", "Tehty", "ATTENDEE", "ORGANIZER"):
        assert word not in response.text


def test_a_revoked_an_unknown_and_a_replaced_address_are_answered_alike(
    reader: Client, village: Village, fetch: Fetch
) -> None:
    first = an_address(reader, village)
    assert fetch(first).status_code == 200
    second = an_address(reader, village)
    assert fetch(second).status_code == 200
    reader.get(f"/communal/{village.school_id}/clock/feed").form("Revoke the address").submit()
    answers = [fetch(path) for path in (first, second, "/annual-clock/" + "x" * 43 + ".ics")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1


def test_whoever_works_there_no_more_fetches_nothing(
    reader: Client, village: Village, teacher: Someone, fetch: Fetch
) -> None:
    address = an_address(reader, village)
    assert fetch(address).status_code == 200
    leaves_employment(village, teacher, date(2026, 11, 22))
    assert fetch(address).status_code == 404


def test_a_calendar_that_asks_too_often_is_told_to_wait(
    app: Flask, reader: Client, village: Village, fetch: Fetch
) -> None:
    address = an_address(reader, village)
    assert fetch(address).status_code == 200
    answer = app.test_client().get(address)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "10")


def test_the_trail_names_who_fetched_and_only_a_digest_is_kept(
    reader: Client, village: Village, teacher: Someone, fetch: Fetch
) -> None:
    address = an_address(reader, village)
    fetch(address)
    token = address.removeprefix("/annual-clock/").removesuffix(".ics")
    with village.ledger.transaction() as transaction:
        kept = transaction.session.scalars(select(ClockFeed.token_digest)).one()
        own = select(AuditEvent).where(AuditEvent.chain_id == village.provider_id).order_by(AuditEvent.seq.desc())
        event = transaction.session.scalars(own).first()
        assert event is not None
        assert event.actor_id == teacher.account_id
    assert kept == sha256(token.encode()).digest()
