"""The two nights when clocks are changed: an hour that no clock shows is refused, one that comes twice stays meant."""

from datetime import UTC, datetime

import pytest

from tests.builders import Village
from tests.builders_cases import a_case
from tests.client import Page
from tests.rooms.meetings.conftest import Sitting
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.meetings.models import Meeting
from welfare.rules.actors import Role

SPRING = "28.3.2027"
AUTUMN = "31.10.2027"
FIRST, SECOND = datetime(2027, 10, 31, 0, 30, tzinfo=UTC), datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
WORDS = "No clock shows this time on that night."


def move(visit: Visit, sitting: Sitting, *, status: int = 200, **typed: str) -> Page:
    form = visit(sitting.saara).get(f"/meetings/{sitting.meeting}/move").form("Save")
    return form.fill(**typed).submit(status=status)


def starts(ledger: Ledger, sitting: Sitting) -> datetime:
    with ledger.transaction() as transaction:
        return transaction.session.get_one(Meeting, sitting.meeting).starts_at


@pytest.mark.parametrize("time", ["3", "3.30", "3.59"])
def test_a_meeting_is_not_moved_into_the_hour_that_spring_leaves_out(
    visit: Visit, ledger: Ledger, sitting: Sitting, time: str
) -> None:
    before = starts(ledger, sitting)
    refused = move(visit, sitting, status=422, on=SPRING, clock=time)
    assert WORDS in refused.field_error("clock")
    assert refused.by_id("clock").get("value") == time
    assert starts(ledger, sitting) == before


def test_the_minutes_around_that_hour_are_taken(visit: Visit, ledger: Ledger, sitting: Sitting) -> None:
    move(visit, sitting, on=SPRING, clock="2.59")
    assert starts(ledger, sitting) == datetime(2027, 3, 28, 0, 59, tzinfo=UTC)
    move(visit, sitting, on=SPRING, clock="4")
    assert starts(ledger, sitting) == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)


def test_no_meeting_is_planned_in_that_hour(village: Village, visit: Visit) -> None:
    saara = village.staff(Role.CURATOR, "Saara Lehtovirta")
    case_id = a_case(village, village.student("Aada Metsäpelto", village.a_class()), saara)
    form = visit(saara).get("/meetings/new").form("Plan the meeting")
    refused = form.fill(on=SPRING, clock="3.15", minutes="30", cases=[str(case_id)]).submit(status=422)
    assert WORDS in refused.field_error("clock")
    assert refused.form("Plan the meeting").fill(clock="4.15").submit().has("The meeting is planned.")


def test_of_an_hour_that_comes_twice_the_first_is_meant(visit: Visit, ledger: Ledger, sitting: Sitting) -> None:
    move(visit, sitting, on=AUTUMN, clock="3.30")
    assert starts(ledger, sitting) == FIRST


def test_a_meeting_in_the_second_of_the_two_stays_there_when_only_its_place_changes(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    with village.work() as work:
        work.session.get_one(Meeting, sitting.meeting).starts_at = SECOND
    move(visit, sitting, place="Tila Kuusi")
    assert starts(ledger, sitting) == SECOND
    move(visit, sitting, clock="4.30")
    assert starts(ledger, sitting) == datetime(2027, 10, 31, 2, 30, tzinfo=UTC)
