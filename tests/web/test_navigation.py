"""Every place of the main menu has an icon that has been drawn, and so has every sign in a template."""

import re

from tests.architecture.tree import ROOT
from welfare.web.navigation import PLACES

ICONS = frozenset(re.findall(r'id="([a-z-]+)"', (ROOT / "welfare/static/img/icons.svg").read_text()))


def test_every_place_of_the_menu_has_an_icon_that_is_drawn() -> None:
    assert {place.icon for place in PLACES} <= ICONS
    assert "inbox" in ICONS


def test_every_icon_named_in_a_template_is_drawn() -> None:
    templates = (ROOT / "welfare/templates").rglob("*.html")
    named = {name for path in templates for name in re.findall(r"""\bicon\(['"]([a-z-]+)['"]\)""", path.read_text())}
    assert len(named) > 10
    assert named <= ICONS
