"""The generator makes sound rosters of any size, the same each time."""

from pathlib import Path

import pytest

from bench.make_roster import artificial_code, make_roster
from welfare.people.roster.reading import ReadingRules, read_path
from welfare.rules.identity_code import parse


@pytest.mark.parametrize("pupils", [1, 19, 700])
def test_a_generated_roster_is_sound_at_any_size(tmp_path: Path, pupils: int) -> None:
    make_roster(tmp_path, pupils)
    reading = read_path(tmp_path, ReadingRules())
    assert list(reading.problems) == []
    assert len(reading.content.demographics.records) == pupils
    assert len(reading.content.enrollments.records) >= 2 * pupils


def test_the_same_size_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_roster(tmp_path / name, 50)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@pytest.mark.parametrize("year", [1965, 2010, 2019])
def test_codes_of_one_year_are_artificial_valid_and_all_different(year: int) -> None:
    serials = [*range(0, 36_500, 37), *range(36_499, 219_000, 997), 218_999]
    codes = {serial: parse(artificial_code(year, serial)[0], allow_artificial=True) for serial in serials}
    assert len({code.text for code in codes.values()}) == len(set(serials))
    assert all(code.is_artificial and code.birth_date.year == year for code in codes.values())
