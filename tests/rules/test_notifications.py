from datetime import date

import pytest

from welfare.rules.notifications import (
    CITATIONS,
    NotificationFacts,
    NotificationGround,
    NotificationLack,
    what_is_missing,
)

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("ground", "section"),
    [
        (NotificationGround.NOTIFICATION, "LSL 25 § 1 mom."),
        (NotificationGround.TOGETHER, "LSL 25 a §"),
        (NotificationGround.POLICE, "LSL 25 § 3 mom."),
    ],
)
def test_every_ground_cites_its_section(ground: NotificationGround, section: str) -> None:
    assert CITATIONS[ground].short.replace("\u00a0", " ") == section


def test_no_ground_is_without_its_law() -> None:
    assert set(CITATIONS) == set(NotificationGround)


@pytest.mark.parametrize(
    ("made_on", "register", "lacks"),
    [
        (MONDAY, "x", ()),
        (date(2026, 11, 20), "x", ()),
        (date(2026, 11, 24), "x", (NotificationLack.COMING,)),
        (MONDAY, "", (NotificationLack.KEPT_IN,)),
    ],
)
def test_it_has_been_made_and_its_content_stays_somewhere(
    made_on: date, register: str, lacks: tuple[NotificationLack, ...]
) -> None:
    assert what_is_missing(NotificationFacts(made_on=made_on, on=MONDAY, has_register=bool(register))) == lacks
