"""Names in a running text, as Finnish bends them."""

import pytest

from welfare.rules.names import stands_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elias Haapakorpi tuli.", "Elias Haapakorpi"),
        ("elias haapakorven kanssa", "Elias Haapakorpi"),
        ("Puhuttiin Aada Metsäpellosta", "Aada Metsäpelto"),
        ("Petri Virtasen luokka", "Petri Virtanen"),
        ("Leevi Laineelle", "Leevi Laine"),
        ("Eliaksen", "Elias"),
        ("Henrik Ståhlnäs", "Henrik Ståhlnäs"),
        ("Matin ja Pekan", "Pekka"),
        ("Elias\nHaapakorpi", "Elias Haapakorpi"),
    ],
)
def test_a_name_is_found_in_its_forms(text: str, name: str) -> None:
    assert stands_in(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elias tuli, Haapakorpi jäi.", "Elias Haapakorpi"),
        ("Elias Haapakorpinen", "Elias Haapakorpi"),
        ("Annikki", "Anni"),
        ("", "Elias"),
        ("Elias", ""),
    ],
)
def test_another_word_is_not_the_name(text: str, name: str) -> None:
    assert not stands_in(text, name)
