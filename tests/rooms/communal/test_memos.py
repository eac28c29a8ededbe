"""Memos are written by several at once, guarded, closed by the chair, and mended by additions alone."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from tests.builders import Someone, Village
from tests.builders_groups import MET, a_decision, a_group, a_meeting, a_memo, a_seat, item_ids
from tests.builders_journal import IDENTITY_CODE
from tests.client import Client, Page
from tests.furnishing import furnishes
from tests.rooms.communal.test_guard import events_of
from tests.signing_in import Visit
from welfare.communal.models import AgendaItem
from welfare.rules.actors import Role
from welfare.rules.welfare_groups import Duty, GroupKind, SeatHolder


@furnishes
def chair(village: Village) -> Someone:
    return village.staff(Role.SPECIAL_TEACHER, "Riitta Johtava")


@furnishes
def member(village: Village) -> Someone:
    return village.staff(Role.TEACHER, "Oona Rautasalo")


@furnishes
def group_id(village: Village, chair: Someone, member: Someone) -> UUID:
    found = a_group(village, village.staff(Role.PRINCIPAL, "Reijo Reksi"))
    a_seat(village, found, chair, role=Role.SPECIAL_TEACHER, duty=Duty.CHAIR)
    a_seat(village, found, member)
    a_seat(village, found, SeatHolder.PUPILS)
    return found


@furnishes
def meeting_id(village: Village, group_id: UUID) -> UUID:
    village.student("Matti Metsäpelto", village.a_class())
    return a_meeting(village, group_id)


def url(meeting_id: UUID, rest: str = "") -> str:
    return f"/communal/meetings/{meeting_id}{rest}"


def names(village: Village, meeting_id: UUID, place: int = 2) -> tuple[str, str]:
    """The two controls of an item."""
    item = item_ids(village, meeting_id)[place].hex
    return f"text_{item}_fi", f"text_{item}_sv"


def text_of(village: Village, meeting_id: UUID, place: int = 2) -> str:
    with village.ledger.transaction() as transaction:
        return transaction.session.get_one(AgendaItem, item_ids(village, meeting_id)[place]).text_fi


def autosave(client: Client, village: Village, meeting_id: UUID, text: str, seen: str | None = None) -> int:
    """Send one text as the page's script does; the status that answers."""
    fi, _sv = names(village, meeting_id)
    form = client.get(url(meeting_id, "/memo")).form("Save")
    item = item_ids(village, meeting_id)[2]
    answer = client.flask.post(
        url(meeting_id, f"/memo/{item}/fi"),
        data={"csrf_token": form.data["csrf_token"], fi: text, f"{fi}_seen": seen or form.data[f"{fi}_seen"]},
    )
    return answer.status_code


def test_a_memo_is_written_in_two_languages_and_read_by_the_group_alone_before_it_is_closed(
    village: Village, visit: Visit, member: Someone, meeting_id: UUID
) -> None:
    fi, sv = names(village, meeting_id)
    page = visit(member).get(url(meeting_id, "/memo"))
    page = page.form("Save").submit(**{fi: "Ilmapiiri on parantunut.", sv: "Klimatet har blivit bättre."})  # type: ignore[arg-type]
    assert page.has("The memo is saved.")
    assert visit(member).get(url(meeting_id)).has("Ilmapiiri on parantunut.")
    other = visit(village.staff(Role.NURSE, "Mirja Kanervala")).get(url(meeting_id))
    assert not other.has("Ilmapiiri on parantunut.")


def test_a_text_is_saved_by_itself_while_it_is_typed(
    village: Village, visit: Visit, member: Someone, meeting_id: UUID
) -> None:
    assert autosave(visit(member), village, meeting_id, "Kysely tehdään.") == 204
    assert text_of(village, meeting_id) == "Kysely tehdään."


@pytest.mark.parametrize("text", ["Matin asia jäi auki.", f"Koodi {IDENTITY_CODE}."])
def test_what_could_name_a_pupil_is_not_saved_by_itself(
    village: Village, visit: Visit, member: Someone, meeting_id: UUID, text: str
) -> None:
    assert autosave(visit(member), village, meeting_id, text) == 422
    assert text_of(village, meeting_id) == ""


def test_the_writer_is_asked_about_a_name_and_a_reason_lets_it_stand_also_for_later_saves(
    village: Village, visit: Visit, member: Someone, meeting_id: UUID
) -> None:
    fi, _sv = names(village, meeting_id)
    client = visit(member)
    page = client.get(url(meeting_id, "/memo")).form("Save").submit(status=422, **{fi: "Matilla on uusi katto."})  # type: ignore[arg-type]
    assert page.has("Is this a pupil?")
    assert page.form("Save").data[fi] == "Matilla on uusi katto."
    assert text_of(village, meeting_id) == ""
    page.form("Save").submit(may_stand="place")
    assert autosave(client, village, meeting_id, "Matilla on uusi katto. Hyvä niin.") == 204
    assert sum('"may_stand":"place"' in body for body in events_of(village)) == 1
    assert not any("Matilla" in body for body in events_of(village))


def test_two_who_write_one_text_see_both_and_nobody_is_overwritten(
    village: Village, visit: Visit, chair: Someone, member: Someone, meeting_id: UUID
) -> None:
    fi, _sv = names(village, meeting_id)
    mine = visit(member).get(url(meeting_id, "/memo")).form("Save")
    assert autosave(visit(chair), village, meeting_id, "Puheenjohtajan teksti.") == 204
    page = mine.submit(status=409, **{fi: "Jäsenen teksti."})  # type: ignore[arg-type]
    assert page.has("Puheenjohtajan teksti.")
    assert text_of(village, meeting_id) == "Puheenjohtajan teksti."
    page.form("Save").submit(**{fi: "Molempien teksti."})  # type: ignore[arg-type]
    assert text_of(village, meeting_id) == "Molempien teksti."


def test_what_another_wrote_elsewhere_stays_when_one_saves_an_old_page(
    village: Village, visit: Visit, chair: Someone, member: Someone, meeting_id: UUID
) -> None:
    other, _sv = names(village, meeting_id, 5)
    mine = visit(member).get(url(meeting_id, "/memo")).form("Save")
    autosave(visit(chair), village, meeting_id, "Puheenjohtajan teksti.")
    mine.submit(**{other: "Huoltajat toivovat vanhempainiltaa."})  # type: ignore[arg-type]
    assert text_of(village, meeting_id) == "Puheenjohtajan teksti."
    assert text_of(village, meeting_id, 5) == "Huoltajat toivovat vanhempainiltaa."


def test_attendance_is_kept_by_seat_and_of_pupils_by_number(visit: Visit, member: Someone, meeting_id: UUID) -> None:
    page = visit(member).get(url(meeting_id)).follow("Mark who was there")
    form = page.form()
    boxes = [name for name in form.options if name.startswith("seat_")]
    pupils = next(name for name in form.data if name.startswith("seat_"))
    assert page.form().submit(status=422, **{pupils: "3"}).field_error(pupils)  # type: ignore[arg-type]
    answers = dict.fromkeys(boxes[:1], "y") | {pupils: "1"}
    page = page.form().submit(**answers)  # type: ignore[arg-type]
    assert page.has("Representatives of pupils (2) 1 of 2 there")
    assert page.has("Absent")


def close(page: Page, status: int = 200) -> Page:
    return page.form().submit(status=status, sure="y")


def test_the_chair_closes_the_memo_and_it_is_not_written_in_any_more(
    village: Village, visit: Visit, chair: Someone, member: Someone, group_id: UUID
) -> None:
    meeting_id = a_memo(village, group_id, chair)
    late = visit(member).get(url(meeting_id, "/memo")).form("Save")
    visit(member).get(url(meeting_id, "/close"), status=404)
    page = close(visit(chair).get(url(meeting_id)).follow("Read and close the memo"))
    assert page.has("The memo is closed.")
    assert page.has("Riitta Johtava")
    fi, _sv = names(village, meeting_id)
    answer = late.submit(status=409, **{fi: "Myöhässä."})  # type: ignore[arg-type]
    assert answer.has("What you had written")
    assert answer.has("Myöhässä.")
    assert text_of(village, meeting_id) == "Ilmapiiri on parantunut."
    everybody = visit(village.staff(Role.NURSE, "Mirja Kanervala")).get(url(meeting_id))
    assert everybody.has("Ilmapiiri on parantunut.")


def test_a_memo_without_people_or_words_is_not_closed(visit: Visit, chair: Someone, meeting_id: UUID) -> None:
    page = visit(chair).get(url(meeting_id, "/close"))
    assert page.has("Nobody is marked as being there.")
    refused = close(page, 422)
    assert refused.has("Nothing is written in the memo yet.")
    assert page.form().submit(status=422).field_error("sure")


def test_a_closed_memo_is_mended_by_an_addition_beside_it(
    village: Village, visit: Visit, chair: Someone, group_id: UUID
) -> None:
    meeting_id = a_memo(village, group_id, chair, is_closed=True)
    page = visit(chair).get(url(meeting_id)).follow("Add to the memo")
    assert page.form().submit(status=422).field_error("text_fi")
    page = page.form().submit(text_fi="Kysely tehdäänkin helmikuussa.")
    assert page.has("The addition stands beside the memo.")
    assert page.has("Kysely tehdäänkin helmikuussa.")
    assert page.has("Ilmapiiri on parantunut.")
    open_one = a_memo(village, group_id, chair)
    form = visit(chair).get(url(open_one, "/additions/new")).form()
    assert form.submit(status=422, text_fi="Liian aikaisin.").has("The memo is not closed.")


def test_beside_the_memo_stand_the_decisions_of_the_last_meeting_of_the_same_group(
    village: Village, visit: Visit, chair: Someone, member: Someone, meeting_id: UUID
) -> None:
    leader = village.staff(Role.PRINCIPAL, "Rauni Reksi")
    steering = a_group(village, leader, GroupKind.STEERING)
    a_decision(village, a_meeting(village, steering, MET - timedelta(days=1)), member)
    of_last_term = a_group(village, leader, begins_on=date(2025, 8, 11), ends_on=date(2026, 6, 6))
    before = a_meeting(village, of_last_term, MET - timedelta(days=200))
    assert visit(chair).get(url(meeting_id, "/memo")).has("Decisions of the last meeting There are none.")
    a_decision(village, before, member)
    assert visit(chair).get(url(meeting_id, "/memo")).has("Decisions of the last meeting Järjestetään")


def test_an_unknown_item_and_a_cut_form_are_no_fault(
    village: Village, visit: Visit, member: Someone, meeting_id: UUID
) -> None:
    client = visit(member)
    form = client.get(url(meeting_id, "/memo")).form("Save")
    token = {"csrf_token": form.data["csrf_token"]}
    item = item_ids(village, meeting_id)[2]
    assert client.flask.post(url(meeting_id, f"/memo/{item}/fi"), data=token).status_code == 400
    assert client.flask.post(url(meeting_id, f"/memo/{uuid4()}/fi"), data=token).status_code == 404
