"""Where a form says that its texts are kept while they are typed, the house takes them; and of no public page."""

from urllib.parse import parse_qs, urlsplit

from tests.web.forms.deed import _address
from tests.web.forms.deeds import DEEDS
from tests.web.forms.scene import Scene
from tests.web.forms.test_addresses import address, gets
from welfare.access.gate import Gate
from welfare.access.needs import Public

KEPT = "/drafts/page?page="


def drafted_on(house: Scene) -> set[str]:
    """The pages that the forms of all deeds name as theirs."""
    pages = {(deed.who, deed.at) for deed in DEEDS.values()}
    forms = [form for who, at in pages for form in house.client(who).get(_address(house, at)).forms]
    kept_at = [str(form.node.get("data-autosave") or "") for form in forms]
    return {parse_qs(urlsplit(url).query)["page"][0] for url in kept_at if url.startswith(KEPT)}


def test_every_page_that_says_it_keeps_a_draft_takes_a_form(house: Scene) -> None:
    gate: Gate = house.app.extensions["gate"]
    pages = drafted_on(house)
    assert len(pages) > 30
    assert {page for page in pages if not gate.takes_form(page)} == set()


def test_no_public_page_takes_a_draft(house: Scene) -> None:
    gate: Gate = house.app.extensions["gate"]
    public = {
        address(house, rule, house.company.things) for rule, passage in gets(house) if isinstance(passage.needs, Public)
    }
    assert "/sign-in" in public
    assert {page for page in public if gate.takes_form(page)} == set()
