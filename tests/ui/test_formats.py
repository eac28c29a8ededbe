"""Dates, times, numbers and names are written as the reader's language writes them."""

from datetime import UTC, date, datetime, time

import pytest

from tests.ui.conftest import Speaking
from welfare.ui import formats
from welfare.ui.characters import MINUS, NO_BREAK_SPACE
from welfare.ui.locale import brand, current_locale, name_key

NOON = datetime(2026, 11, 22, 10, 5, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
WRITTEN = [
    ("fi", "22.11.2026 klo\u00a012.05", "ma 23.11.", "maanantai 23.11.2026", "23.11.", "9.15–10.15"),
    ("sv", "22.11.2026 kl.\u00a012.05", "mån 23.11", "måndag 23.11.2026", "23.11", "9.15–10.15"),
    ("en", "22 Nov 2026 at\u00a012:05", "Mon 23 Nov", "Monday 23 Nov 2026", "23 Nov", "9:15–10:15"),
]


@pytest.mark.parametrize(("language", "moment", "weekday", "long", "short", "span"), WRITTEN)
def test_days_and_moments_follow_the_language(
    language: str, moment: str, weekday: str, long: str, short: str, span: str, speaking: Speaking
) -> None:
    with speaking(language):
        assert formats.moment_text(NOON) == moment
        assert formats.weekday_text(MONDAY) == weekday
        assert formats.long_date_text(MONDAY) == long
        assert formats.short_date_text(MONDAY) == short
        assert formats.clock_range_text(time(9, 15), time(10, 15)) == span


@pytest.mark.parametrize(
    ("language", "number", "decimal", "percent"),
    [
        ("fi", f"1{NO_BREAK_SPACE}240", f"{MINUS}5,2", f"5,2{NO_BREAK_SPACE}%"),
        ("sv", f"1{NO_BREAK_SPACE}240", f"{MINUS}5,2", f"5,2{NO_BREAK_SPACE}%"),
        ("en", "1,240", f"{MINUS}5.2", "5.2%"),
    ],
)
def test_numbers_follow_the_language(
    language: str, number: str, decimal: str, percent: str, speaking: Speaking
) -> None:
    with speaking(language):
        assert formats.number_text(1240) == number
        assert formats.number_text(-5.2, 1) == decimal
        assert formats.percent_text(5.2, 1) == percent


def test_ranges_of_days_have_an_en_dash(speaking: Speaking) -> None:
    with speaking("fi"):
        assert formats.date_range_text(MONDAY, date(2027, 1, 3)) == "23.11.2026–3.1.2027"
    with speaking("en"):
        assert formats.date_range_text(MONDAY, date(2027, 1, 3)) == "23 Nov 2026 – 3 Jan 2027"


def test_moments_are_told_in_finnish_time_in_summer_and_winter(speaking: Speaking) -> None:
    with speaking("fi"):
        assert formats.moment_text(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == "1.7.2026 klo\u00a01.30"
        assert formats.moment_text(datetime(2026, 12, 31, 22, 30, tzinfo=UTC)) == "1.1.2027 klo\u00a00.30"


def test_a_moment_without_a_zone_is_refused(speaking: Speaking) -> None:
    with speaking("fi"), pytest.raises(ValueError, match="zone"):
        formats.moment_text(datetime(2026, 11, 22, 12, 5))  # noqa: DTZ001 – the fault under test


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", ["2 työpäivää myöhässä", "Tänään", "1 työpäivä jäljellä", "3 työpäivää jäljellä"]),
        ("sv", ["2 arbetsdagar över tiden", "I dag", "1 arbetsdag kvar", "3 arbetsdagar kvar"]),
        ("en", ["2 working days late", "Today", "1 working day left", "3 working days left"]),
    ],
)
def test_the_clock_of_the_law_is_said_in_words(language: str, said: list[str], speaking: Speaking) -> None:
    with speaking(language):
        assert [formats.working_days_left(days) for days in (-2, 0, 1, 3)] == said


@pytest.mark.parametrize(
    ("language", "name"), [("fi", "Opiskeluhuolto"), ("sv", "Elevhälsa"), ("en", "Student Welfare")]
)
def test_the_house_has_a_name_in_each_language(language: str, name: str, speaking: Speaking) -> None:
    with speaking(language):
        assert current_locale() == language
        assert brand() == name


def test_names_sort_as_finnish_and_swedish_readers_expect() -> None:
    names = ["Öhman", "Åberg", "Ärling", "Zetterberg", "Aalto", "Élin", "Fager", "aalto", "Eero"]
    wanted = ["Aalto", "aalto", "Eero", "Élin", "Fager", "Zetterberg", "Åberg", "Ärling", "Öhman"]
    assert sorted(names, key=lambda name: name_key(name, "fi")) == wanted
    assert sorted(names, key=lambda name: name_key(name, "sv")) == wanted


def test_an_english_reader_finds_accents_beside_their_base_letter() -> None:
    assert sorted(["Öhman", "Zetterberg", "Olsson"], key=lambda name: name_key(name, "en")) == [
        "Öhman",
        "Olsson",
        "Zetterberg",
    ]


def test_decomposed_names_sort_like_composed_ones() -> None:
    assert name_key("Ä", "fi")[0] == name_key("A\u0308", "fi")[0]
