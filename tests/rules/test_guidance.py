"""Whether an instruction holds, who is to read it, and grades of training (COM F34-F36)."""

from datetime import date

import pytest

from welfare.rules.actors import Role
from welfare.rules.guidance import (
    ROLES_OF,
    GradeError,
    InstructionState,
    Readers,
    ReadShare,
    checked_grade,
    is_for,
    state_on,
)

FIRST, LAST = date(2026, 9, 1), date(2027, 7, 31)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 8, 31), InstructionState.COMING),
        (FIRST, InstructionState.IN_FORCE),
        (LAST, InstructionState.IN_FORCE),
        (date(2027, 8, 1), InstructionState.ENDED),
    ],
)
def test_both_the_first_day_and_the_last_count(day: date, state: InstructionState) -> None:
    assert state_on(day, FIRST, LAST) is state
    assert state_on(date(2040, 1, 1), FIRST, None) is InstructionState.IN_FORCE


def test_each_is_read_by_those_it_is_for() -> None:
    assert set(ROLES_OF) == set(Readers)
    assert is_for(Readers.TEACHING, [Role.TEACHER])
    assert not is_for(Readers.TEACHING, [Role.NURSE, Role.PRINCIPAL])
    assert is_for(Readers.WELFARE, [Role.NURSE])
    assert is_for(Readers.EVERYBODY, [Role.SCHOOL_SECRETARY])
    assert not is_for(Readers.EVERYBODY, [Role.STUDENT, Role.GUARDIAN])


def test_a_share_is_a_hundred_only_when_all_have_read() -> None:
    assert (ReadShare(199, 200).percent, ReadShare(199, 200).is_whole) == (99, False)
    assert (ReadShare(2, 2).percent, ReadShare(2, 2).is_whole) == (100, True)
    assert ReadShare(0, 0).percent == 100


@pytest.mark.parametrize("tenths", [40, 85, 100])
def test_grades_lie_between_four_and_ten(tenths: int) -> None:
    assert checked_grade(tenths) == tenths


@pytest.mark.parametrize("tenths", [39, 101, 0, -85])
def test_no_grade_lies_elsewhere(tenths: int) -> None:
    with pytest.raises(GradeError):
        checked_grade(tenths)
