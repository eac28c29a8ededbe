"""Rule 32: where a student under non-disclosure for safety is to be found (661/2009 36-37 §)."""

from uuid import uuid4

import pytest

from welfare.rules.actors import Actor, World
from welfare.rules.whereabouts import may_know_the_school

STUDENT = uuid4()


@pytest.mark.parametrize(
    ("world", "is_oneself", "is_restricted", "is_told"),
    [
        (World.CITIZEN, False, False, True),
        (World.CITIZEN, False, True, False),
        (World.CITIZEN, True, True, True),
        (World.STAFF, False, True, True),
    ],
)
def test_a_guardian_is_not_told_the_school_of_a_student_under_non_disclosure(
    world: World, *, is_oneself: bool, is_restricted: bool, is_told: bool
) -> None:
    actor = Actor(uuid4(), STUDENT if is_oneself else uuid4(), world, full_sign_in=True)
    assert may_know_the_school(actor, STUDENT, is_restricted=is_restricted) is is_told


def test_a_guardian_of_the_same_protected_home_is_told_it_for_that_student_alone() -> None:
    actor = Actor(uuid4(), uuid4(), World.CITIZEN, at_home_with=frozenset({STUDENT}), full_sign_in=True)
    assert may_know_the_school(actor, STUDENT, is_restricted=True)
    assert not may_know_the_school(actor, uuid4(), is_restricted=True)


def test_beside_a_hidden_guardian_the_other_one_is_not_told_it_of_that_student_alone() -> None:
    actor = Actor(uuid4(), uuid4(), World.CITIZEN, beside_hidden=frozenset({STUDENT}), full_sign_in=True)
    assert not may_know_the_school(actor, STUDENT, is_restricted=False)
    assert may_know_the_school(actor, uuid4(), is_restricted=False)
