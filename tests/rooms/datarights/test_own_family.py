"""No officer handles a request about oneself or the own family (HL 27-28 §); the officer beside does."""

from datetime import date

import pytest

from tests.builders import Someone
from tests.builders_cases import a_case, an_exclusion
from tests.client import Page
from tests.rooms.datarights.conftest import Desk
from tests.signing_in import Visit
from welfare.people.models import Guardianship, Person
from welfare.rules.actors import Role

ASIDE = "Somebody else handles this"


def bind(desk: Desk, guardian: Someone, ward: Someone, ends_on: date | None = None) -> None:
    """One is the other's guardian, or was."""
    with desk.village.work() as work:
        work.session.add(
            Guardianship(
                guardian_id=guardian.person_id,
                student_id=ward.person_id,
                has_custody=True,
                decides=True,
                may_receive_information=True,
                begins_on=date(2018, 8, 1),
                ends_on=ends_on,
            )
        )


def is_kept_from(desk: Desk, page: Page) -> bool:
    """Whether the officer finds neither the request nor the name, and cannot decide on the page of before."""
    shown = desk.client.get("/rights/logs").by_id("waiting").text
    desk.client.get(page.url, status=404)
    page.form("Give the log").submit(status=404)
    return ASIDE in shown and "Aada" not in shown


@pytest.mark.parametrize("ended", [None, date(2024, 7, 31)])
def test_an_officer_who_is_or_was_the_guardian_handles_nothing_of_the_child(desk: Desk, ended: date | None) -> None:
    page = desk.client.get(desk.receive())
    bind(desk, desk.officer, desk.pupil, ended)
    assert is_kept_from(desk, page)
    page = desk.client.get("/rights/logs/new").form("Find the person").submit(name="Aada")
    assert page.has(ASIDE)
    desk.client.get(f"/rights/logs/new/{desk.pupil.person_id}", status=404)


def test_an_officer_handles_nothing_of_the_other_guardian_of_the_own_child(desk: Desk) -> None:
    page = desk.client.get(desk.receive(desk.mother.person_id, name="Tiina Aadan äiti"))
    bind(desk, desk.officer, desk.pupil)
    assert is_kept_from(desk, page)


@pytest.mark.parametrize(("code", "is_same"), [(b"1" * 32, True), (b"2" * 32, False)])
def test_an_officer_whom_the_roster_knows_as_a_parent_too_handles_nothing_of_the_child(
    desk: Desk, code: bytes, *, is_same: bool
) -> None:
    page = desk.client.get(desk.receive())
    with desk.village.work() as work:
        work.session.get_one(Person, desk.officer.person_id).identity_code_index = code
        work.session.get_one(Person, desk.mother.person_id).identity_code_index = b"1" * 32
    desk.client.get(page.url, status=404 if is_same else 200)
    assert (ASIDE in desk.client.get("/rights/logs").by_id("waiting").text) == is_same


def test_an_officer_with_a_recorded_conflict_of_interest_handles_nothing_of_the_pupil(desk: Desk) -> None:
    page = desk.client.get(desk.receive())
    case_id = a_case(desk.village, desk.pupil, desk.curator)
    an_exclusion(desk.village, case_id, desk.pupil, desk.officer)
    assert is_kept_from(desk, page)


def test_the_officer_beside_handles_it_and_the_guardian_officer_the_rest(desk: Desk, visit: Visit) -> None:
    other = desk.village.student("Eetu Kallio", desk.village.a_class("9A"))
    url, others = desk.receive(), desk.receive(other.person_id)
    bind(desk, desk.officer, desk.pupil)
    beside = visit(desk.village.staff(Role.DATA_PROTECTION_OFFICER, "Pekka Vahti"))
    assert beside.get(url).form("Give the log").submit().has("The report is made.")
    assert desk.client.get(others).form("Give the log").submit().has("The report is made.")
