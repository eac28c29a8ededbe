"""What a guardian is given of a child's log: nothing of what is only proposed, and no service's of an older child.

ATL 11 § 1, 34 §, 51 §: the right is the client's own. OHL 19 §: before the opening only whoever decides is asked.
"""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from tests.builders_cases import a_case
from tests.builders_services import a_client
from tests.rooms.datarights.conftest import ASKED, Desk
from tests.rooms.datarights.test_log_requests import GUARDIAN, _county_officer, report_lines
from tests.signing_in import Visit
from welfare.cases.models import Case
from welfare.people.models import Person
from welfare.rules.cases import CaseState
from welfare.rules.permissions import Permission

READING = ",Reading a journal,"


def step(desk: Desk, case_id: UUID, state: CaseState, opened_on: date | None) -> None:
    with desk.village.work() as work:
        case = work.session.get_one(Case, case_id)
        case.state, case.opened_on = state, opened_on


@pytest.mark.parametrize(
    ("state", "opened_on", "is_told"),
    [
        (CaseState.PROPOSED, None, False),
        (CaseState.CLOSED, None, False),
        (CaseState.OPEN, date(2026, 11, 3), True),
        (CaseState.CLOSED, date(2026, 11, 3), True),
    ],
)
def test_what_was_never_more_than_proposed_is_in_the_childs_log_and_not_in_the_guardians(
    desk: Desk, *, state: CaseState, opened_on: date | None, is_told: bool
) -> None:
    case_id = a_case(desk.village, desk.pupil, desk.curator)
    desk.deeds.leave(desk.curator, Permission.JOURNAL_READ, about=desk.pupil.person_id, within=case_id)
    desk.looked(Permission.CASE_PROPOSE_FOR)
    step(desk, case_id, state, opened_on)
    own = report_lines(desk, desk.granted())
    mothers = report_lines(desk, desk.granted(**GUARDIAN, guardian=str(desk.mother.person_id)))
    for lines, told in ((own, True), (mothers, is_told)):
        assert any(READING in line for line in lines) == told
    assert any("Proposing a matter" in line for line in own)
    assert not any("Proposing a matter" in line for line in mothers)


@pytest.mark.parametrize(("of_age_on", "is_given"), [(date(2030, 1, 1), False), (date(2034, 1, 1), True)])
def test_a_service_gives_a_guardian_the_log_of_a_child_under_twelve_alone(
    desk: Desk, visit: Visit, *, of_age_on: date, is_given: bool
) -> None:
    a_client(desk.village, desk.pupil, desk.curator)
    with desk.village.work() as work:
        work.session.get_one(Person, desk.pupil.person_id).of_age_on = of_age_on
    client = visit(_county_officer(desk.village))
    asked: dict[str, Any] = {**ASKED, **GUARDIAN, "register": f"{desk.village.county_id}:social"}
    form = client.get(f"/rights/logs/new/{desk.pupil.person_id}").form("Receive the request")
    page = form.submit(**asked, guardian=str(desk.mother.person_id))
    given = page.form("Give the log").submit(status=200 if is_given else 422)
    assert given.has("The report is made.") == is_given
