"""Names as they are typed: folded, in any order, with one slip; the best first."""

from uuid import UUID

import pytest

from welfare.people.finding import NameIndex, is_one_slip_away, normal

ANNA, MAKI, ONEIL, ASE = "Anna-Liisa Kaislakoski", "Eetu Mäki-Kallioniemi", "Sean O’Neil", "Åse Bjørnsdottir"
NAMES = (ANNA, MAKI, ONEIL, ASE)


def found(text: str, *names: str) -> list[str]:
    known = {UUID(int=number): name for number, name in enumerate(names or NAMES)}
    return [known[id] for id in NameIndex(known.items()).find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("maki", MAKI),
        ("MÄKI", MAKI),
        ("Ma\u0308ki", MAKI),
        ("mäki-kallioniemi eetu", MAKI),
        ("kallio eet", MAKI),
        ("makikallioniemi", MAKI),
        ("annaliisa", ANNA),
        ("anna liisa", ANNA),
        ("anna-liisa", ANNA),
        ("Liisa", ANNA),
        ("koski-", ""),
        ("oneil", ONEIL),
        ("O'Neil", ONEIL),
        ("ase bjorn", ASE),
        ("Åse Bjørn", ASE),
    ],
)
def test_a_name_is_found_whichever_way_it_is_written(text: str, name: str) -> None:
    assert found(text) == ([name] if name else [])


def test_a_name_without_its_hyphen_is_found_by_one_with_it() -> None:
    assert found("anna-liisa", "Annaliisa Salo") == ["Annaliisa Salo"]


@pytest.mark.parametrize(
    "text",
    ["kaislakosi", "kaislakosskiii", "kaislakkoski", "kaiskakoski", "kaislakosik", "akislakoski", "aislakoski", "lisa"],
)
def test_one_slip_of_the_finger_is_forgiven(text: str) -> None:
    assert found(text) == ([ANNA] if text != "kaislakosskiii" else [])


@pytest.mark.parametrize("text", ["", "  ", "-", "%", "_", "anna x", "niemi", "kaislkski", "see", "ase bjarne"])
def test_what_fits_no_part_finds_nobody(text: str) -> None:
    assert found(text) == []


def test_in_a_word_of_three_letters_a_slip_is_another_name() -> None:
    assert found("aki", "Ari Salo", "Aki Salo") == ["Aki Salo"]
    assert found("maki", "Mari Salo", "Saki Salo") == ["Mari Salo", "Saki Salo"]


def test_the_whole_word_comes_before_a_beginning_and_this_before_a_slip_and_then_the_order_of_names() -> None:
    names = ("Elias Aalto", "Eliaz Berg", "Elias Cajander", "Eliasson Dahl", "Eliass Ek")
    assert found("elias", *names) == ["Elias Aalto", "Elias Cajander", "Eliasson Dahl", "Eliass Ek", "Eliaz Berg"]


def test_one_slip_weighs_more_than_many_beginnings() -> None:
    assert found("anna mari salo", "Anni Mari Salo", "Annastiina Marika Salonen") == [
        "Annastiina Marika Salonen",
        "Anni Mari Salo",
    ]


@pytest.mark.parametrize(
    ("word", "part", "is_near"),
    [
        ("kala", "kala", True),
        ("kala", "kalja", True),
        ("kalja", "kala", True),
        ("kala", "kana", True),
        ("kala", "akla", True),
        ("kala", "kaal", True),
        ("kala", "kanna", False),
        ("kala", "alak", False),
        ("kala", "kalassa", False),
        ("kala", "lk", False),
    ],
)
def test_a_slip_is_one_letter_or_two_neighbours(word: str, part: str, is_near: bool) -> None:  # noqa: FBT001 - a table
    assert is_one_slip_away(word, part) is is_near


def test_the_same_words_typed_in_two_ways_are_the_same_search() -> None:
    assert normal(" Mäki-Kallio  EETU") == normal("maki kallio eetu") != normal("maki kallio")
