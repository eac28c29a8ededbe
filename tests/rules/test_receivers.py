from datetime import date, timedelta

import pytest

from welfare.rules.actors import Role
from welfare.rules.disclosure import DisclosureGround as Ground
from welfare.rules.receivers import (
    DEFAULT_DAYS,
    LONGEST_DAYS,
    REACH,
    InsideReceiver,
    last_day_open,
    may_decide,
    reaches,
)

OWN_DUTY = {Ground.THREAT_TO_LIFE, Ground.CHILD_PROTECTION, Ground.EVIDENT_SOCIAL_NEED, Ground.CONSULTATION}
MONDAY = date(2026, 11, 23)


def somebody(role: Role, *, has_pupil: bool = False, is_named: bool = False) -> InsideReceiver:
    return InsideReceiver(roles=frozenset({role}), has_pupil=has_pupil, is_named=is_named)


def test_every_ground_says_whom_it_reaches() -> None:
    assert set(REACH) == set(Ground)


@pytest.mark.parametrize("ground", Ground)
def test_the_lead_decides_on_everything_and_a_member_on_what_is_each_ones_own(ground: Ground) -> None:
    assert may_decide(ground, is_lead=True)
    assert may_decide(ground, is_lead=False) is (ground in OWN_DUTY)


@pytest.mark.parametrize(
    ("ground", "receiver"),
    [
        (Ground.TEACHING, somebody(Role.TEACHER, has_pupil=True)),
        (Ground.TEACHING, somebody(Role.PRINCIPAL, has_pupil=True)),
        (Ground.COMPULSORY_EDUCATION, somebody(Role.PRINCIPAL, has_pupil=True)),
        (Ground.STUDENTS_WELFARE, somebody(Role.PSYCHOLOGIST)),
        (Ground.UPPER_SECONDARY_TASK, somebody(Role.NURSE)),
        (Ground.VOCATIONAL_TASK, somebody(Role.PRINCIPAL)),
        (Ground.CONSENT, somebody(Role.TEACHER, is_named=True)),
    ],
)
def test_a_ground_reaches_those_in_the_house_whom_its_act_names(ground: Ground, receiver: InsideReceiver) -> None:
    assert reaches(ground, receiver)


@pytest.mark.parametrize(
    ("ground", "receiver"),
    [
        (Ground.TEACHING, somebody(Role.TEACHER)),
        (Ground.TEACHING, somebody(Role.SCHOOL_SECRETARY, has_pupil=True)),
        (Ground.TEACHING, somebody(Role.NURSE, has_pupil=True)),
        (Ground.COMPULSORY_EDUCATION, somebody(Role.CURATOR, has_pupil=True)),
        (Ground.STUDENTS_WELFARE, somebody(Role.TEACHER, has_pupil=True)),
        (Ground.UPPER_SECONDARY_TASK, somebody(Role.STUDY_COUNSELLOR, has_pupil=True)),
        (Ground.VOCATIONAL_TASK, somebody(Role.PSYCHOLOGIST)),
        (Ground.CONSENT, somebody(Role.TEACHER, has_pupil=True)),
        (Ground.TRANSFER_CONSENT, somebody(Role.PRINCIPAL, is_named=True)),
    ],
)
def test_a_ground_reaches_nobody_else_in_the_house(ground: Ground, receiver: InsideReceiver) -> None:
    assert not reaches(ground, receiver)


@pytest.mark.parametrize(
    "ground",
    [
        Ground.THREAT_TO_LIFE,
        Ground.CHILD_PROTECTION,
        Ground.EVIDENT_SOCIAL_NEED,
        Ground.SOCIAL_AUTHORITY_REQUEST,
        Ground.PARTYS_RIGHT,
        Ground.CONSULTATION,
    ],
)
@pytest.mark.parametrize("role", Role)
def test_authorities_parties_and_experts_get_no_access_to_the_house(ground: Ground, role: Role) -> None:
    assert not reaches(ground, somebody(role, has_pupil=True, is_named=True))


@pytest.mark.parametrize(
    ("asked", "consent_to", "days"),
    [
        (None, None, DEFAULT_DAYS),
        (7, None, 7),
        (400, None, LONGEST_DAYS),
        (None, 5, 5),
        (90, 60, 60),
        (3, 60, 3),
    ],
)
def test_a_copy_stays_open_no_longer_than_the_policy_or_its_consent(
    asked: int | None, consent_to: int | None, days: int
) -> None:
    def day(distance: int | None) -> date | None:
        return None if distance is None else MONDAY + timedelta(days=distance)

    assert last_day_open(day(asked), MONDAY, day(consent_to)) == day(days)
