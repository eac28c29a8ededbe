"""Numbers run on within a controller and a school year: none is given twice, also when two ask at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID

import pytest

from tests.builders import Village
from welfare.organisations.models import Organisation
from welfare.organisations.numbering import abbreviation_of, next_in_series, school_year_at


def take(village: Village, series: str = "2026–27/KOI", controller_id: UUID | None = None) -> int:
    with village.work() as work:
        return next_in_series(work.session, controller_id or village.provider_id, series)


def test_each_series_of_each_controller_runs_on_its_own(village: Village) -> None:
    assert [take(village), take(village), take(village, "2027–28/KOI")] == [1, 2, 1]
    assert take(village, controller_id=village.county_id) == 1


def test_ten_who_ask_at_once_get_ten_numbers(village: Village) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _turn: take(village), range(10)))
    assert sorted(found) == list(range(1, 11))


class StoppedError(Exception):
    """Something after the number went wrong."""


def take_and_stop(village: Village) -> None:
    with village.work() as work:
        next_in_series(work.session, village.provider_id, "2026–27/KOI")
        raise StoppedError


def test_a_number_taken_by_a_save_that_failed_is_given_again(village: Village) -> None:
    with pytest.raises(StoppedError):
        take_and_stop(village)
    assert take(village) == 1


@pytest.mark.parametrize(
    ("on", "year"),
    [(date(2026, 11, 23), 2026), (date(2027, 6, 5), 2026), (date(2027, 7, 1), 2026), (date(2027, 8, 1), 2027)],
)
def test_the_school_year_is_the_entered_one_and_else_begins_in_august(village: Village, on: date, year: int) -> None:
    with village.work() as work:
        assert school_year_at(work.session, work.session.get_one(Organisation, village.school_id), on) == year


@pytest.mark.parametrize(
    ("short", "name", "letters"),
    [
        ("KOI", "Koivurannan koulu", "KOI"),
        ("", "Ängsbacka skola", "ÄNG"),
        ("koi!", "Koivu", "KOI"),
        ("", "1", "1X"),
        ("", "–", "XX"),
    ],
)
def test_a_school_without_letters_of_its_own_lends_its_first(short: str, name: str, letters: str) -> None:
    assert abbreviation_of(Organisation(short_name=short, name_fi=name)) == letters
