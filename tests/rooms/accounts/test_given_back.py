"""Text that came too late stands in its own form again after the next sign-in, if its writer may still use it."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.builders import Someone, Village
from tests.builders_accounts import Signer, a_signer
from tests.builders_cases import a_case, a_will
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.accounts.browsers import a_browser
from welfare.rules.actors import Role
from welfare.rules.consent import Answer, ConsentKind

WORDS = "Aamut ovat raskaita.\n\nSovimme, että Ääni ja öljy säilyvät."
NOTICE = "This is what you wrote before you were signed out. It has not been sent yet: check it and go on."


@pytest.fixture
def aada(village: Village) -> Someone:
    return village.student("Aada Metsäpelto", village.a_class("9A"))


@pytest.fixture
def case_id(village: Village, aada: Someone, saara: Signer) -> UUID:
    """Saara leads Aada's matter."""
    return a_case(village, aada, worker(saara))


def worker(signer: Signer) -> Someone:
    """The person by the account that signs in."""
    return replace(signer.someone, account_id=signer.account_id)


def too_late(client: Client, clock: Clock, url: str, button: str, **answers: str) -> Page:
    """Fill in a form, come back when the session has run out, and send it all the same."""
    form = client.get(url).form(button).fill(**answers)
    clock.forward(minutes=20)
    page = form.submit()
    assert page.heading == "Sign in"
    return page


def test_a_pupil_finds_the_request_as_it_was_and_goes_on(stranger: Client, aino: Signer, clock: Clock) -> None:
    aino.give_password(stranger)
    url = f"/requests/new/{aino.someone.person_id}/ask"
    too_late(stranger, clock, url, "Continue", service="nurse", urgency="normal", description=WORDS)
    page = aino.give_password(stranger)
    assert page.url.startswith(url)
    assert page.flashes[0] == NOTICE
    form = page.form("Continue")
    assert (form.data["service"], form.data["urgency"], form.data["description"]) == ("nurse", "normal", WORDS)
    page = form.submit()
    assert page.url.endswith("/tell")
    assert NOTICE not in page.flashes
    assert not stranger.get("/account").has("Text that came too late")


def test_a_mistake_in_the_form_keeps_it_marked_until_it_is_sent(stranger: Client, aino: Signer, clock: Clock) -> None:
    aino.give_password(stranger)
    too_late(stranger, clock, f"/requests/new/{aino.someone.person_id}/ask", "Continue", description=WORDS)
    page = aino.give_password(stranger).form("Continue").submit(status=422)
    assert NOTICE in page.flashes
    assert page.form("Continue").data["description"] == WORDS
    assert stranger.get("/account").has("Text that came too late")
    page = page.form("Continue").submit(service="nurse", urgency="normal")
    assert not stranger.get("/account").has("Text that came too late")


def test_a_note_goes_before_the_draft_that_was_saved_on_the_way(
    stranger: Client, saara: Signer, case_id: UUID, clock: Clock
) -> None:
    saara.sign_in(stranger, clock.now)
    url = f"/cases/{case_id}/journal/new/note"
    stranger.get(url).form("Save the draft").fill(information="Aamut").press("Save the draft")
    too_late(stranger, clock, url, "Save the draft", information=WORDS, occurred_on="20.11.2026")
    page = saara.sign_in(stranger, clock.now)
    form = page.form("Save the draft")
    assert (form.data["information"], form.data["occurred_on"]) == (WORDS, "20.11.2026")
    page = form.submit()
    assert page.has("Sovimme, että Ääni ja öljy säilyvät.")
    assert not stranger.get("/account").has("Text that came too late")


def test_what_somebody_else_has_saved_meanwhile_is_not_overwritten(
    stranger: Client, village: Village, aada: Someone, saara: Signer, clock: Clock
) -> None:
    mirja = a_signer(village, "mirja.kanervala", "Mirja Kanervala", Role.NURSE)
    url = f"/cases/{a_case(village, aada, worker(saara), worker(mirja))}/text"
    saara.sign_in(stranger, clock.now)
    too_late(stranger, clock, url, "Save", title="Sleep", background=WORDS)
    colleague = a_browser(stranger.app)
    mirja.sign_in(colleague, clock.now)
    colleague.get(url).form("Save").submit(title="Mornings", background="Absences on Mondays.")
    page = saara.sign_in(stranger, clock.now)
    assert page.form("Save").data["background"] == WORDS
    page = page.form("Save").submit(status=409)
    for words in ("Absences on Mondays.", "Sovimme, että Ääni ja öljy säilyvät."):
        assert page.has(words)


def test_who_may_not_use_the_form_any_more_is_given_the_text_alone(
    stranger: Client, village: Village, aada: Someone, saara: Signer, clock: Clock
) -> None:
    mirja = a_signer(village, "mirja.kanervala", "Mirja Kanervala", Role.NURSE)
    case_id = a_case(village, aada, worker(saara), worker(mirja))
    mirja.sign_in(stranger, clock.now)
    too_late(stranger, clock, f"/cases/{case_id}/journal/new/note", "Save the draft", information=WORDS)
    member, today = ConsentKind.GROUP_MEMBER, clock.now.date()
    a_will(village, case_id, aada, member, Answer.WITHDRAWN, named=worker(mirja), given_on=today)
    page = mirja.sign_in(stranger, clock.now)
    assert page.heading == "Your text was kept"
    assert page.has(WORDS)
    assert "Open the page again" not in page.links


def test_a_form_that_is_no_page_of_its_own_is_given_back_alone(stranger: Client, aino: Signer, clock: Clock) -> None:
    aino.give_password(stranger)
    too_late(stranger, clock, "/account", "Save the language", locale="sv")
    assert aino.give_password(stranger).heading == "Your text was kept"


def test_from_its_own_page_the_text_can_be_taken_to_the_form_later(
    stranger: Client, aino: Signer, clock: Clock
) -> None:
    aino.give_password(stranger)
    too_late(stranger, clock, f"/requests/new/{aino.someone.person_id}/ask", "Continue", description=WORDS)
    aino.give_password(stranger)
    page = stranger.get("/account").follow("Look at it").follow("Open the page again")
    assert page.form("Continue").data["description"] == WORDS


def test_a_page_asked_for_the_text_gives_it_to_nobody_else_and_to_no_other_form(
    stranger: Client, saara: Signer, aino: Signer, clock: Clock
) -> None:
    aino.give_password(stranger)
    url = f"/requests/new/{aino.someone.person_id}/ask"
    too_late(stranger, clock, url, "Continue", description=WORDS)
    aino.give_password(stranger)
    assert stranger.get(f"{url}?kept=1").form("Continue").data["description"] == WORDS
    assert stranger.get(url).form("Continue").data["description"] == ""
    assert not stranger.get(f"/requests/new/{aino.someone.person_id}/tell?kept=1").has("Aamut")
    other = a_browser(stranger.app)
    saara.sign_in(other, clock.now)
    assert other.get("/requests?kept=1").heading == "Sent requests"
