"""Every page of every role: accessible, narrow, quiet on the console, one heading, no person's name in the window."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.browser import console_watched
from tests.browser.crawl import walk
from tests.browser.house import House, a_house
from tests.databases import Copies

pytestmark = pytest.mark.xdist_group("house")  # what one role has been shown need not be looked at for the next

ROLES = [
    "principal",
    "saara_curator",
    "oona_own_teacher",
    "mirja_nurse",
    "psychologist",
    "coordinator",
    "county_coordinator",
    "data_protection_officer",
    "administrator",
    "aada_herself",
    "aadas_guardian",
]


@pytest.fixture(scope="module")
def house(sqlite_template: Copies, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with a_house(sqlite_template, tmp_path_factory.mktemp("house") / "instance") as found:
        yield found


@pytest.mark.parametrize("role", ROLES)
def test_every_page_that_a_role_can_reach_is_fit_to_be_used(browser: Browser, house: House, role: str) -> None:
    context = browser.new_context(locale="fi-FI", reduced_motion="reduce")
    house.let_in(context, house.cast.people[role])
    page = context.new_page()
    with console_watched(page):
        seen, faults = walk(page, house)
    context.close()
    assert faults == [], "\n".join(faults)
    assert len(seen) > 9
