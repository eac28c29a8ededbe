"""Schools of one provider are told apart by as few letters as that takes."""

import pytest

from welfare.organisations.abbreviations import free_abbreviation


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Koivurannan koulu", set(), "KOI"),
        ("Koivurannan koulu", {"KOI", "KOIV"}, "KOIVU"),
        ("Åbo – Östra skolan", set(), "ÅBO"),
        ("Koi", {"KOI"}, "KOI2"),
        ("Koi", {"KOI", "KOI2"}, "KOI3"),
        ("1 A", set(), "KOU2"),
        ("Šamaani", set(), "AMA"),
    ],
)
def test_the_shortest_free_beginning_is_taken(name: str, taken: set[str], expected: str) -> None:
    assert free_abbreviation(name, taken) == expected
