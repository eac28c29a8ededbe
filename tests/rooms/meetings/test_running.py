"""Holding a meeting: item by item, with nobody in the room who does not belong to the item (OHL 14 § 4, 18-19 §)."""

from collections.abc import Callable

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import an_exclusion
from tests.builders_meetings import attendee_of
from tests.builders_minutes import address, is_running, rows
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.meetings.conftest import Sitting
from welfare.audit.ledger import Ledger
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.rules.cases import CaseState
from welfare.rules.consent import ConsentKind
from welfare.rules.meetings import ItemState, MeetingState

Visit = Callable[[Someone], Client]


def begun(client: Client, sitting: Sitting) -> Page:
    return client.get(f"/meetings/{sitting.meeting}").form("Begin the meeting").submit()


def state_of(ledger: Ledger, item_id: object) -> ItemState:
    (item,) = rows(ledger, MeetingItem, MeetingItem.id == item_id)
    state: ItemState = item.state
    return state


def here(ledger: Ledger, item_id: object) -> set[object]:
    found = rows(ledger, Attendee, Attendee.item_id == item_id, Attendee.is_present)
    return {row.person_id for row in found}


def ticked(page: Page) -> list[str]:
    return page.form("Go on to the item").data.getlist("present")


def go_on(page: Page, village: Village, item_id: object, *present: Someone) -> Page:
    ids = [str(attendee_of(village, item_id, who)) for who in present]  # type: ignore[arg-type]  # an id of the sitting
    return page.form("Go on to the item").submit(present=ids)


def test_who_is_in_the_room_is_asked_before_the_first_item(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    page = begun(visit(sitting.saara), sitting)
    assert page.heading == "Item 1: Aada Metsäpelto"
    assert ticked(page) == []
    minutes = go_on(page, village, sitting.aadas, sitting.saara, sitting.aada)
    assert minutes.has("Being handled now")
    assert here(ledger, sitting.aadas) == {sitting.saara.person_id, sitting.aada.person_id}
    assert [m.state for m in rows(ledger, Meeting)] == [MeetingState.RUNNING]


def test_between_two_items_it_says_who_leaves_joins_and_stays(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    everybody = (sitting.saara, sitting.mirja, sitting.petri, sitting.aada, sitting.tiina)
    is_running(village, sitting.meeting, sitting.aadas, *everybody)
    page = visit(sitting.saara).get(address(sitting.meeting, sitting.aadas))
    swap = page.tree.first(when=lambda node: "swap" in node.words)
    assert swap is not None
    leaving, joining, staying = (node.text for node in swap.all("li"))
    assert set(leaving.removeprefix("Leave: ").split(", ")) == {"Aada Metsäpelto", "Tiina Metsäpelto", "Petri Hongisto"}
    assert set(joining.removeprefix("Join: ").split(", ")) == {"Elias Haapakorpi", "Jari Haapakorpi", "Henrik Ståhlnäs"}
    assert set(staying.removeprefix("Stay: ").split(", ")) == {"Saara Lehtovirta", "Mirja Kanervala"}
    check = page.follow("Check and go on")
    staying_ids = {str(attendee_of(village, sitting.eliass, who)) for who in (sitting.saara, sitting.mirja)}
    assert set(ticked(check)) == staying_ids
    check.form("Go on to the item").submit()
    assert here(ledger, sitting.aadas) == set()
    assert here(ledger, sitting.eliass) == {sitting.saara.person_id, sitting.mirja.person_id}
    assert state_of(ledger, sitting.aadas) is ItemState.HANDLED
    assert state_of(ledger, sitting.eliass) is ItemState.NOW
    (petri,) = rows(ledger, Attendee, Attendee.person_id == sitting.petri.person_id)
    assert petri.came_at is not None
    assert petri.left_at is not None


def test_a_member_sees_the_agenda_without_the_swap_and_cannot_run(
    village: Village, visit: Visit, sitting: Sitting
) -> None:
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara)
    mirja = visit(sitting.mirja)
    page = mirja.get(address(sitting.meeting, sitting.aadas))
    assert page.has("Elias Haapakorpi")
    assert not page.has("Check and go on")
    assert not page.has("Going on since")
    mirja.get(f"/meetings/{sitting.meeting}/next", status=404)


def test_who_attends_one_item_finds_nothing_of_the_other(village: Village, visit: Visit, sitting: Sitting) -> None:
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara)
    petri = visit(sitting.petri)
    page = petri.get(address(sitting.meeting, sitting.aadas))
    assert page.has("Aada Metsäpelto")
    for secret in ("Elias", "Haapakorpi", "Henrik", "Item 2", str(sitting.eliass)):
        assert secret not in page.html
    for rest in ("minutes", "final"):
        petri.get(address(sitting.meeting, sitting.eliass, rest), status=404)
    token = {"csrf_token": page.form("#minutes").data["csrf_token"]}
    for rest in ("minutes", "minutes/sections/subject", "minutes/measures/1", "final"):
        petri.post(address(sitting.meeting, sitting.eliass, rest), token, status=404)
    other = attendee_of(village, sitting.eliass, sitting.henrik)
    petri.post(address(sitting.meeting, sitting.eliass, f"attendees/{other}/presence"), token, status=404)
    petri.post(address(sitting.meeting, sitting.aadas, f"attendees/{other}/presence"), token, status=404)


def test_families_do_not_come_to_the_minutes(village: Village, visit: Visit, sitting: Sitting) -> None:
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara)
    for who in (sitting.aada, sitting.tiina, sitting.elias):
        visit(who).get(address(sitting.meeting, sitting.aadas), status=404)


@pytest.mark.parametrize("presence", ["here", "remote"])
def test_attendance_is_kept_with_its_times_and_position(
    village: Village, visit: Visit, ledger: Ledger, clock: Clock, sitting: Sitting, presence: str
) -> None:
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara)
    url = address(sitting.meeting, sitting.aadas)
    petri = attendee_of(village, sitting.aadas, sitting.petri)
    field = f"at-{petri.hex}-presence"
    visit(sitting.mirja).get(url).form("#minutes").fill(**{field: presence}).press("Save")
    came = clock()
    clock.forward(minutes=10)
    page = visit(sitting.saara).get(url).form("#minutes").fill(**{field: "left"}).press("Save")
    (row,) = rows(ledger, Attendee, Attendee.id == petri)
    assert (row.came_at, row.left_at, row.is_present) == (came, clock(), False)
    assert row.is_remote is (presence == "remote")
    assert page.has("special teacher, from afar") is (presence == "remote")
    assert page.has("curator, responsible person")


def test_a_script_keeps_one_attendance_at_once(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    is_running(village, sitting.meeting, sitting.aadas)
    client = visit(sitting.mirja)
    form = client.get(address(sitting.meeting, sitting.aadas)).form("#minutes")
    tiina = attendee_of(village, sitting.aadas, sitting.tiina)
    names = ("csrf_token", f"at-{tiina.hex}-presence", f"at-{tiina.hex}-seen")
    sent = {name: form.data[name] for name in names} | {f"at-{tiina.hex}-presence": "here"}
    client.post(address(sitting.meeting, sitting.aadas, f"attendees/{tiina}/presence"), sent, status=204)
    assert here(ledger, sitting.aadas) == {sitting.tiina.person_id}


def test_a_page_left_open_does_not_undo_what_others_have_noted(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara)
    url = address(sitting.meeting, sitting.aadas)
    late = visit(sitting.mirja).get(url).form("#minutes")
    aada = attendee_of(village, sitting.aadas, sitting.aada)
    visit(sitting.saara).get(url).form("#minutes").fill(**{f"at-{aada.hex}-presence": "here"}).press("Save")
    late.fill(handling="Puhuttiin.").press("Save")
    assert here(ledger, sitting.aadas) == {sitting.saara.person_id, sitting.aada.person_id}


def withdraw(sitting: Sitting, visit: Visit, ledger: Ledger, kind: ConsentKind, named: Someone | None = None) -> None:
    """The responsible person records that Aada has taken a consent back."""
    who = named.person_id if named else None
    of_kind = (ExpressionOfWill.kind == kind, ExpressionOfWill.named_person_id == who)
    (will,) = rows(ledger, ExpressionOfWill, ExpressionOfWill.case_id == sitting.aadas_case, *of_kind)
    form = visit(sitting.saara).get(f"/cases/{sitting.aadas_case}/consents/{will.id}/withdraw").form()
    form.fill(given_on="23.11.2026", way="paper", place="Huone 114", extent="Kaikki.").submit()


def test_a_consent_withdrawn_sends_its_person_out_of_the_running_item_at_once(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara, sitting.petri)
    petri, url = visit(sitting.petri), address(sitting.meeting, sitting.aadas)
    form = petri.get(url).form("#minutes")
    assert form.fill(handling="Kirjoitan.").press("Save").has("The minutes are saved.")
    withdraw(sitting, visit, ledger, ConsentKind.GROUP_MEMBER, sitting.petri)
    assert here(ledger, sitting.aadas) == {sitting.saara.person_id}
    petri.get(url, status=404)
    form.submit(status=404, handling="Kirjoitan vielä.")
    page = visit(sitting.saara).get(url)
    assert "Petri Hongisto" in page.main
    assert page.by_id("handling").raw_text.strip() == "Kirjoitan."


def test_without_the_consent_to_handle_the_matter_the_item_stops(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara, sitting.petri)
    withdraw(sitting, visit, ledger, ConsentKind.GROUP_HANDLING)
    assert here(ledger, sitting.aadas) == set()
    assert state_of(ledger, sitting.aadas) is ItemState.HANDLED
    visit(sitting.saara).get(address(sitting.meeting, sitting.aadas), status=404)


def test_nobody_comes_in_whom_nothing_admits(village: Village, visit: Visit, ledger: Ledger, sitting: Sitting) -> None:
    an_exclusion(village, sitting.aadas_case, sitting.aada, sitting.petri)
    page = begun(visit(sitting.saara), sitting)
    assert not page.has("Petri Hongisto")
    petri, saara = (str(attendee_of(village, sitting.aadas, who)) for who in (sitting.petri, sitting.saara))
    refused = page.form("Go on to the item").submit(present=[saara, petri], status=422)
    assert "Choose among the answers offered." in refused.field_error("present")
    refused.form("Go on to the item").submit(present=[saara])
    assert here(ledger, sitting.aadas) == {sitting.saara.person_id}


def test_a_matter_that_was_closed_meanwhile_is_not_taken_up(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    page = begun(visit(sitting.saara), sitting)
    with village.work() as work:
        work.session.get_one(Case, sitting.aadas_case).state = CaseState.CLOSED
    refused = page.form("Go on to the item").submit(status=422)
    assert refused.has("cannot be met about: the matter is not open")
    assert state_of(ledger, sitting.aadas) is ItemState.WAITING


def test_a_meeting_ended_too_early_goes_on(village: Village, visit: Visit, ledger: Ledger, sitting: Sitting) -> None:
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara)
    page = visit(sitting.saara).get(address(sitting.meeting, sitting.aadas)).form("End the meeting").submit()
    assert page.has("The meeting has ended.")
    assert state_of(ledger, sitting.aadas) is ItemState.HANDLED
    assert here(ledger, sitting.aadas) == set()
    again = page.form("Go on with the meeting").submit()
    assert again.heading == "Item 2: Elias Haapakorpi"
    assert [m.state for m in rows(ledger, Meeting)] == [MeetingState.RUNNING]


def test_a_meeting_called_off_does_not_begin(village: Village, visit: Visit, ledger: Ledger, sitting: Sitting) -> None:
    page = visit(sitting.saara).get(f"/meetings/{sitting.meeting}")
    with village.work() as work:
        work.session.get_one(Meeting, sitting.meeting).state = MeetingState.CANCELLED
    assert page.form("Begin the meeting").submit().has("The meeting has begun already, or it was called off.")
    assert [m.state for m in rows(ledger, Meeting)] == [MeetingState.CANCELLED]


def test_two_who_go_on_at_once_come_to_the_same_item(
    village: Village, visit: Visit, ledger: Ledger, sitting: Sitting
) -> None:
    first = begun(visit(sitting.saara), sitting)
    second = visit(sitting.saara).get(f"/meetings/{sitting.meeting}/next")
    go_on(first, village, sitting.aadas, sitting.saara)
    assert second.form("Go on to the item").submit().has("Being handled now")
    assert state_of(ledger, sitting.aadas) is ItemState.NOW
    assert here(ledger, sitting.aadas) == {sitting.saara.person_id}
