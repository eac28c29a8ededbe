from datetime import date, timedelta

import pytest

from welfare.rules.teacher_notes import (
    LONGEST_DAYS,
    Period,
    TeacherNoteHint,
    TeacherNoteLack,
    hints_in,
    what_the_period_lacks,
)

MONDAY = date(2026, 11, 23)


def days(first: int, last: int) -> Period:
    return Period(MONDAY + timedelta(days=first), MONDAY + timedelta(days=last))


@pytest.mark.parametrize(
    ("period", "lacks"),
    [
        (days(0, 0), ()),
        (days(0, 30), ()),
        (days(-10, 5), ()),
        (days(20, 30), ()),
        (days(5, 4), (TeacherNoteLack.ENDS,)),
        (days(-5, -1), (TeacherNoteLack.PAST,)),
        (days(0, LONGEST_DAYS), ()),
        (days(0, LONGEST_DAYS + 1), (TeacherNoteLack.TOO_LONG,)),
    ],
)
def test_a_note_ends_and_not_too_late(period: Period, lacks: tuple[TeacherNoteLack, ...]) -> None:
    assert what_the_period_lacks(period, MONDAY) == lacks


@pytest.mark.parametrize(("distance", "holds"), [(-1, 0), (0, 1), (3, 1), (5, 1), (6, 0)])
def test_it_is_shown_from_its_first_day_to_its_last(distance: int, holds: int) -> None:
    assert days(0, 5).holds_on(MONDAY + timedelta(days=distance)) is bool(holds)


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("Annetaan tauko pyydettäessä.", ()),
        ("Ge en paus när eleven ber om det.", ()),
        ("Annetaan tauko, koska kotona on vaikeaa.", (TeacherNoteHint.REASON,)),
        ("Vanhempien avioeron takia annetaan aikaa.", (TeacherNoteHint.REASON,)),
        ("Ge paus eftersom hemmet är oroligt.", (TeacherNoteHint.REASON,)),
        ("Masennuksen lääkitys väsyttää.", (TeacherNoteHint.ILLNESS,)),
        ("ADHD-oireiden vuoksi istuu edessä.", (TeacherNoteHint.REASON, TeacherNoteHint.ILLNESS)),
    ],
)
def test_what_sounds_like_a_reason_is_looked_at_once_more(text: str, hints: tuple[TeacherNoteHint, ...]) -> None:
    assert hints_in(text) == hints
