"""Who may sit there is decided by the consents of that moment, whatever a page left open says (rules 8-10, 13-15)."""

from datetime import date
from typing import Any

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import a_will
from tests.builders_meetings import attendee_of
from tests.builders_minutes import WHOLE, address, is_running, knows_the_family, rows, save
from tests.client import Client, Page
from tests.clock import Clock
from tests.mail.office import give_address
from tests.recording import record_answer
from tests.rooms.meetings.conftest import Sitting
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.consents.models import ExpressionOfWill
from welfare.mail.queries import deliveries_about
from welfare.meetings.models import Attendee, MeetingItem
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.meetings import ItemState

TODAY = date(2026, 11, 23)
NELLI = "Nelli Nuotio"


def here(ledger: Ledger, item_id: Any) -> set[Any]:  # noqa: ANN401 - ids
    """Who is in the room for an item, by the id one is known as."""
    return {row.known_as for row in rows(ledger, Attendee, Attendee.item_id == item_id, Attendee.is_present)}


def comes_in(page: Page, village: Village, sitting: Sitting, who: Someone, presence: str, *, status: int) -> None:
    """What a script sends when somebody's place in the room is chosen."""
    row = attendee_of(village, sitting.aadas, who)
    chosen = {f"at-{row.hex}-presence": presence, f"at-{row.hex}-seen": "absent"}
    sent = {"csrf_token": page.form("#minutes").data["csrf_token"]} | chosen
    page.client.post(address(sitting.meeting, sitting.aadas, f"attendees/{row}/presence"), sent, status=status)


@pytest.fixture
def page(village: Village, visit: Visit, sitting: Sitting) -> Page:
    """Mirja's page of Aada's item, at which Saara, Aada and her guardian sit; Petri has not come yet."""
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara, sitting.aada, sitting.tiina)
    return visit(sitting.mirja).get(address(sitting.meeting, sitting.aadas))


def test_a_page_left_open_lets_nobody_in_whose_consent_has_ended_meanwhile(
    village: Village, ledger: Ledger, sitting: Sitting, page: Page
) -> None:
    form = page.form("#minutes")
    kind, petri = ConsentKind.GROUP_MEMBER, sitting.petri
    a_will(village, sitting.aadas_case, sitting.aada, kind, Answer.WITHDRAWN, named=petri, given_on=TODAY)
    comes_in(page, village, sitting, petri, "here", status=422)
    field = f"at-{attendee_of(village, sitting.aadas, petri).hex}-presence"
    form.fill(**{field: "here"}).press("Save")
    assert petri.person_id not in here(ledger, sitting.aadas)


def test_somebody_comes_in_and_goes_as_long_as_a_consent_admits(
    village: Village, ledger: Ledger, sitting: Sitting, page: Page
) -> None:
    comes_in(page, village, sitting, sitting.petri, "here", status=204)
    assert sitting.petri.person_id in here(ledger, sitting.aadas)
    comes_in(page, village, sitting, sitting.petri, "nowhere", status=422)
    assert sitting.petri.person_id in here(ledger, sitting.aadas)
    comes_in(page, village, sitting, sitting.petri, "left", status=204)
    assert sitting.petri.person_id not in here(ledger, sitting.aadas)


def test_a_consent_given_after_the_meeting_began_lets_in_from_then_on_and_not_before(
    village: Village, ledger: Ledger, sitting: Sitting, page: Page, clock: Clock
) -> None:
    kind, petri = ConsentKind.GROUP_MEMBER, sitting.petri
    a_will(village, sitting.aadas_case, sitting.aada, kind, Answer.WITHDRAWN, named=petri, given_on=TODAY)
    comes_in(page, village, sitting, petri, "here", status=422)
    clock.forward(minutes=5)
    a_will(village, sitting.aadas_case, sitting.aada, kind, named=petri, given_on=TODAY)
    comes_in(page, village, sitting, petri, "here", status=204)
    assert petri.person_id in here(ledger, sitting.aadas)


def test_a_guardian_whom_the_minor_shuts_out_leaves_the_running_item(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting, page: Page
) -> None:
    del page
    kind = ConsentKind.MINOR_PROHIBITION
    will = a_will(village, sitting.aadas_case, sitting.aada, kind, named=sitting.tiina, has_weighty_reason=True)
    assert sitting.tiina.person_id in here(ledger, sitting.aadas)
    _finds_it_in_force(visit(sitting.mirja), sitting, will)
    assert here(ledger, sitting.aadas) == {sitting.saara.person_id, sitting.aada.person_id}
    visit(sitting.tiina).get(f"/meetings/{sitting.meeting}", status=404)


def test_one_from_outside_sits_there_by_a_specific_consent_and_goes_when_it_is_taken_back(
    visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    saara = visit(sitting.saara)
    named: dict[str, Any] = {"outsider_name": NELLI, "scope": "Aamuista."}
    record_answer(saara, sitting.aadas_case, "outsider-participation", sitting.aada, **named)
    (will,) = rows(ledger, ExpressionOfWill, ExpressionOfWill.kind == ConsentKind.OUTSIDER_PARTICIPATION)
    desk = address(sitting.meeting, sitting.aadas, "invitations")
    saara.get(desk).form("Invite all who may be invited").submit()
    saara.get(f"/meetings/{sitting.meeting}").form("Begin the meeting").submit()
    _goes_on_with(saara, sitting, NELLI)
    assert here(ledger, sitting.aadas) == {will.outsider_id}
    form = saara.get(f"/cases/{sitting.aadas_case}/consents/{will.id}/withdraw").form()
    form.fill(given_on="23.11.2026", way="oral_in_meeting").submit()
    assert here(ledger, sitting.aadas) == set()


def test_without_a_consent_in_writing_nobody_from_outside_is_let_in(visit: Visit, sitting: Sitting) -> None:
    saara = visit(sitting.saara)
    oral: dict[str, Any] = {"outsider_name": NELLI, "scope": "Aamuista.", "way": "oral_in_meeting"}
    record_answer(saara, sitting.aadas_case, "outsider-participation", sitting.aada, status=422, **oral)
    page = saara.get(f"/meetings/{sitting.meeting}").form("Begin the meeting").submit()
    assert NELLI not in page.form("Go on to the item").options["present"]
    assert "Petri Hongisto" in page.form("Go on to the item").options["present"]


def test_the_day_after_the_consent_to_handle_it_ends_a_matter_is_not_taken_up(
    village: Village, visit: Visit, ledger: Ledger, clock: Clock, sitting: Sitting
) -> None:
    kind = ConsentKind.GROUP_HANDLING
    a_will(village, sitting.aadas_case, sitting.aada, kind, given_on=TODAY, valid_to=TODAY)
    page = visit(sitting.saara).get(f"/meetings/{sitting.meeting}").form("Begin the meeting").submit()
    assert page.heading == "Item 1: Aada Metsäpelto"
    clock.forward(days=1)
    form = visit(sitting.saara).get(f"/meetings/{sitting.meeting}/next").form("Go on to the item")
    assert form.submit(status=422).has("the consent to handle the matter in a group is not in force")
    (item,) = rows(ledger, MeetingItem, MeetingItem.id == sitting.aadas)
    assert item.state is ItemState.WAITING


def test_that_somebody_was_there_or_not_is_told_to_nobody_outside(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    knows_the_family(village, sitting.aada, sitting.tiina)
    give_address(village, sitting.tiina, "tiina@example.org")
    saara = visit(sitting.saara)
    saara.get(f"/meetings/{sitting.meeting}/move").form("Save").fill(clock="14").submit()
    told = mails_about(ledger, sitting)
    assert told == 1
    saara.get(f"/meetings/{sitting.meeting}").form("Begin the meeting").submit()
    _goes_on_with(saara, sitting, "Saara Lehtovirta", "Aada Metsäpelto")
    url = address(sitting.meeting, sitting.aadas)
    save(saara, url, **{f"at-{attendee_of(village, sitting.aadas, sitting.aada).hex}-presence": "left"} | WHOLE)
    saara.get(f"{url.removesuffix('minutes')}final").form("Finalise the entry").fill(sure="y").submit()
    saara.get(url).form("End the meeting").submit()
    assert mails_about(ledger, sitting) == told


def mails_about(ledger: Ledger, sitting: Sitting) -> int:
    """How many mails with an address have been ordered about the meeting."""
    with ledger.transaction() as transaction:
        return sum(not each.failure for each in deliveries_about(transaction.session, sitting.meeting))


def _goes_on_with(client: Client, sitting: Sitting, *names: str) -> None:
    form = client.get(f"/meetings/{sitting.meeting}/next").form("Go on to the item")
    form.submit(present=[form.options["present"][name] for name in names])


def _finds_it_in_force(client: Client, sitting: Sitting, will: Any) -> None:  # noqa: ANN401 - an id
    """A nurse assesses the minor's interest on the page of the prohibition."""
    form = client.get(f"/students/{sitting.aada.person_id}/prohibitions/{will}/assess").form("Record the assessment")
    form.fill(outcome="granted", told="Kielto on voimassa.", grounds="Keskustelun perusteella.").submit()
