"""Communal meetings are planned for a group with its agenda, told silently, moved and called off."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_groups import a_group, a_meeting, a_memo, a_seat, item_ids
from tests.client import Client, Page
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.signing_in import Visit
from welfare.communal.models import CommunalMeeting
from welfare.mail.models import Mail
from welfare.rules.actors import Role
from welfare.rules.orders import MailKind
from welfare.rules.welfare_groups import Duty, GroupKind, SeatHolder

WHEN: dict[str, Any] = {"on": "10.12.2026", "begins": "14.15", "ends": "15.30"}


@furnishes
def chair(village: Village) -> Someone:
    return village.staff(Role.PRINCIPAL, "Riitta Reksi")


@furnishes
def member(village: Village) -> Someone:
    return village.staff(Role.TEACHER, "Oona Rautasalo")


@furnishes
def group_id(village: Village, chair: Someone, member: Someone) -> UUID:
    found = a_group(village, chair)
    a_seat(village, found, chair, role=Role.PRINCIPAL, duty=Duty.CHAIR)
    a_seat(village, found, member)
    a_seat(village, found, SeatHolder.PUPILS)
    return found


def plan(client: Client, village: Village, status: int = 200, **answers: str) -> Page:
    form = client.get(f"/communal/{village.school_id}/meetings/new").form()
    return form.submit(status=status, **{**WHEN, **answers})


@pytest.mark.usefixtures("group_id")
def test_a_member_plans_a_meeting_with_the_agenda_of_its_kind(village: Village, visit: Visit, member: Someone) -> None:
    client = visit(member)
    page = client.get(f"/communal/{village.school_id}").follow("All meetings and decisions").follow("Plan a meeting")
    page = page.form().submit(**WHEN, theme_fi="Kaveritaidot", theme_sv="Kompisfärdigheter", place="Luokka 12")
    assert page.has("The meeting is planned.")
    assert page.has("Thursday 10 Dec 2026 14:15–15:30")
    assert page.has("4. The theme of the meeting: Kaveritaidot")
    assert page.has("12. The next meeting")
    client.flask.set_cookie("language", "sv")
    assert client.get(page.url).has("4. Mötets tema: Kompisfärdigheter")


def test_a_lape_group_has_its_four_standing_items(village: Village, visit: Visit) -> None:
    coordinator = village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")
    group_id = a_group(village, coordinator, GroupKind.LAPE, unit_id=village.provider_id)
    page = visit(coordinator).get(f"/communal/meetings/{a_meeting(village, group_id)}")
    for words in (
        "welfare plan for children",
        "Where municipalities",
        "Child impact assessment",
        "demand for services",
    ):
        assert page.has(words)


@pytest.mark.usefixtures("group_id")
def test_others_at_the_school_see_the_agenda_and_plan_nothing(village: Village, visit: Visit, chair: Someone) -> None:
    url = plan(visit(chair), village).url
    client = visit(village.staff(Role.NURSE, "Mirja Kanervala"))
    page = client.get(url)
    assert page.has("1. Opening and who is here")
    assert "Write the memo" not in page.links
    nowhere = client.get(f"/communal/meetings/{uuid4()}", status=404)
    for rest in ("/memo", "/agenda", "/move", "/close", "/attendance", "/decisions/new", "/call-off"):
        assert client.get(url + rest, status=404).main == nowhere.main
    elsewhere = village.staff(Role.TEACHER, "Kaarlo Kaukana", school_id=village.another_school("Kaislan koulu"))
    assert visit(elsewhere).get(url, status=404).main == nowhere.main


@pytest.mark.usefixtures("group_id")
@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"on": ""}, "on"),
        ({"on": "31.2.2027"}, "on"),
        ({"on": "10.8.2027"}, "on"),
        ({"begins": "25.00"}, "begins"),
        ({"ends": "14.00"}, "ends"),
        ({"place": "x" * 201}, "place"),
        ({"group": ""}, "group"),
    ],
)
def test_bad_times_are_refused_at_their_field_and_nothing_typed_is_lost(
    village: Village, visit: Visit, member: Someone, answers: dict[str, str], field: str
) -> None:
    page = plan(visit(member), village, 422, **{"theme_fi": "Kaveritaidot", **answers})
    assert page.field_error(field)
    assert page.form().data["theme_fi"] == "Kaveritaidot"


@pytest.mark.usefixtures("group_id")
def test_the_staff_of_the_group_are_told_by_a_silent_mail_and_told_anew_when_it_moves(
    village: Village, visit: Visit, chair: Someone, member: Someone
) -> None:
    client = visit(chair)
    page = plan(client, village)
    page = page.form("Tell the group").submit()
    assert page.has("2 people have been told.")
    assert page.has("The group has been told")
    page.follow("Time and place").form().submit(begins="13.00", ends="14.00")
    client.get(page.url).follow("Call the meeting off").form().submit(sure="y")
    with village.ledger.transaction() as transaction:
        mails = [(mail.kind, mail.person_id) for mail in transaction.session.scalars(select(Mail))]
    kinds = (MailKind.MEETING_INVITED, MailKind.MEETING_CHANGED, MailKind.MEETING_CANCELLED)
    people = {chair.person_id, member.person_id}
    assert sorted(mails) == sorted((kind, person) for kind in kinds for person in people)


@pytest.mark.usefixtures("group_id")
def test_another_place_is_told_as_another_time_is_and_no_change_is_not_told(
    village: Village, visit: Visit, chair: Someone, member: Someone
) -> None:
    client = visit(chair)
    page = plan(client, village).form("Tell the group").submit()
    page.follow("Time and place").form().submit(place="Kirjasto")
    client.get(page.url).follow("Time and place").form().submit()
    assert sorted(mails(village, MailKind.MEETING_CHANGED)) == sorted([chair.person_id, member.person_id])


def test_a_seat_that_holds_on_one_of_two_days_is_told_of_the_one_alone(
    village: Village, visit: Visit, chair: Someone, group_id: UUID
) -> None:
    leaver = village.staff(Role.TEACHER, "Lauri Lähtijä")
    a_seat(village, group_id, leaver, ends_on=date(2026, 12, 31))
    comer = village.staff(Role.NURSE, "Tuula Tulija")
    a_seat(village, group_id, comer, role=Role.NURSE, begins_on=date(2027, 1, 1))
    client = visit(chair)
    page = plan(client, village).form("Tell the group").submit()
    assert page.has("3 people have been told.")
    page.follow("Time and place").form().submit(on="14.1.2027")
    assert mails(village, MailKind.MEETING_CANCELLED) == [leaver.person_id]
    assert comer.person_id in mails(village, MailKind.MEETING_INVITED)
    client.get(page.url).follow("Call the meeting off").form().submit(sure="y")
    assert mails(village, MailKind.MEETING_CANCELLED).count(leaver.person_id) == 1, "it has fallen away already"
    assert comer.person_id in mails(village, MailKind.MEETING_CANCELLED)


def mails(village: Village, kind: MailKind) -> list[UUID]:
    """Who is told something of this kind."""
    with village.ledger.transaction() as transaction:
        return list(transaction.session.scalars(select(Mail.person_id).where(Mail.kind == kind)))


@pytest.mark.usefixtures("group_id")
def test_a_members_own_calendar_fetches_what_the_group_has_been_told(
    village: Village, visit: Visit, clock: Clock, chair: Someone, member: Someone
) -> None:
    client, other = visit(chair), visit(member)
    page = other.get("/meetings/feed").form("Make an address").submit()
    address = page.by_id("feed-address").text.strip()

    def fetched() -> list[str]:
        clock.forward(minutes=1)
        answer = other.flask.get(address[address.index("/calendar/") :])
        return [
            line for line in answer.get_data(as_text=True).splitlines() if line.startswith(("DTSTART;TZID=", "URL"))
        ]

    page = plan(client, village)
    assert fetched() == [], "nobody has been told yet"
    page.form("Tell the group").submit()
    assert fetched()[0].endswith("20261210T141500")
    client.get(page.url).follow("Time and place").form().submit(begins="13.00", ends="14.00")
    assert fetched()[0].endswith("20261210T130000")
    client.get(page.url).follow("Call the meeting off").form().submit(sure="y")
    assert fetched() == []


def test_the_second_of_two_who_move_a_meeting_sees_what_the_first_saved(
    village: Village, visit: Visit, chair: Someone, group_id: UUID
) -> None:
    client, url = visit(chair), f"/communal/meetings/{a_meeting(village, group_id)}/move"
    mine, theirs = (client.get(url).form() for _ in range(2))
    theirs.submit(place="Kirjasto")
    assert mine.submit(status=409, place="Auditorio").has("Kirjasto")


def test_items_are_added_before_the_decisions_named_moved_and_left_out(
    village: Village, visit: Visit, chair: Someone, group_id: UUID
) -> None:
    meeting_id = a_meeting(village, group_id)
    client = visit(chair)
    page = client.get(f"/communal/meetings/{meeting_id}/agenda")
    page = page.form("Add the item").submit(title_fi="Koulun pihan penkit", title_sv="Bänkarna på gården")
    assert page.has("10. Koulun pihan penkit")
    assert page.has("11. Decisions, who sees to them and by when")
    page = page.form("Up: Koulun pihan penkit").submit()
    assert page.has("9. Koulun pihan penkit")
    assert page.has("10. Instructions and the competence of the staff")
    page = page.follow("Tell what it is about: Koulun pihan penkit").form().submit(title_fi="Pihan penkit")
    page = page.form("Take off the agenda: Pihan penkit").submit()
    assert page.has("The item is left out.")
    assert page.has("10. Decisions, who sees to them and by when")


def test_an_item_of_which_something_is_written_stays(
    village: Village, visit: Visit, chair: Someone, group_id: UUID
) -> None:
    meeting_id = a_memo(village, group_id, chair)
    client, item_id = visit(chair), item_ids(village, meeting_id)[2]
    form = client.get(f"/communal/meetings/{meeting_id}/agenda").form("Add the item")
    page = client.post(
        f"/communal/meetings/{meeting_id}/agenda/{item_id}/remove",
        {"csrf_token": form.data["csrf_token"], "idempotency_key": uuid4().hex},
    )
    assert page.has("It stays.")
    assert item_id in item_ids(village, meeting_id)


def test_a_meeting_of_a_group_out_of_office_is_not_planned(village: Village, visit: Visit, chair: Someone) -> None:
    a_group(village, chair, begins_on=date(2025, 8, 11), ends_on=date(2026, 6, 5))
    client = visit(chair)
    assert "Plan a meeting" not in client.get(f"/communal/{village.school_id}/meetings").links
    assert client.get(f"/communal/{village.school_id}/meetings/new").has("No group is in office.")


def test_what_was_called_off_is_not_written_of(village: Village, visit: Visit, chair: Someone, group_id: UUID) -> None:
    meeting_id = a_meeting(village, group_id)
    client = visit(chair)
    page = client.get(f"/communal/meetings/{meeting_id}").follow("Call the meeting off").form().submit(sure="y")
    assert page.has("The meeting is called off.")
    assert "Write the memo" not in page.links
    with village.ledger.transaction() as transaction:
        row = transaction.session.get_one(CommunalMeeting, meeting_id)
        assert row.ends_at - row.starts_at == timedelta(hours=1)
