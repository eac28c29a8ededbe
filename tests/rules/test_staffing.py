"""One curator for 670 students, one psychologist for 780, and not one student more (OHL 9 a §)."""

import pytest

from welfare.rules.staffing import StaffedService, is_enough, posts_needed

CURATOR, PSYCHOLOGIST = StaffedService.CURATOR, StaffedService.PSYCHOLOGIST


@pytest.mark.parametrize(
    ("service", "students", "hundredths", "enough"),
    [
        (CURATOR, 670, 100, True),
        (CURATOR, 671, 100, False),
        (CURATOR, 335, 50, True),
        (CURATOR, 0, 0, True),
        (PSYCHOLOGIST, 780, 100, True),
        (PSYCHOLOGIST, 781, 100, False),
        (PSYCHOLOGIST, 1560, 199, False),
    ],
)
def test_posts_are_enough_up_to_the_last_student(
    service: StaffedService, students: int, hundredths: int, *, enough: bool
) -> None:
    assert is_enough(service, students, hundredths) is enough


def test_a_negative_number_of_students_is_refused() -> None:
    assert posts_needed(CURATOR, 0) == 0
    with pytest.raises(ValueError, match="-1"):
        posts_needed(CURATOR, -1)
