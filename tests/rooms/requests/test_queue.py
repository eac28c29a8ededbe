"""The queue: by statutory due time, in three parts, and as quick with many requests as with few."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, event

from tests.builders_requests import at_work, read, the_request
from tests.clock import NOW, Clock
from tests.rooms.requests.conftest import School
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.requests.actions.handling import claim_request
from welfare.requests.actions.talks import TalkAt, hold_talk
from welfare.requests.models import ContactRequest
from welfare.requests.pages import queue as queue_pages
from welfare.requests.queries import queue as queue_queries
from welfare.requests.queries.queue import Show, queue_stretch, tally
from welfare.rules.actors import Actor, Role
from welfare.rules.requests import Service, Urgency
from welfare.rules.talks import TalkWay

SOON = {"urgency": Urgency.URGENT, "urgency_reason": "syy"}


def sent_on(school: School, clock: Clock, day: int, **changes: object) -> UUID:
    """A request sent on a day of November at nine."""
    clock.now = datetime.fromisoformat(f"2026-11-{day:02}T09:00:00+02:00")
    request_id = school.sent(**changes)
    clock.now = NOW
    return request_id


def order(ledger: Ledger, actor: Actor, show: Show = Show.ALL, **where: int) -> list[UUID]:
    with ledger.transaction() as transaction:
        return list(queue_stretch(transaction.session, actor, show, **where).ids)


def test_the_queue_stands_by_due_time_and_a_held_talk_stands_last(
    school: School, ledger: Ledger, clock: Clock, visit: Visit
) -> None:
    held = sent_on(school, clock, 11)
    later, late, urgent, today, oldest = (
        sent_on(school, clock, 20),
        sent_on(school, clock, 11),
        sent_on(school, clock, 20, **SOON),
        sent_on(school, clock, 12),
        sent_on(school, clock, 2, service=Service.UNSURE),
    )
    with at_work(school.village, school.curator) as work:
        request = the_request(work, held)
        claim_request(work, request)
        hold_talk(work, request, TalkAt(at=work.now - timedelta(hours=1), way=TalkWay.PHONE))
        actor = work.actor
    assert order(ledger, actor) == [oldest, late, urgent, today, later, held]
    page = visit(school.curator).get("/requests/queue")
    headings = [node.text for node in page.tree.all("h3")]
    assert headings == ["Now", "Later"]
    for words in ("1 working day late", "Today", "6 working days left", "Talk held", "Urgent"):
        assert page.has(words), words


def test_a_nurses_queue_has_no_limit_and_stands_by_arrival(school: School, clock: Clock, visit: Visit) -> None:
    sent_on(school, clock, 20, service=Service.NURSE, description="Toinen")
    sent_on(school, clock, 2, service=Service.NURSE, description="Ensimmäinen")
    page = visit(school.village.staff(Role.NURSE, "Mirja Kanervala")).get("/requests/queue")
    assert page.has("No time limit in law")
    assert page.main.index("Ensimmäinen") < page.main.index("Toinen")


def test_filters_and_their_counts(school: School, visit: Visit) -> None:
    first, _second = school.sent(description="Oma asia"), school.sent(description="Vapaa asia")
    client = visit(school.curator)
    client.get(f"/requests/{first}").form("Claim").submit()
    page = client.get("/requests/queue")
    assert {"All 2", "Unclaimed 1", "With me 1", "Handled"} <= set(page.links)
    assert not page.follow("Unclaimed 1").has("Oma asia")
    assert not page.follow("With me 1").has("Vapaa asia")
    assert page.follow("Handled").has("No requests here")
    assert client.get("/requests/queue?show=nonsense&page=-3").has("Oma asia")


def test_who_has_a_queue_is_led_to_it_and_from_there_to_what_was_sent(school: School, visit: Visit) -> None:
    curator = visit(school.curator).get("/").follow("Requests")
    assert curator.heading == "Request queue"
    assert curator.follow("Sent requests").heading == "Sent requests"
    assert visit(school.teacher).get("/").follow("Requests").heading == "Sent requests"


def test_what_nobody_has_taken_is_new_until_the_day_after_the_next(school: School, clock: Clock, visit: Visit) -> None:
    sent_on(school, clock, 20)
    clock.now = datetime.fromisoformat("2026-11-23T09:00:00+02:00")
    assert visit(school.curator).get("/requests/queue").has("New")
    clock.now = datetime.fromisoformat("2026-11-24T09:00:00+02:00")
    assert not visit(school.curator).get("/requests/queue").has("New")


def test_what_is_handled_says_when_and_how_it_ended(school: School, visit: Visit) -> None:
    client = visit(school.curator)
    request_id = school.sent()
    client.get(f"/requests/{request_id}").form("Claim").submit()
    held = client.get(f"/requests/{request_id}/talks/held").form("Record the talk")
    assert held.data["on"] == "23.11.2026"
    page = held.submit(clock="8", way="in_person")
    assert page.has("Mon 23 Nov, the day it came")
    client.get(f"/requests/{request_id}/outcome").form("Close the request").submit(outcome="advice_only")
    page = client.get("/requests/queue?show=closed")
    assert page.has("Closed Mon 23 Nov: Advice was enough · Arrived Mon 23 Nov")


def test_how_the_limits_were_kept_is_drawn_beside_what_is_handled(school: School, clock: Clock, visit: Visit) -> None:
    held_in_time, held_late, _waiting = (sent_on(school, clock, 3) for _number in range(3))
    for request_id, day in ((held_in_time, 12), (held_late, 17)):
        with at_work(school.village, school.curator) as work:
            request = the_request(work, request_id)
            claim_request(work, request)
            at = datetime.fromisoformat(f"2026-11-{day}T09:00:00+02:00")
            hold_talk(work, request, TalkAt(at=at, way=TalkWay.PHONE))
    page = visit(school.curator).get("/requests/queue?show=closed")
    assert page.has("A talk was held within the time limit: 1 of 3 in the last eight weeks.")
    elsewhere = school.village.staff(Role.CURATOR, "Maija Muualla", school_id=school.village.another_school())
    assert not visit(elsewhere).get("/requests/queue?show=closed").has("Time limits kept")
    assert not visit(school.curator).get("/requests/queue").has("Time limits kept")


def test_a_page_has_twenty_five_and_leads_to_the_next(
    school: School, ledger: Ledger, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_pages, "PAGE_SIZE", 2)
    for number in range(5):
        school.sent(description=f"Asia numero {number}")
    client = visit(school.curator)
    page = client.get("/requests/queue")
    seen = [page.main.count("Asia numero")]
    while "Next" in page.links:
        page = page.follow("Next")
        seen.append(page.main.count("Asia numero"))
    assert seen == [2, 2, 1]
    assert page.has("5–5 of 5")
    actor = actor_of(school)
    assert len({*order(ledger, actor, size=3), *order(ledger, actor, offset=3, size=3)}) == 5


def test_counting_stops_where_no_number_helps(school: School, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_queries, "MOST_COUNTED", 2)
    monkeypatch.setattr(queue_pages, "MOST_COUNTED", 2)
    for _ in range(3):
        school.sent()
    assert "All 2+" in visit(school.curator).get("/requests/queue").links


def test_many_schools_are_read_in_several_statements(
    school: School, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_queries, "_MOST_BRANCHES", 1)
    ids = {school.sent(), school.sent(service=Service.UNSURE)}
    assert set(order(ledger, actor_of(school))) == ids


def test_an_urgent_request_past_its_limit_is_told_to_the_whole_service(
    school: School, clock: Clock, visit: Visit
) -> None:
    sent_on(school, clock, 19, **SOON)
    colleague = school.village.staff(Role.CURATOR, "Mika Kanervala")
    for who in (school.curator, colleague):
        for url in ("/", "/requests/queue"):
            assert visit(who).get(url).has("An urgent request is past its limit.")
    elsewhere = school.village.staff(Role.CURATOR, "Maija Muualla", school_id=school.village.another_school())
    assert not visit(elsewhere).get("/requests/queue").has("past its limit")


def test_a_limit_counted_without_a_calendar_is_marked(school: School, clock: Clock, visit: Visit) -> None:
    clock.now = datetime.fromisoformat("2027-06-03T09:00:00+03:00")
    request_id = school.sent()
    page = visit(school.curator).get(f"/requests/{request_id}")
    assert page.has("The school calendar does not reach the time limit")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("show", [Show.ALL, Show.UNCLAIMED, Show.MINE, Show.CLOSED])
def test_each_stretch_is_read_along_its_index_without_sorting(school: School, ledger: Ledger, show: Show) -> None:
    """Why the pages of a queue cost the same at any size. PostgreSQL gets the same indexes and the same statements."""
    plans: list[str] = []
    connection_plans(ledger, plans)
    order(ledger, actor_of(school), show)
    assert plans
    branches = [line for line in plans if "contact_request" in line]
    assert branches
    assert all("USING" in line and "INDEX ix_contact_request" in line for line in branches), plans
    assert sum("USE TEMP B-TREE FOR ORDER BY" in line for line in plans) <= (show is Show.MINE)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_every_count_is_taken_along_an_index_alone(school: School, ledger: Ledger) -> None:
    plans: list[str] = []
    connection_plans(ledger, plans)
    with ledger.transaction() as transaction:
        tally(transaction.session, actor_of(school), NOW.date())
    branches = [line for line in plans if "contact_request" in line]
    assert branches
    assert all("INDEX ix_contact_request" in line for line in branches), plans
    assert all("COVERING" in line for line in branches if "school_id" in line), plans


def connection_plans(ledger: Ledger, plans: list[str]) -> None:
    """Note the plan of every statement that reads requests in order."""

    def note(connection: Connection, _cursor: object, statement: str, parameters: Any, *_rest: object) -> None:  # noqa: ANN401 - the driver's
        if "contact_request" in statement and "LIMIT" in statement and not statement.startswith("EXPLAIN"):
            cursor = connection.connection.cursor()
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(row[3] for row in cursor.fetchall())

    event.listen(ledger.engine, "before_cursor_execute", note)


def actor_of(school: School) -> Actor:
    """The curator, as the gate would have it."""
    with at_work(school.village, school.curator) as work:
        return work.actor


def test_what_stands_in_the_queue_follows_what_is_done(school: School, ledger: Ledger) -> None:
    request = read(ledger, school.sent())
    assert isinstance(request, ContactRequest)
    assert request.queue_on == request.due_on == date(2026, 12, 2)
