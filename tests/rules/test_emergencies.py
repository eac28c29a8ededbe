from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from welfare.organisations.queries import WEEKDAYS
from welfare.rules.actors import Actor, Facts, Post, Role, World
from welfare.rules.emergencies import (
    LASTS,
    EmergencyState,
    SelfReviewError,
    check_reviewer,
    emergency_state,
    is_delayed,
    review_due,
)
from welfare.rules.permissions import GRANTS, Permission, decide

OPENED = datetime(2026, 11, 30, 8, tzinfo=UTC)
ENDS = OPENED + LASTS
MOMENT = timedelta(microseconds=1)


def test_it_lasts_an_hour_and_ends_by_itself() -> None:
    assert emergency_state(ENDS, None, OPENED) is EmergencyState.OPEN
    assert emergency_state(ENDS, None, ENDS - MOMENT) is EmergencyState.OPEN
    assert emergency_state(ENDS, None, ENDS) is EmergencyState.OVER
    assert emergency_state(ENDS, OPENED + MOMENT, OPENED + 2 * MOMENT) is EmergencyState.OVER


@pytest.mark.parametrize(
    ("opened", "due"),
    [
        (date(2026, 11, 30), date(2026, 12, 3)),
        (date(2026, 12, 3), date(2026, 12, 8)),
        (date(2026, 12, 23), date(2026, 12, 30)),
    ],
)
def test_it_is_reviewed_by_the_third_working_day(opened: date, due: date) -> None:
    """Independence Day falls on a Sunday; over Christmas no day of holiday counts."""
    assert review_due(opened, WEEKDAYS) == due


def test_nobody_reviews_an_own_opening() -> None:
    opener, other = uuid4(), uuid4()
    check_reviewer(other, opener)
    for reviewer in (opener, None):
        with pytest.raises(SelfReviewError):
            check_reviewer(reviewer, opener)


def test_a_delay_stands_to_its_last_day() -> None:
    assert is_delayed(date(2026, 12, 1), date(2026, 12, 1))
    assert not is_delayed(date(2026, 12, 1), date(2026, 12, 2))
    assert not is_delayed(None, date(2026, 12, 1))


def _facts(actor: Actor, **changes: object) -> Facts:
    known = {"on": date(2026, 11, 30), "school_id": SCHOOL, "owner_account_id": actor.account_id, "state": "open"}
    return Facts(**{**known, **changes})  # type: ignore[arg-type]  # columns of Facts


SCHOOL = uuid4()


def _actor(role: Role) -> Actor:
    post = Post(role, SCHOOL, uuid4(), frozenset({SCHOOL}))
    return Actor(uuid4(), uuid4(), World.STAFF, (post,), full_sign_in=True)


def test_the_reason_stands_among_the_grounds_of_everything_done() -> None:
    curator = _actor(Role.CURATOR)
    decision = decide(curator, Permission.EMERGENCY_READ, _facts(curator, break_glass="missing_pupil"))
    assert decision.grounds[-1] == "break_glass:missing_pupil"
    assert "break_glass" not in " ".join(decide(curator, Permission.EMERGENCY_READ, _facts(curator)).grounds)


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.STUDENT, Role.GUARDIAN}])
def test_no_office_and_no_teacher_has_a_way_in(role: Role) -> None:
    professionals = {Role.CURATOR, Role.SENIOR_CURATOR, Role.PSYCHOLOGIST, Role.NURSE, Role.DOCTOR}
    who = _actor(role)
    for permission in (Permission.EMERGENCY_OPEN, Permission.EMERGENCY_READ):
        assert decide(who, permission, _facts(who)).is_granted is (role in professionals)


def test_every_way_in_is_a_worker_of_the_services_and_shut_to_a_relative() -> None:
    for permission in (Permission.EMERGENCY_OPEN, Permission.EMERGENCY_READ):
        names = [{clause.__name__ for clause in row} for row in GRANTS[permission]]
        assert all({"is_welfare_professional", "serves_the_school", "not_excluded"} <= row for row in names)
