"""A series of meetings: each of its days is looked at, and whoever plans it meets all the same or leaves days out."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_cases import a_case
from tests.builders_meetings import Asked, a_meeting, an_item
from tests.client import Client, Page
from tests.signing_in import Visit
from welfare.meetings.models import Meeting
from welfare.rules.actors import Role
from welfare.rules.cases import Part
from welfare.rules.meetings import MeetingState

WEEKLY = {"on": "26.11.2026", "clock": "9.15", "minutes": "30", "repeat": "weekly", "until": "17.12.2026"}
FIRST, SECOND, THIRD, LAST = date(2026, 11, 26), date(2026, 12, 3), date(2026, 12, 10), date(2026, 12, 17)


class Planner:
    """Saara, who plans a series about Aada with Mirja the nurse; Mirja and Pasi meet about Vilma on some days."""

    def __init__(self, village: Village, visit: Visit) -> None:
        self.village, self.ledger = village, village.ledger
        self.saara = village.staff(Role.CURATOR, "Saara Lehtovirta")
        self.mirja = village.staff(Role.NURSE, "Mirja Kanervala")
        self.pasi = village.staff(Role.PSYCHOLOGIST, "Pasi Psykologi")
        self.vilma = village.student("Vilma Koskela", village.a_class("7A"))
        self.aada = village.student("Aada Metsäpelto", village.a_class())
        self.case = a_case(village, self.aada, self.saara, self.mirja)
        self.others_case = a_case(village, self.vilma, self.pasi, self.mirja)
        self.client: Client = visit(self.saara)

    def another_meeting(self, on: date, *asked: Someone, state: MeetingState = MeetingState.PLANNED) -> None:
        """A meeting about Vilma at half past nine."""
        begins = datetime(on.year, on.month, on.day, 7, 30, tzinfo=UTC)
        meeting = a_meeting(self.village, self.pasi, begins, state=state)
        an_item(self.village, meeting, self.others_case, [Asked(who, office=Role.NURSE) for who in asked])

    def plan(self, status: int = 200, **typed: object) -> Page:
        """Fill the form in and send it."""
        form = self.client.get("/meetings/new").form("Plan the meeting")
        return form.fill(**(WEEKLY | {"cases": [str(self.case)]} | typed)).submit(status=status)

    def days(self) -> list[date]:
        """On which days the group meets."""
        with self.ledger.transaction() as transaction:
            own = Meeting.convenor_account_id == self.saara.account_id
            starts = select(Meeting.starts_at).where(own).order_by(Meeting.starts_at)
            return [moment.date() for moment in transaction.session.scalars(starts)]


@pytest.fixture
def planner(village: Village, visit: Visit) -> Planner:
    return Planner(village, visit)


def offered(page: Page) -> dict[str, str]:
    """The days that may be left out: what stands at each."""
    boxes = page.tree.all("input", when=lambda node: node.get("name") == "left_out")
    labels = {label.get("for"): label.text for label in page.tree.all("label")}
    return {box.get("value"): labels[box.get("id")] for box in boxes}


def test_each_day_is_looked_at_and_the_busy_are_named_with_nothing_else(planner: Planner) -> None:
    for day in (SECOND, LAST):
        planner.another_meeting(day, planner.mirja)
    refused = planner.plan(422)
    assert "Somebody is busy on 2 days of the series." in refused.field_error("left_out")
    shown = offered(refused)
    assert list(shown) == ["2026-12-03", "2026-12-17"]
    assert all("Mirja Kanervala" in words for words in shown.values())
    for secret in ("Vilma", "Koskela", "Pasi", "9:30", "Honka"):
        assert not refused.has(secret)
    assert planner.days() == []


def test_the_days_ticked_are_left_out_and_the_others_planned(planner: Planner) -> None:
    planner.another_meeting(SECOND, planner.mirja)
    refused = planner.plan(422)
    planned = refused.form("Plan the meeting").fill(left_out=["2026-12-03"]).submit()
    assert planned.has("3 meetings are planned.")
    assert planner.days() == [FIRST, THIRD, LAST]


def test_the_group_meets_all_the_same_where_that_is_ticked(planner: Planner) -> None:
    planner.another_meeting(SECOND, planner.mirja)
    planner.another_meeting(THIRD, planner.mirja)
    form = planner.plan(422).form("Plan the meeting")
    form.fill(left_out=["2026-12-10"], anyway="y").submit()
    assert planner.days() == [FIRST, SECOND, LAST]


def test_a_day_that_is_not_left_out_is_asked_again(planner: Planner) -> None:
    planner.another_meeting(SECOND, planner.mirja)
    planner.another_meeting(THIRD, planner.mirja)
    again = planner.plan(422).form("Plan the meeting").fill(left_out=["2026-12-10"]).submit(status=422)
    assert "Somebody is busy on one day of the series." in again.field_error("left_out")
    assert list(offered(again)) == ["2026-12-03", "2026-12-10"]
    assert again.form("Plan the meeting").data.getlist("left_out") == ["2026-12-10"]


def test_the_first_day_may_be_left_out_but_not_every_day(planner: Planner) -> None:
    every = [day.isoformat() for day in (FIRST, SECOND, THIRD, LAST)]
    for day in (FIRST, SECOND, THIRD, LAST):
        planner.another_meeting(day, planner.mirja)
    form = planner.plan(422).form("Plan the meeting")
    refused = form.fill(left_out=every).submit(status=422)
    assert "Every day of the series is left out. Keep at least one." in refused.field_error("left_out")
    refused.form("Plan the meeting").fill(left_out=every[:-1], anyway="y").submit()
    assert planner.days() == [LAST]


def test_what_was_ticked_stays_when_something_else_is_wrong(planner: Planner) -> None:
    planner.another_meeting(SECOND, planner.mirja)
    form = planner.plan(422).form("Plan the meeting")
    refused = form.fill(left_out=["2026-12-03"], minutes="0").submit(status=422)
    assert refused.form("Plan the meeting").data.getlist("left_out") == ["2026-12-03"]
    refused.form("Plan the meeting").fill(minutes="30").submit()
    assert planner.days() == [FIRST, THIRD, LAST]


def test_a_day_that_is_none_is_refused_and_one_of_another_series_leaves_out_nothing(planner: Planner) -> None:
    planner.another_meeting(SECOND, planner.mirja)
    form = planner.plan(422).form("Plan the meeting")
    form.data.setlist("left_out", ["3.12.2026"])
    assert "Choose among the answers offered." in form.submit(status=422).field_error("left_out")
    form.data.setlist("left_out", ["2026-12-04"])
    form.fill(anyway="y").submit()
    assert planner.days() == [FIRST, SECOND, THIRD, LAST]


def test_a_meeting_that_ends_as_this_begins_or_was_called_off_takes_nobodys_time(planner: Planner) -> None:
    planner.another_meeting(SECOND, planner.mirja, state=MeetingState.CANCELLED)
    planner.another_meeting(THIRD, planner.mirja)
    assert planner.plan(clock="9.00").has("4 meetings are planned.")


def test_of_a_family_it_is_not_told_that_they_have_another_meeting(village: Village, planner: Planner) -> None:
    mother = village.guardian("Tiina Metsäpelto", planner.aada)
    begins = datetime(2026, 12, 3, 7, 30, tzinfo=UTC)
    meeting = a_meeting(village, planner.pasi, begins)
    an_item(village, meeting, planner.others_case, [Asked(mother, Part.GUARDIAN), Asked(planner.vilma, Part.STUDENT)])
    assert planner.plan().has("4 meetings are planned.")
