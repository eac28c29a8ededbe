"""One's own meetings by week and by month: on their days, in order, with the way to the days before and after."""

from datetime import UTC, datetime

import pytest

from tests.builders import Village
from tests.builders_meetings import Asked, a_meeting, an_item
from tests.client import Client, Page
from tests.rooms.meetings.conftest import Sitting
from tests.signing_in import Visit
from welfare.rules.actors import Role
from welfare.rules.meetings import MeetingState

MONTH = "/meetings?view=month&day=2026-11-30"


def at(village: Village, sitting: Sitting, begins: datetime, state: MeetingState = MeetingState.PLANNED) -> None:
    """Another meeting of Saara's about Aada."""
    meeting = a_meeting(village, sitting.saara, begins, state=state)
    an_item(village, meeting, sitting.aadas_case, [Asked(sitting.petri, office=Role.SPECIAL_TEACHER)])


def days_of(page: Page) -> dict[str, str]:
    """What stands under each day of a week's list that has a meeting."""
    listed = page.tree.first("ol", when=lambda node: node.get("aria-label") == "Days of the week")
    assert listed is not None
    headed = [(day.first("h2"), day.text) for day in listed.all("li") if day.first("h2")]
    return {heading.text: text for heading, text in headed if heading}


def cell_of(page: Page, day: str) -> str:
    """What stands in the square of a day of November."""
    of_day = page.tree.first("time", when=lambda node: node.get("datetime") == f"2026-11-{day}")
    return next(cell.text for cell in page.tree.all("td") if of_day in cell.all("time"))


@pytest.fixture
def saara(visit: Visit, sitting: Sitting) -> Client:
    return visit(sitting.saara)


def test_a_week_lists_the_days_that_have_meetings_each_in_the_order_of_time(
    village: Village, saara: Client, sitting: Sitting
) -> None:
    at(village, sitting, datetime(2026, 12, 2, 11, tzinfo=UTC))
    at(village, sitting, datetime(2026, 12, 2, 7, tzinfo=UTC), MeetingState.CANCELLED)
    found = days_of(saara.get("/meetings?day=2026-12-01"))
    assert list(found) == ["Mon 30 Nov", "Wed 2 Dec"]
    monday = found["Mon 30 Nov"]
    places = [monday.index(words) for words in ("9:30–10:30", "KOI/001 Aada", "KOI/002 Elias", "Planned")]
    assert places == sorted(places)
    wednesday = found["Wed 2 Dec"]
    assert wednesday.index("9:00") < wednesday.index("13:00")
    assert "Called off" in wednesday


def test_a_month_shows_every_day_of_its_weeks_and_the_meetings_on_theirs(
    village: Village, saara: Client, sitting: Sitting
) -> None:
    at(village, sitting, datetime(2026, 11, 26, 11, tzinfo=UTC))
    page = saara.get(MONTH)
    assert page.has("November 2026")
    assert len(page.tree.all("td")) == 42
    assert "13:00–14:00" in cell_of(page, "26")
    assert "9:30–10:30" in cell_of(page, "30")
    assert "9:30" not in cell_of(page, "26")


def test_one_turns_to_the_weeks_and_months_before_and_after_and_back_to_today(saara: Client) -> None:
    week = saara.get("/meetings?day=2026-11-30")
    assert week.has("30 Nov 2026 – 6 Dec 2026")
    assert week.follow("Later").has("7 Dec 2026 – 13 Dec 2026")
    assert week.follow("Earlier").has("23 Nov 2026 – 29 Nov 2026")
    assert week.follow("Today").has("23 Nov 2026 – 29 Nov 2026")
    month = week.follow("Month")
    assert month.follow("Later").has("December 2026")
    assert month.follow("Earlier").has("October 2026")


def test_each_sees_the_own_time_alone(visit: Visit, sitting: Sitting) -> None:
    for who, own, other in ((sitting.petri, "9:30–10:00", "10:30"), (sitting.henrik, "10:00–10:30", "9:30")):
        for address in ("/meetings?day=2026-11-30", MONTH):
            page = visit(who).get(address)
            assert page.has(own)
            assert not page.has(other)
    family = visit(sitting.jari).get("/meetings?day=2026-11-30")
    assert days_of(family)["Mon 30 Nov"].startswith("Mon 30 Nov 10:00–10:30 Meeting")


def test_in_the_week_of_the_clock_change_days_and_times_are_finlands(
    village: Village, saara: Client, sitting: Sitting
) -> None:
    at(village, sitting, datetime(2026, 10, 24, 20, 30, tzinfo=UTC))  # Saturday, half past eleven in the evening
    at(village, sitting, datetime(2026, 10, 25, 21, 30, tzinfo=UTC))  # Sunday, the same, an hour later by the sun
    found = days_of(saara.get("/meetings?day=2026-10-25"))
    assert {day: "23:30" in text for day, text in found.items()} == {"Sat 24 Oct": True, "Sun 25 Oct": True}


def test_whom_nobody_has_invited_is_told_what_will_stand_there(visit: Visit, sitting: Sitting) -> None:
    staff = visit(sitting.petri).get("/meetings?day=2027-03-01")
    assert staff.has("or call a group together yourself.")
    family = visit(sitting.aada).get("/meetings?day=2027-03-01")
    assert family.has("A meeting appears here when you are invited to it.")


@pytest.mark.parametrize("day", ["never", "2026-02-30", "0001-01-01", "9999-12-31", ""])
def test_a_day_that_no_calendar_shows_is_today(saara: Client, day: str) -> None:
    for view in ("", "&view=month", "&view=year"):
        assert saara.get(f"/meetings?day={day}{view}").status == 200
