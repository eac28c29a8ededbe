"""Every field of every form against what should not come: refused at the field, nothing lost, nothing half saved."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from tests.client import Client, Page
from tests.databases import Copies
from tests.page_tree import Node
from tests.web.bad_input import MARK, NO_KEYS, encoded, filled, is_day, is_text, unwanted_for
from tests.web.cast import Cast
from tests.web.found_forms import NOTHING, FoundForm, addresses_of, controls
from tests.web.household import Household, Visit

ROOMS = ("accounts", "organisations", "people", "requests", "consents", "prohibitions", "cases", "journal")
OTHERS = ("oversight", "worklist", "public")
REFUSED: Final = {400, 404, 409, 413, 422, 429}
WISHES: Final = ("page", "show", "class", "next", "member", "order", "kind", "sort", "state", "q", "person", "before")
"""What addresses may ask besides."""
FORM: Final = "application/x-www-form-urlencoded"
NEVER_WHOLE: Final = {
    "accounts.give_password": "needs a password",
    "accounts.own_password_change": "needs a password",
    "accounts.own_factor_replace": "needs a password and a code",
    "accounts.own_codes_renew": "needs a password",
    "people.upload": "needs a file",
    "requests.decide_outcome": "no talk has been held",
    "cases.remove": "the one found leads the group",
}
"""Forms that the cast cannot send whole; the tests of their rooms do."""


@pytest.fixture(scope="module")
def household(sqlite_template: Copies, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Household]:
    with sqlite_template(tmp_path_factory.mktemp("household") / "instance") as store:
        yield Household.furnished(store.instance)


@pytest.mark.parametrize("room", [*ROOMS, *OTHERS])
def test_what_should_not_come_is_refused_at_the_field_and_the_same_form_well_filled_is_taken(
    household: Household, tmp_path: Path, room: str
) -> None:
    faults: list[str] = []
    swept: set[tuple[str, str]] = set()
    for form in household.forms:
        if form.endpoint.partition(".")[0] == room:
            with household.copy(tmp_path / "instance") as visit:
                faults += [f"{form.endpoint} by {form.who}: {fault}" for fault in sweep(visit, form, swept)]
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("room", [*ROOMS, *OTHERS])
def test_what_is_missing_or_comes_twice_breaks_nothing(household: Household, tmp_path: Path, room: str) -> None:
    faults: list[str] = []
    for form in household.forms:
        if form.endpoint.partition(".")[0] == room and form.fields:
            with household.copy(tmp_path / "instance") as visit:
                faults += [f"{form.endpoint} by {form.who}: {fault}" for fault in maim(visit, form)]
    assert faults == [], "\n".join(faults)


def test_no_address_breaks_by_what_is_sent_to_it(household: Household, tmp_path: Path) -> None:
    """Bodies of the wrong kind, no body, half a body: refused before anything is read or done."""
    bodies = [
        (b"", FORM),
        (b"{}", "application/json"),
        (b"--x\r\n", "multipart/form-data; boundary=x"),
        (b"\xff=%", FORM),
    ]
    with household.copy(tmp_path / "instance") as visit:
        before, faults = visit.stored(), []
        clients = [visit.client(who) for who in ("saara_curator", "administrator")]
        for _rule, url in addresses_of(visit.app, visit.cast, "POST"):
            for client, (body, kind) in product(clients, bodies):
                response = client.flask.post(url, data=body, content_type=kind)
                if response.status_code not in REFUSED:
                    faults.append(f"{url} answered {response.status_code} to {body!r}")
        assert faults == []
        assert visit.stored() == before


def test_an_address_of_nothing_or_of_no_id_is_not_found(household: Household, tmp_path: Path) -> None:
    with household.copy(tmp_path / "instance") as visit:
        clients = [visit.client(who) for who in ("saara_curator", "administrator", "aada_herself")]
        nothing = Cast(visit.cast.people, dict.fromkeys(visit.cast.things, NOTHING))
        found = []
        for rule, url in addresses_of(visit.app, nothing, "GET"):
            if visit.app.extensions["gate"].passages[rule.endpoint].subjects:
                addresses = (url, url.replace(str(NOTHING), "1"), url.replace(str(NOTHING), "%00"), f"{url}%ED%A0%80")
                found += [(each, client.flask.get(each).status_code) for each, client in product(addresses, clients)]
        assert [each for each in found if each[1] != 404] == []


@pytest.mark.parametrize(
    "value", ["9" * 40, "-1", "%00", "%ED%A0%80", "x" * 4000, "zzz", str(NOTHING), "//example.org"]
)
def test_a_wish_in_an_address_that_means_nothing_breaks_nothing(
    household: Household, tmp_path: Path, value: str
) -> None:
    wishes = "&".join(f"{name}={value}" for name in WISHES)
    with household.copy(tmp_path / "instance") as visit:
        clients = [visit.client(who) for who in ("saara_curator", "administrator", "data_protection_officer")]
        found = []
        for (_rule, url), client in product(addresses_of(visit.app, visit.cast, "GET"), clients):
            response = client.flask.get(f"{url}?{wishes}")
            if response.status_code >= 500 or "example.org" in response.headers.get("Location", ""):
                found.append((url, response.status_code))
        assert found == []


def maim(visit: Visit, found: FoundForm) -> Iterator[str]:
    """Each field left out, and each sent twice; anew from the page as long as the page is there."""
    client = visit.client(found.who)
    for name in found.fields:
        for values in ([], ["zzz", "\0"], [*NO_KEYS]):
            response = client.flask.get(found.page)
            if response.status_code != 200:
                return
            form = found.on(Page(client, found.page, response))
            if form is None:
                return
            good = filled(form, found.endpoint)
            page = send(client, found, {key: value for key, value in good.items() if key != name} | {name: values})
            if page.status >= 500:
                yield f"{name} as {values}: answered {page.status}"


def sweep(visit: Visit, found: FoundForm, swept: set[tuple[str, str]]) -> Iterator[str]:
    """Each field by itself made bad in a form that is good otherwise; at last the good one."""
    client = visit.client(found.who)
    form = found.on(client.get(found.page))
    assert form is not None, found
    good = filled(form, found.endpoint)
    before = visit.stored()
    foreign = visit.cast.people["curator_elsewhere"].account_id
    for name, node in controls(form):
        if (found.endpoint, name) in swept:
            continue
        swept.add((found.endpoint, name))
        for what, value in unwanted_for(name, node, foreign):
            page = send(client, found, good | {name: [value]})
            yield from (f"{name}, {what}: {fault}" for fault in faults_of(page, name, node))
    if visit.stored() != before:
        yield "something was saved"
    page = send(client, found, good)
    if page.status not in {200, 204, 303} and found.endpoint not in NEVER_WHOLE:
        yield f"filled well, it was answered {page.status}: {page.errors} {good}"


def send(client: Client, found: FoundForm, values: dict[str, list[str]]) -> Page:
    """Post, and criticise what comes back."""
    response = client.flask.post(found.action, data=encoded(values), content_type=FORM)
    try:
        return Page(client, found.action, response)
    except AssertionError as fault:
        sentence = f"{found.endpoint} answered {values} with a bad page: {fault}"
        raise AssertionError(sentence) from fault


def faults_of(page: Page, name: str, node: Node) -> Iterator[str]:
    """What is wrong with the answer to a bad field."""
    if page.status not in REFUSED:
        yield f"answered {page.status}"
    if page.status == 422 and not (page.field_error(name) or page.errors):
        yield "no error is told"
    is_kept = is_text(node) and not is_day(node) and node.get("type") != "password"
    if page.status == 422 and is_kept and MARK not in page.html:
        yield "what was typed is lost"
