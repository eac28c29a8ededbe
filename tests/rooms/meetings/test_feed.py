"""One's own times in one's own calendar: by an address known to it alone, silent, and never more than one may see."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

import pytest
from flask import Flask
from flask.testing import FlaskClient
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.builders import Village
from tests.builders_cases import a_will, an_assessment, leaves_employment, loses_account
from tests.builders_meetings import a_meeting, an_item
from tests.client import Client
from tests.clock import Clock
from tests.rooms.meetings.asking import Desk
from tests.rooms.meetings.conftest import Sitting
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.audit.models import AuditEvent
from welfare.meetings import actions
from welfare.meetings.models import CalendarFeed, MeetingItem
from welfare.rules.actors import Role
from welfare.rules.consent import Answer, ConsentKind

Fetch = Callable[[str], TestResponse]
STARTS = datetime(2026, 11, 30, 7, 30, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)
TODAY = date(2026, 11, 23)


@pytest.fixture
def fetch(app: Flask, clock: Clock) -> Fetch:
    """A calendar programme that nobody is signed in with; it asks once a minute."""

    def ask(path: str) -> TestResponse:
        clock.forward(minutes=1)
        programme: FlaskClient = app.test_client()
        return programme.get(path)

    return ask


def an_address(client: Client) -> str:
    """Make an address as its owner does; gives the path."""
    page = client.get("/meetings/feed")
    button = "Make an address" if page.has("You have no address yet.") else "Make a new address"
    address = page.form(button).submit().by_id("feed-address").text
    return "/calendar/" + address.partition("/calendar/")[2]


def events(response: TestResponse) -> list[Event]:
    assert (response.status_code, response.mimetype) == (200, "text/calendar")
    return list(IcsCalendarStream.calendar_from_ics(response.text).events)


def spans(response: TestResponse) -> list[tuple[object, object]]:
    return [(event.dtstart, event.dtend) for event in events(response)]


@pytest.mark.parametrize(
    ("name", "begins", "ends"),
    [
        ("petri", STARTS, STARTS + HALF_AN_HOUR),
        ("tiina", STARTS, STARTS + HALF_AN_HOUR),
        ("aada", STARTS, STARTS + HALF_AN_HOUR),
        ("henrik", STARTS + HALF_AN_HOUR, STARTS + 2 * HALF_AN_HOUR),
        ("jari", STARTS + HALF_AN_HOUR, STARTS + 2 * HALF_AN_HOUR),
        ("mirja", STARTS, STARTS + 2 * HALF_AN_HOUR),
        ("saara", STARTS, STARTS + 2 * HALF_AN_HOUR),
    ],
)
def test_everybody_fetches_the_own_time(
    visit: Visit, fetch: Fetch, sitting: Sitting, name: str, begins: datetime, ends: datetime
) -> None:
    assert spans(fetch(an_address(visit(getattr(sitting, name))))) == [(begins, ends)]


def test_whoever_belongs_to_no_meeting_fetches_an_empty_calendar(
    village: Village, visit: Visit, fetch: Fetch, sitting: Sitting
) -> None:
    assert events(fetch(an_address(visit(sitting.mirja)))) != []
    assert events(fetch(an_address(visit(village.staff(Role.TEACHER, "Ulla Vieras"))))) == []


def test_a_feed_names_nobody_and_nothing(visit: Visit, fetch: Fetch, sitting: Sitting) -> None:
    text = fetch(an_address(visit(sitting.mirja))).text.replace("\r\n ", "")
    assert f"/meetings/{sitting.meeting}" in text
    for word in ("Aada", "Elias", "Saara", "Mirja", "Petri", "Honka", "Koivuranta", "KOI", "ORGANIZER", "ATTENDEE"):
        assert word not in text


def test_the_feed_of_one_item_is_the_same_whether_or_not_there_are_others(
    village: Village, visit: Visit, fetch: Fetch, sitting: Sitting, clock: Clock
) -> None:
    address = an_address(visit(sitting.petri))
    beside = fetch(address).text
    with village.work() as work:
        actions.remove_item(work, work.session.get_one(MeetingItem, sitting.eliass))
    clock.now -= timedelta(minutes=1)
    with village.work() as work:
        work.session.scalars(select(CalendarFeed)).one().asked_at = None
    assert fetch(address).text == beside


def test_only_the_digest_of_an_address_is_kept_and_it_is_shown_once(
    visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    client = visit(sitting.petri)
    token = an_address(client).removeprefix("/calendar/").removesuffix(".ics")
    assert len(token) == 43
    with ledger.transaction() as transaction:
        row = transaction.session.scalars(select(CalendarFeed)).one()
        assert row.token_digest == sha256(token.encode()).digest()
    page = client.get("/meetings/feed")
    assert page.has("Your calendar has an address")
    assert token not in page.html


def test_a_revoked_an_unknown_and_a_missing_address_are_answered_alike(
    visit: Visit, fetch: Fetch, sitting: Sitting
) -> None:
    client = visit(sitting.petri)
    address = an_address(client)
    assert events(fetch(address)) != []
    client.get("/meetings/feed").form("Revoke the address").submit()
    revoked, unknown = fetch(address), fetch("/calendar/" + "x" * 43 + ".ics")
    nowhere = fetch("/calendar/nowhere")
    assert (revoked.status_code, unknown.status_code, nowhere.status_code) == (404, 404, 404)
    assert revoked.text == unknown.text == nowhere.text
    assert revoked.mimetype == unknown.mimetype == nowhere.mimetype


def test_a_new_address_takes_the_place_of_the_old_one(visit: Visit, fetch: Fetch, sitting: Sitting) -> None:
    client = visit(sitting.petri)
    old = an_address(client)
    new = an_address(client)
    assert fetch(old).status_code == 404
    assert events(fetch(new)) != []


def test_a_consent_withdrawn_empties_the_feed(village: Village, visit: Visit, fetch: Fetch, sitting: Sitting) -> None:
    address = an_address(visit(sitting.petri))
    assert events(fetch(address)) != []
    kind = ConsentKind.GROUP_MEMBER
    a_will(village, sitting.aadas_case, sitting.aada, kind, Answer.WITHDRAWN, named=sitting.petri, given_on=TODAY)
    assert events(fetch(address)) == []


def test_of_two_items_the_one_whose_consent_is_withdrawn_goes(
    village: Village, visit: Visit, fetch: Fetch, sitting: Sitting
) -> None:
    address = an_address(visit(sitting.mirja))
    kind = ConsentKind.GROUP_MEMBER
    a_will(village, sitting.aadas_case, sitting.aada, kind, Answer.WITHDRAWN, named=sitting.mirja, given_on=TODAY)
    assert spans(fetch(address)) == [(STARTS + HALF_AN_HOUR, STARTS + 2 * HALF_AN_HOUR)]


def test_a_guardian_who_is_shut_out_fetches_an_empty_calendar(
    village: Village, visit: Visit, fetch: Fetch, sitting: Sitting
) -> None:
    address = an_address(visit(sitting.tiina))
    kind, case = ConsentKind.MINOR_PROHIBITION, sitting.aadas_case
    will = a_will(village, case, sitting.aada, kind, named=sitting.tiina, has_weighty_reason=True)
    assert events(fetch(address)) != []
    an_assessment(village, will, sitting.mirja)
    assert events(fetch(address)) == []


def test_without_account_or_post_the_address_is_not_there(
    village: Village, visit: Visit, fetch: Fetch, sitting: Sitting
) -> None:
    petris, mirjas = an_address(visit(sitting.petri)), an_address(visit(sitting.mirja))
    assert (fetch(petris).status_code, fetch(mirjas).status_code) == (200, 200)
    loses_account(village, sitting.petri)
    leaves_employment(village, sitting.mirja, TODAY)
    assert (fetch(petris).status_code, fetch(mirjas).status_code) == (404, 404)


def test_moved_and_called_off_the_feed_follows(visit: Visit, fetch: Fetch, sitting: Sitting) -> None:
    saara, address = visit(sitting.saara), an_address(visit(sitting.petri))
    saara.get(f"/meetings/{sitting.meeting}/move").form("Save").fill(on="4.12.2026", clock="12").submit()
    begins = datetime(2026, 12, 4, 10, tzinfo=UTC)
    assert spans(fetch(address)) == [(begins, begins + HALF_AN_HOUR)]
    saara.get(f"/meetings/{sitting.meeting}/call-off").form("Call the meeting off").fill(sure="y").submit()
    assert events(fetch(address)) == []


def test_mail_and_feed_tell_one_appointment(village: Village, visit: Visit, fetch: Fetch) -> None:
    desk = Desk.of(village)
    saara = visit(desk.saara)
    desk.invite_all(saara)
    saara.get(f"/meetings/{desk.meeting}/move").form("Save").fill(clock="14").submit()
    (event,) = events(fetch(an_address(visit(desk.tiina))))
    assert event.sequence == len(desk.mails(desk.tiina)) - 1 == 1


@pytest.mark.parametrize(
    "starts", [datetime(2027, 3, 28, 0, 45, tzinfo=UTC), datetime(2027, 10, 31, 0, 30, tzinfo=UTC)]
)
def test_in_the_nights_when_clocks_are_changed_the_time_is_right(
    village: Village, visit: Visit, fetch: Fetch, starts: datetime
) -> None:
    desk = Desk.of(village)
    meeting = a_meeting(village, desk.saara, starts)
    an_item(village, meeting, desk.case)
    assert (starts, starts + HALF_AN_HOUR) in spans(fetch(an_address(visit(desk.mirja))))


def test_each_fetching_is_in_the_trail_as_a_deed_of_the_owner(
    visit: Visit, fetch: Fetch, ledger: Ledger, sitting: Sitting
) -> None:
    fetch(an_address(visit(sitting.petri)))
    with ledger.transaction() as transaction:
        statement = select(AuditEvent).where(AuditEvent.permission == "public:calendar_feed")
        (event,) = transaction.session.scalars(statement).all()
        assert event.actor_id == sitting.petri.account_id


def test_a_calendar_that_asks_again_at_once_is_told_to_wait(
    visit: Visit, fetch: Fetch, sitting: Sitting, clock: Clock
) -> None:
    address = an_address(visit(sitting.petri))
    assert fetch(address).status_code == 200
    clock.now -= timedelta(minutes=1) - timedelta(seconds=5)
    again = fetch(address)
    assert (again.status_code, again.headers["Retry-After"], again.text) == (429, "10", "")
    assert fetch(address).status_code == 200
