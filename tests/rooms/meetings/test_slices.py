"""Whose item is whose: what one student's people see of a meeting holds nothing of another's (OHL 14 § 4, 22 § 1)."""

from datetime import date, timedelta

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import a_will, an_assessment, an_exclusion, leaves_employment
from tests.clock import Clock
from tests.rooms.meetings.conftest import Sees, Sitting
from welfare.people.models import Person
from welfare.rules.actors import Role
from welfare.rules.consent import Answer, ConsentKind

TODAY = date(2026, 11, 23)


def test_whoever_attends_two_items_sees_exactly_two(sitting: Sitting, sees: Sees) -> None:
    assert sees(sitting.mirja) == [sitting.aadas, sitting.eliass]
    assert sees(sitting.saara) == [sitting.aadas, sitting.eliass]


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("petri", "aadas"),
        ("henrik", "eliass"),
        ("aada", "aadas"),
        ("tiina", "aadas"),
        ("elias", "eliass"),
        ("jari", "eliass"),
    ],
)
def test_whoever_attends_one_item_sees_that_one(sitting: Sitting, sees: Sees, name: str, item: str) -> None:
    assert sees(getattr(sitting, name)) == [getattr(sitting, item)]


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.CURATOR, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER])
def test_no_office_shows_a_meeting_to_one_who_belongs_to_none_of_its_groups(
    village: Village, sees: Sees, role: Role
) -> None:
    assert sees(village.staff(role, "Ulla Vieras")) is None


def test_a_consent_withdrawn_closes_the_item_and_leaves_the_other(
    village: Village, sitting: Sitting, sees: Sees
) -> None:
    _withdraws(village, sitting, sitting.mirja)
    assert sees(sitting.mirja) == [sitting.eliass]
    _withdraws(village, sitting, sitting.petri)
    assert sees(sitting.petri) is None


def test_the_convenor_whom_no_consent_admits_keeps_an_empty_meeting_to_call_off(
    village: Village, sitting: Sitting, sees: Sees
) -> None:
    for case_id, student in ((sitting.aadas_case, sitting.aada), (sitting.eliass_case, sitting.elias)):
        an_exclusion(village, case_id, student, sitting.saara)
    assert sees(sitting.saara) == []


def test_one_who_is_shut_out_for_kinship_sees_the_other_item_alone(
    village: Village, sitting: Sitting, sees: Sees
) -> None:
    an_exclusion(village, sitting.aadas_case, sitting.aada, sitting.mirja)
    assert sees(sitting.mirja) == [sitting.eliass]


def test_a_guardian_whom_the_minor_has_shut_out_finds_no_meeting_at_all(
    village: Village, sitting: Sitting, sees: Sees
) -> None:
    will = a_will(
        village,
        sitting.aadas_case,
        sitting.aada,
        ConsentKind.MINOR_PROHIBITION,
        named=sitting.tiina,
        has_weighty_reason=True,
    )
    assert sees(sitting.tiina) == [sitting.aadas]
    an_assessment(village, will, sitting.mirja)
    assert sees(sitting.tiina) is None
    assert sees(sitting.aada) == [sitting.aadas]


def test_from_eighteen_on_nobody_is_a_guardian(village: Village, sitting: Sitting, sees: Sees, clock: Clock) -> None:
    with village.work() as work:
        work.session.get_one(Person, sitting.aada.person_id).of_age_on = TODAY + timedelta(days=1)
    assert sees(sitting.tiina) == [sitting.aadas]
    clock.forward(days=1)
    assert sees(sitting.tiina) is None
    assert sees(sitting.aada) == [sitting.aadas]


def test_who_left_the_work_has_left_the_meeting(village: Village, sitting: Sitting, sees: Sees) -> None:
    leaves_employment(village, sitting.petri, TODAY)
    leaves_employment(village, sitting.saara, TODAY)
    assert sees(sitting.petri) is None
    assert sees(sitting.saara) is None


def _withdraws(village: Village, sitting: Sitting, member: Someone) -> None:
    kind = ConsentKind.GROUP_MEMBER
    a_will(village, sitting.aadas_case, sitting.aada, kind, Answer.WITHDRAWN, named=member, given_on=TODAY)
