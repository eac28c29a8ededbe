"""Answers that belong to nobody: in batches, about the service that led."""

import pytest

from welfare.rules.actors import Role
from welfare.rules.feedback import SkipReason, is_batch, needs_words, service_of
from welfare.rules.requests import Service
from welfare.rules.suppression import FLOOR, FloorError


@pytest.mark.parametrize(("waiting", "is_enough"), [(0, False), (4, False), (5, True), (6, True)])
def test_answers_are_shown_five_at_a_time(waiting: int, *, is_enough: bool) -> None:
    assert is_batch(waiting, FLOOR) is is_enough


def test_a_batch_is_as_large_as_the_floor_of_the_house() -> None:
    assert not is_batch(9, 10)
    assert is_batch(10, 10)
    with pytest.raises(FloorError):
        is_batch(4, 4)


@pytest.mark.parametrize(
    ("role", "service"),
    [
        (Role.SENIOR_CURATOR, Service.CURATOR),
        (Role.PSYCHOLOGIST, Service.PSYCHOLOGIST),
        (Role.NURSE, Service.NURSE),
        (Role.DOCTOR, Service.DOCTOR),
        (Role.PRINCIPAL, Service.CURATOR),
    ],
)
def test_the_service_judged_is_that_of_who_led(role: Role, service: Service) -> None:
    assert service_of(role) is service


def test_only_another_reason_is_told_in_words() -> None:
    assert [reason for reason in SkipReason if needs_words(reason)] == [SkipReason.OTHER]
    assert not needs_words(None)
