"""Nobody is given an empty page because a text was written in the other language."""

import pytest

from welfare.rules.languages import in_language


@pytest.mark.parametrize(
    ("finnish", "swedish", "language", "given"),
    [
        ("Sali", "Salen", "fi", "Sali"),
        ("Sali", "Salen", "sv", "Salen"),
        ("Sali", "Salen", "en", "Sali"),
        ("Sali", "", "sv", "Sali"),
        ("", "Salen", "fi", "Salen"),
        ("", "Salen", "en", "Salen"),
        ("", "", "sv", ""),
    ],
)
def test_a_text_is_given_in_the_readers_language_or_else_in_the_other(
    finnish: str, swedish: str, language: str, given: str
) -> None:
    assert in_language(finnish, swedish, language) == given
