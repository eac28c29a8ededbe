"""What minutes lack besides the act's own points, and what their writer is nudged about."""

import pytest

from welfare.rules.meetings import Presence, presence_of
from welfare.rules.minutes import MinutesLack, names_illness_of, what_minutes_lack

CODE = "Tunnus 050512A912S."


@pytest.mark.parametrize(
    ("texts", "asked", "viewed", "readable", "lacks"),
    [
        (["Puhuttiin."], True, True, True, ()),
        (["Puhuttiin."], False, False, True, ()),
        (["Puhuttiin."], True, False, True, (MinutesLack.GUARDIAN_VIEW,)),
        (["Puhuttiin.", CODE], False, False, True, (MinutesLack.IDENTITY_CODE,)),
        ([""], False, False, False, (MinutesLack.UNREADABLE,)),
    ],
)
def test_what_keeps_minutes_from_becoming_final(
    texts: list[str], lacks: tuple[MinutesLack, ...], *, asked: bool, viewed: bool, readable: bool
) -> None:
    found = what_minutes_lack(texts, is_guardian_asked=asked, has_guardian_view=viewed, is_readable=readable)
    assert found == lacks


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tiinan masennus painaa.", {"Tiina Metsäpelto"}),
        ("Tiina har fått diagnosen ADHD.", {"Tiina Metsäpelto"}),
        ("Masennus on yleistä. Tiina oli mukana.", set()),
        ("Tiina oli mukana.", set()),
    ],
)
def test_a_word_of_illness_counts_in_the_sentence_of_a_name(text: str, names: set[str]) -> None:
    assert names_illness_of([text], {"Tiina": "Tiina Metsäpelto"}) == names


@pytest.mark.parametrize(
    ("come", "present", "remote", "where"),
    [
        (False, False, False, Presence.ABSENT),
        (True, True, False, Presence.HERE),
        (True, True, True, Presence.REMOTE),
        (True, False, True, Presence.LEFT),
    ],
)
def test_who_has_been_there_has_left_at_most(where: Presence, *, come: bool, present: bool, remote: bool) -> None:
    assert presence_of(has_come=come, is_present=present, is_remote=remote) is where
