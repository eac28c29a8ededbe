"""One curator for 670 students, one psychologist for 780, and not one student more (OHL 9 a §)."""

import pytest

from welfare.rules.staffing import Need, Posts, StaffedService, is_enough, posts_needed, taught_in

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


@pytest.mark.parametrize(
    ("students", "posts", "needed", "missing", "each"),
    [
        (670, Posts(filled=100), 100, 0, 670),
        (671, Posts(filled=100), 101, 1, 671),
        (1000, Posts(filled=50, bought=50, vacant=100), 150, 50, 1000),
        (100, Posts(vacant=100), 15, 15, None),
        (0, Posts(), 0, 0, None),
    ],
)
def test_a_vacant_post_serves_nobody_and_a_bought_one_does(
    students: int, posts: Posts, needed: int, missing: int, each: int | None
) -> None:
    need = Need(StaffedService.CURATOR, students, posts)
    assert (need.needed, need.missing, need.students_each) == (needed, missing, each)
    assert need.is_enough is (missing == 0)


@pytest.mark.parametrize(
    ("codes", "languages"), [("fi", ["fi"]), ("sv,fi", ["fi", "sv"]), ("fi,en,se", ["fi", "other"]), ("", ["fi"])]
)
def test_pupils_are_counted_by_national_language_and_others_together(codes: str, languages: list[str]) -> None:
    assert list(taught_in(codes)) == languages
