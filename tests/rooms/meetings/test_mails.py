"""Mails to invited people: the own time and a link, and nothing of what, whom, or anybody else's items."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import a_case, a_will
from tests.builders_meetings import a_meeting, an_item
from tests.mail.office import give_address
from tests.rooms.meetings.asking import Desk
from tests.rooms.meetings.letters import Got, LetterBoxes
from tests.signing_in import Visit
from welfare.meetings import actions
from welfare.meetings.models import Meeting, MeetingItem
from welfare.rules.actors import Role
from welfare.rules.consent import ConsentKind
from welfare.rules.invitations import Reply

STARTS = datetime(2026, 11, 30, 7, 30, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)
TIINA, MIRJA, AADA = "tiina@example.org", "mirja@example.org", "aada@example.org"


@pytest.fixture
def boxes(village: Village, tmp_path: Path) -> LetterBoxes:
    """Everybody's letter boxes."""
    return LetterBoxes(village, tmp_path / "letters")


def invite_all(visit: Visit, desk: Desk, item: UUID | None = None) -> None:
    url = f"/meetings/{desk.meeting}/items/{item or desk.item}/invitations"
    visit(desk.saara).get(url).form("Invite all who may be invited").submit()


def move(visit: Visit, desk: Desk, **typed: str) -> None:
    visit(desk.saara).get(f"/meetings/{desk.meeting}/move").form("Save").fill(**typed).submit()


def a_second_item(village: Village, desk: Desk, meeting: UUID, *members: Someone) -> UUID:
    """Elias, whose matter comes after Aada's."""
    elias = village.student("Elias Haapakorpi", village.a_class("7A"))
    return an_item(village, meeting, a_case(village, elias, desk.saara, *members), place=2)


def test_each_of_the_invited_gets_the_own_time_and_a_link(visit: Visit, desk: Desk, boxes: LetterBoxes) -> None:
    invite_all(visit, desk)
    found = boxes.all()
    assert set(found) == {TIINA, MIRJA, AADA, "saara@example.org"}
    for got in found.values():
        assert (got.method, got.sequence, got.event.status) == ("REQUEST", 0, "CONFIRMED")
        assert got.span == (STARTS, STARTS + HALF_AN_HOUR)
        assert f"/meetings/{desk.meeting}" in got.text
        assert f"/meetings/{desk.meeting}" in got.calendar.replace("\r\n ", "")


def test_neither_mail_nor_calendar_names_anybody_or_anything(visit: Visit, desk: Desk, boxes: LetterBoxes) -> None:
    invite_all(visit, desk)
    move(visit, desk, clock="14")
    visit(desk.saara).get(f"/meetings/{desk.meeting}/call-off").form("Call the meeting off").fill(sure="y").submit()
    for got in boxes.got(TIINA):
        everything = got.subject + got.text + got.calendar.replace("\r\n ", "")
        for word in ("Aada", "Metsäpelto", "Saara", "Mirja", "Honka", "Koivuranta", "KOI", "8B", "curator", "kuraat"):
            assert word not in everything


def test_moving_tells_the_new_time_under_the_same_name_with_a_larger_count(
    visit: Visit, desk: Desk, boxes: LetterBoxes
) -> None:
    invite_all(visit, desk)
    (first,) = boxes.got(TIINA)
    move(visit, desk, on="1.12.2026", clock="13")
    (second,) = boxes.got(TIINA)
    assert second.event.uid == first.event.uid
    assert (second.method, second.sequence) == ("REQUEST", 1)
    begins = datetime(2026, 12, 1, 11, tzinfo=UTC)
    assert second.span == (begins, begins + HALF_AN_HOUR)


def test_another_place_is_no_mail(visit: Visit, desk: Desk, boxes: LetterBoxes) -> None:
    invite_all(visit, desk)
    boxes.got(TIINA)
    move(visit, desk, place="Tila Kuusi")
    assert boxes.got(TIINA) == []


def test_calling_off_takes_the_time_away(visit: Visit, desk: Desk, boxes: LetterBoxes) -> None:
    invite_all(visit, desk)
    (first,) = boxes.got(TIINA)
    visit(desk.saara).get(f"/meetings/{desk.meeting}/call-off").form("Call the meeting off").fill(sure="y").submit()
    (last,) = boxes.got(TIINA)
    assert last.event.uid == first.event.uid
    assert (last.method, last.sequence, last.event.status) == ("CANCEL", 1, "CANCELLED")
    assert last.span == first.span


def test_whoever_is_not_invited_gets_nothing(visit: Visit, desk: Desk, boxes: LetterBoxes) -> None:
    visit(desk.saara).get(desk.url).form("Invite: Tiina Metsäpelto").submit()
    move(visit, desk, clock="14")
    visit(desk.saara).get(f"/meetings/{desk.meeting}/call-off").form("Call the meeting off").fill(sure="y").submit()
    assert boxes.got(MIRJA) == []
    assert desk.mails(desk.mirja) == []
    assert len(desk.mails(desk.tiina)) == 3


def test_a_consent_that_does_not_reach_the_new_day_takes_the_invitation_away(
    village: Village, visit: Visit, desk: Desk, boxes: LetterBoxes
) -> None:
    kind = ConsentKind.GROUP_MEMBER
    a_will(village, desk.case, desk.aada, kind, named=desk.mirja, given_on=date(2026, 11, 20), valid_to=STARTS.date())
    invite_all(visit, desk)
    (first,) = boxes.got(MIRJA)
    move(visit, desk, on="1.12.2026")
    (last,) = boxes.got(MIRJA)
    assert (last.method, last.span) == ("CANCEL", first.span)
    assert desk.row(desk.mirja).reply is Reply.NONE
    assert desk.mirja.person_id not in desk.invited()


def test_who_attends_two_items_is_awaited_from_the_first_to_the_last(
    village: Village, visit: Visit, desk: Desk, boxes: LetterBoxes
) -> None:
    eliass = a_second_item(village, desk, desk.meeting, desk.mirja)
    invite_all(visit, desk)
    (first,) = boxes.got(MIRJA)
    assert first.span == (STARTS, STARTS + HALF_AN_HOUR)
    invite_all(visit, desk, eliass)
    (second,) = boxes.got(MIRJA)
    assert (second.method, second.sequence) == ("REQUEST", 1)
    assert second.span == (STARTS, STARTS + 2 * HALF_AN_HOUR)


def test_who_loses_one_item_of_two_keeps_the_time_of_the_other(
    village: Village, visit: Visit, desk: Desk, boxes: LetterBoxes
) -> None:
    eliass = a_second_item(village, desk, desk.meeting, desk.mirja)
    invite_all(visit, desk)
    invite_all(visit, desk, eliass)
    boxes.got(MIRJA)
    page = visit(desk.saara).get(desk.url).follow("Take the invitation back: Mirja Kanervala")
    page.form("Take the invitation back").submit()
    (last,) = boxes.got(MIRJA)
    assert (last.method, last.sequence) == ("REQUEST", 2)
    assert last.span == (STARTS + HALF_AN_HOUR, STARTS + 2 * HALF_AN_HOUR)


def test_when_the_order_changes_those_whose_time_changes_are_told(
    village: Village, visit: Visit, desk: Desk, boxes: LetterBoxes
) -> None:
    eliass = a_second_item(village, desk, desk.meeting, desk.mirja)
    invite_all(visit, desk)
    invite_all(visit, desk, eliass)
    boxes.got(MIRJA)
    with village.work() as work:
        actions.reorder(work, work.session.get_one(Meeting, desk.meeting), [eliass, desk.item])
    found = boxes.all()
    assert set(found) == {TIINA, AADA}
    assert found[TIINA].span == (STARTS + HALF_AN_HOUR, STARTS + 2 * HALF_AN_HOUR)


def test_an_item_taken_off_takes_its_own_people_and_moves_those_after_it(
    village: Village, visit: Visit, desk: Desk, boxes: LetterBoxes
) -> None:
    henrik = give_address(village, village.staff(Role.TEACHER, "Henrik Ståhlnäs"), "henrik@example.org")
    eliass = a_second_item(village, desk, desk.meeting, henrik)
    invite_all(visit, desk)
    invite_all(visit, desk, eliass)
    boxes.got(TIINA)
    with village.work() as work:
        actions.remove_item(work, work.session.get_one(MeetingItem, desk.item))
    found = boxes.all()
    assert (found[TIINA].method, found["henrik@example.org"].method) == ("CANCEL", "REQUEST")
    assert found["henrik@example.org"].span == (STARTS, STARTS + HALF_AN_HOUR)


def test_the_mails_of_one_item_are_the_same_whether_or_not_there_are_others(
    village: Village, visit: Visit, desk: Desk, boxes: LetterBoxes
) -> None:
    alone = _told_of(village, visit, desk, boxes, has_another=False)
    beside = _told_of(village, visit, desk, boxes, has_another=True)
    assert len(alone) == 4
    assert beside == alone


def _told_of(village: Village, visit: Visit, desk: Desk, boxes: LetterBoxes, *, has_another: bool) -> list[Got]:
    """Everything that Tiina gets of a meeting about Aada's matter, from its invitation to its end."""
    meeting = a_meeting(village, desk.saara, STARTS)
    item = an_item(village, meeting, desk.case)
    other = a_second_item(village, desk, meeting, desk.mirja) if has_another else None
    saara = visit(desk.saara)
    saara.get(f"/meetings/{meeting}/items/{item}/invitations").form("Invite: Tiina Metsäpelto").submit()
    if other is not None:
        saara.get(f"/meetings/{meeting}/items/{other}/invitations").form("Invite all who may be invited").submit()
        with village.work() as work:
            actions.remove_item(work, work.session.get_one(MeetingItem, other))
        a_second_item(village, desk, meeting, desk.mirja)
    saara.get(f"/meetings/{meeting}/move").form("Save").fill(clock="14").submit()
    saara.get(f"/meetings/{meeting}/move").form("Save").fill(clock="15").submit()
    saara.get(f"/meetings/{meeting}/call-off").form("Call the meeting off").fill(sure="y").submit()
    return [_nameless(village, meeting, got) for got in sorted(boxes.got(TIINA), key=lambda got: got.sequence)]


def _nameless(village: Village, meeting: UUID, got: Got) -> Got:
    with village.ledger.transaction() as transaction:
        uid = str(transaction.session.get_one(Meeting, meeting).calendar_uid)
    calendar = got.calendar.replace("\r\n ", "").replace(uid, "UID").replace(str(meeting), "ID")
    return Got(got.address, got.subject, got.text.replace(str(meeting), "ID"), got.method, calendar)


@pytest.mark.parametrize(
    ("day", "shown", "begins"),
    [
        ("28.3.2027", "2.45", datetime(2027, 3, 28, 0, 45, tzinfo=UTC)),
        ("28.3.2027", "4.30", datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        ("31.10.2027", "2.45", datetime(2027, 10, 30, 23, 45, tzinfo=UTC)),
        ("31.10.2027", "3.30", datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
        ("31.10.2027", "4.30", datetime(2027, 10, 31, 2, 30, tzinfo=UTC)),
    ],
)
def test_in_the_nights_when_clocks_are_changed_the_time_is_right(
    visit: Visit, desk: Desk, boxes: LetterBoxes, day: str, shown: str, begins: datetime
) -> None:
    invite_all(visit, desk)
    boxes.got(TIINA)
    move(visit, desk, on=day, clock=shown)
    (got,) = boxes.got(TIINA)
    assert got.span == (begins, begins + HALF_AN_HOUR)


def test_somebody_without_an_address_costs_nobody_else_the_mail(visit: Visit, desk: Desk, boxes: LetterBoxes) -> None:
    invite_all(visit, desk)
    assert len(boxes.all()) == 4
    (lost,) = desk.mails(desk.petri)
    assert lost.failure == "no_address"
    page = visit(desk.saara).get(desk.url)
    assert "No e-mail address: tell in another way." in desk.line(page, desk.petri)
    assert "The mail is delivered." in desk.line(page, desk.tiina)
