"""An edit of the school calendar moves the limits of requests that wait, on the page and in the queue (OHL 15 § 1)."""

from datetime import date, datetime

import pytest

from tests.builders_requests import read
from tests.client import Page
from tests.clock import NOW, Clock
from tests.rooms.requests.conftest import School
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.rules.actors import Role
from welfare.rules.requests import Urgency


@pytest.fixture
def calendar(school: School, visit: Visit) -> Page:
    """The provider's calendar, before its administrator."""
    chief = visit(school.village.staff(Role.ADMINISTRATOR, "Ville Ylläpito"))
    return chief.get("/organisations").follow("Calendar: Rannan kunta")


def close(calendar: Page, first: str, last: str) -> Page:
    form = calendar.follow("Add days without school").form()
    return form.submit(first=first, last=last, name_fi="Vapaa", name_sv="Ledigt")


def test_an_added_holiday_moves_the_limit_and_its_removal_moves_it_back(
    school: School, calendar: Page, ledger: Ledger, visit: Visit
) -> None:
    request_id = school.sent()
    curator = visit(school.curator)
    assert curator.get(f"/requests/{request_id}").has("2 Dec")
    page = close(calendar, "25.11.2026", "27.11.2026")
    assert read(ledger, request_id).due_on == read(ledger, request_id).queue_on == date(2026, 12, 7)
    assert curator.get(f"/requests/{request_id}").has("7 Dec")
    assert not curator.get(f"/requests/{request_id}").has("2 Dec")
    page.form("Remove: Vapaa").submit()
    assert curator.get(f"/requests/{request_id}").has("2 Dec")


def test_the_queue_is_in_the_order_of_the_new_limits(
    school: School, calendar: Page, clock: Clock, visit: Visit
) -> None:
    clock.now = datetime.fromisoformat("2026-11-20T09:00:00+02:00")
    school.sent(description="Tavallinen")
    clock.now = NOW
    weekdays = {"urgency": Urgency.URGENT, "urgency_reason": "syy"}
    curator = visit(school.curator)
    close(calendar, "24.11.2026", "24.11.2026")
    school.sent(description="Kiireellinen", **weekdays)
    main = curator.get("/requests/queue").main
    assert main.index("Kiireellinen") < main.index("Tavallinen")


def test_a_term_and_a_year_of_the_school_count_as_well(
    school: School, calendar: Page, ledger: Ledger, visit: Visit
) -> None:
    request_id = school.sent()
    assert visit(school.curator).get(f"/requests/{request_id}").has("2 Dec")
    calendar.follow("Add a term").form().submit(first="11.8.2026", last="24.11.2026", name="Syksy")
    page = calendar.follow("Add a term").form().submit(first="7.1.2027", last="28.5.2027", name="Kevät")
    assert read(ledger, request_id).due_on == date(2027, 1, 14)
    page.form("Remove: Syksy").submit()
    page.form("Remove: Kevät").submit()
    assert read(ledger, request_id).due_on == date(2026, 12, 2)
