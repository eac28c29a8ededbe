"""Every form filled in rightly is done: so that what is refused beside this is refused for what is wrong with it."""

import re

import pytest

from tests.web.forms.apart import joined, listening, trespasses
from tests.web.forms.deed import Filled, Pairs, fill
from tests.web.forms.deeds import DEEDS, route_of
from tests.web.forms.scene import Scene
from tests.web.forms.state import changed, state_of

TWO_SIGNS, LEFTWARDS = " a\u0308", " \u05d0\u05de\u05d0"
"""A letter with its dots apart, and a word that is read from right to left."""
STRICT = frozenset(
    {"username", "code", "short_name", "official_code", "q", "words", "name", "card", "fingerprint", "groups", "what"}
)
DAY_OR_TIME = re.compile(r"[0-9.,]*")


@pytest.mark.parametrize("name", DEEDS)
def test_a_form_filled_in_rightly_is_done(own_house: Scene, name: str) -> None:
    deed = DEEDS[name]
    filled = fill(own_house, route_of(name), deed)
    before = state_of(own_house)
    with listening(own_house) as heard:
        page = filled.send(decorated(filled))
    assert page.status == deed.gives, page.errors or page.main
    assert bool(changed(before, state_of(own_house))) is deed.changes
    assert joined(heard) == []
    assert trespasses(filled.endpoint, heard.tables) == set()


def decorated(filled: Filled) -> Pairs:
    """With words of many tongues, every typed field and choice sent twice, and fields that nobody knows."""
    pairs: Pairs = []
    for name, value in filled.pairs:
        is_text = name in filled.typed and name not in STRICT
        is_words = is_text and DAY_OR_TIME.fullmatch(str(value)) is None
        pairs.append((name, f"{value}{TWO_SIGNS}{LEFTWARDS}" if is_words else value))
        if is_text:
            pairs.append((name, "another"))
    return [*pairs, ("nobody_knows", "\x00"), ("is_admin", "1"), ("student_id", "\ud800")]
