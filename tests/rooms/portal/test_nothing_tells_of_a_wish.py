"""Rule 13 while a wish to leave a guardian out goes its way: asked, refused, granted, taken back, no page tells of it.

Whole pages of the guardian are compared, letter by letter, with what they were before she asked. What the prohibition
ended stays ended: whoever calls a meeting invites anew, as anybody who is invited later.
"""

from dataclasses import dataclass
from uuid import UUID

import pytest
from flask import Flask

from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.portal.conftest import Family
from tests.rooms.portal.test_nothing_tells import letters, own_pages
from tests.signing_in import Visit

OF_THE_SIGN_IN = {"/account"}
"""It tells when one was last here, and the clock goes on."""


@dataclass(frozen=True)
class Wishing:
    """Aada who asks, Mirja who decides, and the clock between them."""

    family: Family
    aada: Client
    mirja: Client
    clock: Clock

    @property
    def left_out(self) -> str:
        """Aada's page about it."""
        return f"{self.family.home}/left-out"

    def ask(self, what: str) -> UUID:
        """Aada asks to leave her guardian out."""
        self.clock.forward(minutes=1)
        form = self.aada.get(f"{self.left_out}/new").form("Send my wish")
        page = form.submit(guardians=str(self.family.matter.guardian.person_id), what=what, reason="Pelkään.")
        (action,) = _ways_back(page)
        return UUID(action.split("/")[-2])

    def decide(self, wish: UUID, outcome: str) -> None:
        """Mirja decides on it."""
        self.clock.forward(minutes=1)
        url = f"/students/{self.family.matter.student.person_id}/prohibitions/{wish}"
        form = self.mirja.get(url).follow("Assess the interest").form("Record the assessment")
        form.submit(outcome=outcome, part="Kokouspäivä.", grounds="Ikä.", told="Näin.")

    def take_back(self, wish: UUID) -> None:
        """Aada takes it back."""
        self.clock.forward(minutes=1)
        page = self.aada.get(self.left_out)
        next(form for form in page.forms if f"{wish}/take-back" in str(form.node.get("action"))).submit()


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("is_at_large", [False, True], ids=["of the matter", "of all her welfare"])
def test_no_page_tells_a_guardian_that_she_asked_or_what_was_decided_or_that_it_ended(
    family: Family, app: Flask, visit: Visit, clock: Clock, *, is_at_large: bool
) -> None:
    matter, plan = family.matter, family.planned.own
    tiina, wishing = visit(matter.guardian), Wishing(family, visit(matter.student), visit(matter.mirja), clock)
    pages = [*(set(own_pages(app, matter.student)) - OF_THE_SIGN_IN), plan, f"{plan}/rate"]
    what = "all" if is_at_large else str(matter.case_id)

    def seen() -> dict[str, tuple[int, str, str]]:
        return {url: letters(tiina, url) for url in pages}

    before = seen()
    assert (before[plan][0], before[family.home][0]) == (200, 200)
    wish = wishing.ask(what)
    assert seen() == before
    wishing.decide(wish, "refused")
    assert seen() == before
    wish = wishing.ask(what)
    wishing.decide(wish, "partly")
    assert seen()[plan][0] == 404
    wishing.take_back(wish)
    after = seen()
    assert {url for url in pages if after[url] != before[url]} == {family.home}
    assert "Next meeting" in before[family.home][2]
    assert "Next meeting" not in after[family.home][2]


def _ways_back(page: Page) -> set[str]:
    actions = {str(form.node.get("action")) for form in page.forms}
    return {action for action in actions if action.endswith("/take-back")}
