"""Whatever is sent to a form, the answer is an error at the field or no page at all: never a fault, never a change."""

import pytest

from tests.client import Page
from tests.web.forms.deed import UNTYPED, Filled, fill
from tests.web.forms.deeds import DEEDS, route_of
from tests.web.forms.scene import Scene
from tests.web.forms.spoilt import Spoiling, kind_of, spoilings
from tests.web.forms.state import changed, state_of
from welfare.ui.text import showable

REFUSED = frozenset({400, 404, 409, 413, 422, 429})
DRAFTS = frozenset({"draft"})


@pytest.mark.parametrize("name", DEEDS)
def test_what_cannot_be_taken_in_is_refused_at_its_field(house: Scene, name: str) -> None:
    deed = DEEDS[name]
    filled = fill(house, route_of(name), deed)
    without = DRAFTS if deed.keeps_all else frozenset()
    before = state_of(house, without=without)
    faults = []
    for spoiling in spoilings(filled):
        faults += [f"{spoiling.what}: {fault}" for fault in faults_of(filled, spoiling)]
    assert faults == []
    assert changed(before, state_of(house, without=without)) == []


@pytest.mark.parametrize("name", DEEDS)
def test_a_form_with_a_hole_in_it_is_no_fault(house: Scene, name: str) -> None:
    """The key is spoilt as well, so that nothing is saved where a field may be left open."""
    filled = fill(house, route_of(name), DEEDS[name])
    before = state_of(house, without=DRAFTS)
    for hole in [] if filled.deed.keeps_all and filled.deed.changes else filled.names:
        pairs = [(name, value) for name, value in filled.pairs if name not in {hole, "idempotency_key"}]
        page = filled.send(pairs)
        assert page.status in REFUSED | {303, 200, 204}, hole
        if not filled.deed.keeps_all and hole not in UNTYPED and not filled.is_optional(hole):
            assert page.status in REFUSED, hole
    assert filled.send([]).status == 400
    assert changed(before, state_of(house, without=DRAFTS)) == []


def faults_of(filled: Filled, spoiling: Spoiling) -> list[str]:
    """What the answer to a spoilt form lacks."""
    page = filled.send(spoiling.of(filled))
    if filled.deed.keeps_all:
        return [] if page.status in REFUSED | {filled.deed.gives, 303} else [f"answered {page.status}"]
    if page.status not in REFUSED:
        return [f"answered {page.status}"]
    is_page = page.status == 422 and not filled.deed.is_quiet
    return [*silent(filled, spoiling, page), *lost(filled, spoiling, page)] if is_page else []


def as_shown(value: object) -> str:
    """A sign that cannot be shown is marked; of a lone surrogate three bytes come that are no text."""
    return showable(str(value).encode(errors="surrogatepass").decode(errors="replace"))


def silent(filled: Filled, spoiling: Spoiling, page: Page) -> list[str]:
    """Spoilt fields that the page says nothing about."""
    seen = [name for name in spoiling.values if kind_of(filled, name) != "hidden"]
    faults = [f"no error at {name}" for name in seen if not page.field_error(name)]
    return faults if page.errors else [*faults, "no summary of errors"]


def lost(filled: Filled, spoiling: Spoiling, page: Page) -> list[str]:
    """Words that were typed and do not stand on the page any more; what cannot be shown is marked."""
    form = filled.again(page)
    sent = {**filled.typed, **{name: as_shown(spoiling.values[name]) for name in spoiling.values}}
    shown = {name: str(form.data.get(name, "")) for name in filled.typed}
    return [f"{name} is lost" for name in shown if shown[name] != sent[name]]
