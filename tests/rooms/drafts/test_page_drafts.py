"""A form without a draft of its own has one of its page: kept while it is typed, drawn again, gone when it is sent."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village, system_work
from tests.builders_cases import a_case
from tests.client import Client, Page
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.cases.models import Case
from welfare.drafts.actions import purge_drafts, save_draft
from welfare.drafts.models import Draft
from welfare.drafts.page_drafts import MOST_PAGES, PURPOSE
from welfare.drafts.pages import SavedDraft
from welfare.rules.actors import Actor, Role, World
from welfare.rules.cases import CaseState

WORDS = "Työntekijä on oppilaan täti.\n\nÄäni säilyy."
DRAWN = "This is your draft"


@furnishes
def aada(village: Village) -> Someone:
    return village.student("Aada Metsäpelto", village.a_class("9A"))


@furnishes
def saara(village: Village) -> Someone:
    return village.staff(Role.CURATOR, "Saara Lehtovirta")


@furnishes
def case_id(village: Village, aada: Someone, saara: Someone) -> UUID:
    return a_case(village, aada, saara)


def page_of(case_id: UUID) -> str:
    return f"/cases/{case_id}/exclusions/new"


def keep(client: Client, url: str, text: str, *, page: str | None = None, status: int = 204) -> None:
    """Do what the script does a few seconds after typing."""
    form = client.get(url).form("Shut out").fill(reason=text)
    client.post(f"/drafts/page?page={page or url}", form.data, status=status)


def drafts(ledger: Ledger) -> list[Draft]:
    with ledger.transaction() as transaction:
        found = list(transaction.session.scalars(select(Draft)))
        transaction.session.expunge_all()
        return found


def reason(page: Page) -> str:
    return str(page.form("Shut out").data["reason"])


def test_what_was_typed_stands_in_the_form_again_and_can_be_thrown_away(
    visit: Visit, saara: Someone, case_id: UUID, ledger: Ledger
) -> None:
    client, url = visit(saara), page_of(case_id)
    assert client.get(url).form("Shut out").node.get("data-autosave")
    keep(client, url, "Työn")
    keep(client, url, WORDS)
    page = client.get(url)
    assert page.has(DRAWN)
    assert reason(page) == WORDS
    assert [draft.subject_id for draft in drafts(ledger)] == [case_id]
    page = client.post(f"/drafts/page/discard?page={url}", page.form("Throw the draft away").data)
    assert page.url == url
    assert reason(page) == ""
    assert drafts(ledger) == []


def test_a_form_that_has_been_sent_leaves_no_draft(
    visit: Visit, village: Village, saara: Someone, case_id: UUID, ledger: Ledger
) -> None:
    client, url = visit(saara), page_of(case_id)
    other = village.staff(Role.NURSE, "Mirja Kanervala")
    keep(client, url, WORDS)
    page = client.get(url).form("Shut out").press("Shut out", status=422)
    assert reason(page) == WORDS
    assert len(drafts(ledger)) == 1
    page.form("Shut out").fill(person=str(other.person_id)).press("Shut out")
    assert drafts(ledger) == []


def test_an_emptied_form_is_no_draft(visit: Visit, saara: Someone, case_id: UUID, ledger: Ledger) -> None:
    client, url = visit(saara), page_of(case_id)
    keep(client, url, WORDS)
    keep(client, url, " ")
    assert drafts(ledger) == []


def test_nobody_else_is_given_it_and_who_may_not_open_the_page_keeps_nothing_there(
    visit: Visit, village: Village, saara: Someone, case_id: UUID, ledger: Ledger
) -> None:
    keep(visit(saara), page_of(case_id), WORDS)
    stranger = visit(village.staff(Role.CURATOR, "Maija Muualla"))
    stranger.canaries = (WORDS.split("\n", maxsplit=1)[0],)
    stranger.get(page_of(case_id), status=404)
    token = stranger.get("/account").forms[-1].data["csrf_token"]
    for page in (page_of(case_id), "/nowhere", "", "//elsewhere.example/"):
        stranger.post(f"/drafts/page?page={page}", {"csrf_token": token, "reason": "x"}, status=404)
    assert len(drafts(ledger)) == 1


def test_a_matter_that_has_closed_meanwhile_takes_no_draft(
    visit: Visit, village: Village, saara: Someone, case_id: UUID, ledger: Ledger
) -> None:
    client, url = visit(saara), f"/cases/{case_id}/arrangements/new"
    form = client.get(url).form("Save").fill(conditions=WORDS)
    with village.work() as work:
        work.session.get_one(Case, case_id).state = CaseState.CLOSED
    client.post(f"/drafts/page?page={url}", form.data, status=404)
    assert drafts(ledger) == []


def test_what_is_thrown_away_of_a_matter_takes_its_pages_along(
    visit: Visit, village: Village, saara: Someone, case_id: UUID, ledger: Ledger
) -> None:
    keep(visit(saara), page_of(case_id), WORDS)
    with village.work() as work:
        purge_drafts(work, [saara.account_id], [uuid4()])
    assert len(drafts(ledger)) == 1
    with village.work() as work:
        purge_drafts(work, [saara.account_id], [case_id])
    assert drafts(ledger) == []


def test_a_form_without_a_long_text_keeps_nothing(visit: Visit, saara: Someone) -> None:
    for form in visit(saara).get("/search").forms:
        assert not form.node.get("data-autosave")


def test_no_password_and_no_key_of_the_form_lies_in_a_draft(
    visit: Visit, saara: Someone, case_id: UUID, ledger: Ledger
) -> None:
    client, url = visit(saara), page_of(case_id)
    form = client.get(url).form("Shut out").fill(reason=WORDS)
    first = form.data["idempotency_key"]
    client.post(f"/drafts/page?page={url}", {**form.data, "password": "mustikka"}, status=204)
    assert client.get(url).form("Shut out").data["idempotency_key"] != first
    with system_work(ledger, Actor(saara.account_id, saara.person_id, World.STAFF, full_sign_in=True)) as work:
        [draft] = work.session.scalars(select(Draft))
        assert set(SavedDraft.of(work, draft).typed) == {"person", "reason"}


@pytest.mark.parametrize("page", ["/survey/what-I-like", "/survey", "/sign-in", "/accessibility", "/cases"])
def test_a_public_page_or_one_without_a_form_takes_no_draft(
    visit: Visit, saara: Someone, case_id: UUID, ledger: Ledger, page: str
) -> None:
    client, url = visit(saara), page_of(case_id)
    client.get(page)
    keep(client, url, WORDS, page=page, status=404)
    assert drafts(ledger) == []
    keep(client, url, WORDS)
    assert [draft.page for draft in drafts(ledger)] == [url]


def test_of_more_pages_than_anybody_goes_on_with_the_oldest_goes(
    visit: Visit, village: Village, saara: Someone, case_id: UUID, ledger: Ledger, clock: Clock
) -> None:
    other = village.staff(Role.NURSE, "Mirja Kanervala")
    for who, count in ((other, 1), (saara, MOST_PAGES)):
        with system_work(ledger, Actor(who.account_id, who.person_id, World.STAFF, full_sign_in=True)) as work:
            save_draft(work, "journal", {"reason": ["Muu"]})
            for number in range(count):
                save_draft(work, f"{PURPOSE}:{number}", {"reason": ["x"]}).page = f"/{number}"
                work.session.flush()
        clock.forward(seconds=1)
    client, url = visit(saara), page_of(case_id)
    keep(client, url, "Työn")
    keep(client, url, WORDS)
    kept = drafts(ledger)
    own = [draft for draft in kept if draft.account_id == saara.account_id and draft.page]
    assert len(own) == MOST_PAGES
    assert url in {draft.page for draft in own}
    assert len(kept) == MOST_PAGES + 3, "what is no page, and another's, stays"
