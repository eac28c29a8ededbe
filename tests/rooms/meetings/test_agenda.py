"""The agenda until the meeting begins: matters added, put in order, given time, taken off; all of it told silently."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import a_case, a_will
from tests.builders_meetings import a_meeting, an_item
from tests.builders_requests import at_work
from tests.client import Page
from tests.furnishing import furnishes
from tests.rooms.meetings.asking import Desk
from tests.rooms.meetings.conftest import Sitting
from tests.rooms.meetings.letters import LetterBoxes
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.cases.models import Case
from welfare.meetings import actions
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.rules.consent import Answer, ConsentKind
from welfare.rules.invitations import Reply
from welfare.rules.meetings import ItemBlock, MeetingState

STARTS = datetime(2026, 11, 30, 7, 30, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)
TIINA, MIRJA = "tiina@example.org", "mirja@example.org"


@pytest.fixture
def boxes(village: Village, tmp_path: Path) -> LetterBoxes:
    """Everybody's letter boxes."""
    return LetterBoxes(village, tmp_path / "letters")


@furnishes
def vilmas(village: Village, desk: Desk) -> UUID:
    """Another matter that Saara leads, with Mirja in its group."""
    return a_case(village, village.student("Vilma Koskela", village.a_class("7A")), desk.saara, desk.mirja)


def agenda(visit: Visit, who: Someone, meeting: UUID) -> Page:
    return visit(who).get(f"/meetings/{meeting}/agenda")


def add(visit: Visit, desk: Desk, case_id: UUID, minutes: str = "20") -> Page:
    form = agenda(visit, desk.saara, desk.meeting).form("Add to the agenda")
    return form.fill(case=str(case_id), minutes=minutes).submit()


def items(ledger: Ledger, meeting: UUID) -> list[tuple[UUID, int]]:
    """Matter and minutes of each item, in order."""
    with ledger.transaction() as transaction:
        found = transaction.session.query(MeetingItem).filter_by(meeting_id=meeting).order_by(MeetingItem.place)
        return [(item.case_id, item.minutes) for item in found]


def length(ledger: Ledger, meeting: UUID) -> timedelta:
    with ledger.transaction() as transaction:
        found = transaction.session.get_one(Meeting, meeting)
        return found.ends_at - found.starts_at


def invite(visit: Visit, desk: Desk, item: UUID) -> None:
    url = f"/meetings/{desk.meeting}/items/{item}/invitations"
    visit(desk.saara).get(url).form("Invite all who may be invited").submit()


def item_of(ledger: Ledger, case_id: UUID) -> UUID:
    with ledger.transaction() as transaction:
        return transaction.session.query(MeetingItem).filter_by(case_id=case_id).one().id


def removal(visit: Visit, desk: Desk, item: UUID) -> Page:
    return visit(desk.saara).get(f"/meetings/{desk.meeting}/agenda/{item}/remove")


def take(page: Page, item: UUID, minutes: str, *, status: int = 200) -> Page:
    """Type how long an item takes."""
    name = f"item-{item}-minutes"
    (form,) = (form for form in page.forms if name in form.data)
    return form.fill(**{name: minutes}).submit(status=status)


def move(page: Page, item: UUID, way: str) -> Page:
    """Press a button beside an item."""
    (form,) = (form for form in page.forms if (form.node.get("action") or "").endswith(f"/{item}/{way}"))
    return form.submit()


def begin(village: Village, desk: Desk) -> None:
    with at_work(village, desk.saara) as work:
        actions.begin(work, work.session.get_one(Meeting, desk.meeting))


def test_a_matter_is_added_last_and_the_meeting_grows(visit: Visit, desk: Desk, ledger: Ledger, vilmas: UUID) -> None:
    page = add(visit, desk, vilmas)
    assert page.has("The matter is on the agenda. Invite its people next.")
    assert items(ledger, desk.meeting) == [(desk.case, 30), (vilmas, 20)]
    assert length(ledger, desk.meeting) == timedelta(minutes=50)
    assert page.has("No other matter can be added")


def test_the_people_of_an_added_matter_are_listed_and_nobody_is_told(
    visit: Visit, desk: Desk, ledger: Ledger, boxes: LetterBoxes, vilmas: UUID
) -> None:
    invite(visit, desk, desk.item)
    boxes.all()
    add(visit, desk, vilmas)
    with ledger.transaction() as transaction:
        rows = transaction.session.query(Attendee).filter_by(case_id=vilmas).all()
        assert {row.person_id for row in rows} >= {desk.saara.person_id, desk.mirja.person_id}
        assert [row for row in rows if row.invited_at is not None] == []
    assert boxes.all() == {}


def test_only_a_matter_that_one_leads_may_be_added(
    village: Village, visit: Visit, desk: Desk, ledger: Ledger, vilmas: UUID
) -> None:
    foreign = a_case(village, village.student("Onni Aalto", village.a_class("7B")), desk.mirja, desk.saara)
    page = agenda(visit, desk.saara, desk.meeting)
    assert page.has("Vilma Koskela")
    assert not page.has("Onni Aalto")
    assert len(page.form("Add to the agenda").options["case"]) == 1
    refused = page.form("Add to the agenda").submit(case=str(foreign), minutes="20", status=422)
    assert "Choose one of the answers offered." in refused.field_error("case")
    assert items(ledger, desk.meeting) == [(desk.case, 30)]
    refused.form("Add to the agenda").fill(case=str(vilmas)).submit()
    assert items(ledger, desk.meeting) == [(desk.case, 30), (vilmas, 20)]


def test_a_matter_without_its_consent_is_offered_to_no_agenda(
    village: Village, visit: Visit, desk: Desk, vilmas: UUID
) -> None:
    assert agenda(visit, desk.saara, desk.meeting).has("Vilma Koskela")
    with village.work() as work:
        student_id = work.session.get_one(Case, vilmas).student_id
    vilma = Someone(student_id, desk.aada.account_id, "Vilma Koskela")
    a_will(village, vilmas, vilma, ConsentKind.GROUP_HANDLING, Answer.WITHDRAWN, given_on=date(2026, 11, 23))
    assert not agenda(visit, desk.saara, desk.meeting).has("Vilma Koskela")


def test_a_matter_of_another_register_never_shares_a_meeting(village: Village, desk: Desk, vilmas: UUID) -> None:
    elsewhere = a_meeting(village, desk.saara, controller_id=village.county_id)
    with at_work(village, desk.saara) as work:
        case = work.session.get_one(Case, vilmas)
        with pytest.raises(actions.ItemRefusedError) as refused:
            actions.add_item(work, work.session.get_one(Meeting, elsewhere), case, 30)
        assert refused.value.blocks == (ItemBlock.OTHER_REGISTER,)
        actions.add_item(work, work.session.get_one(Meeting, desk.meeting), case, 30)


@pytest.mark.parametrize("minutes", ["4", "181", "puoli", ""])
def test_the_minutes_typed_wrong_are_told_at_their_field(
    visit: Visit, desk: Desk, ledger: Ledger, vilmas: UUID, minutes: str
) -> None:
    form = agenda(visit, desk.saara, desk.meeting).form("Add to the agenda")
    refused = form.fill(case=str(vilmas), minutes=minutes).submit(status=422)
    assert refused.field_error("minutes")
    assert refused.by_id("minutes").get("value") == minutes
    assert items(ledger, desk.meeting) == [(desk.case, 30)]


def test_items_change_places_by_buttons_and_those_who_are_moved_answer_anew(
    village: Village, visit: Visit, desk: Desk, ledger: Ledger, boxes: LetterBoxes, vilmas: UUID
) -> None:
    add(visit, desk, vilmas)
    vilmas_item = item_of(ledger, vilmas)
    invite(visit, desk, desk.item)
    boxes.all()
    with village.work() as work:
        tiinas = work.session.query(Attendee).filter_by(person_id=desk.tiina.person_id).one()
        tiinas.reply = Reply.ACCEPTED
    page = agenda(visit, desk.saara, desk.meeting)
    assert page.by_id(f"item-{desk.item}").text.startswith("Item 1")
    moved = move(page, vilmas_item, "up")
    assert moved.has("The order is changed.")
    assert [case for case, _minutes in items(ledger, desk.meeting)] == [vilmas, desk.case]
    (got,) = boxes.got(TIINA)
    assert got.span == (STARTS + timedelta(minutes=20), STARTS + timedelta(minutes=50))
    assert desk.row(desk.tiina).reply is Reply.NONE
    saaras = [row.reply for row in desk.rows() if row.person_id == desk.saara.person_id and row.invited_at]
    assert saaras == [Reply.ACCEPTED]
    move(moved, vilmas_item, "down")
    assert [case for case, _minutes in items(ledger, desk.meeting)] == [desk.case, vilmas]


def test_the_first_has_no_way_up_and_the_last_none_down(visit: Visit, desk: Desk, vilmas: UUID, ledger: Ledger) -> None:
    page = add(visit, desk, vilmas)
    first, last = page.by_id(f"item-{desk.item}").text, page.by_id(f"item-{item_of(ledger, vilmas)}").text
    assert ("Move up" in first, "Move down" in first) == (False, True)
    assert ("Move up" in last, "Move down" in last) == (True, False)


def test_an_item_expected_to_take_longer_moves_those_after_it_and_tells_them(
    visit: Visit, desk: Desk, ledger: Ledger, boxes: LetterBoxes, vilmas: UUID
) -> None:
    add(visit, desk, vilmas)
    invite(visit, desk, item_of(ledger, vilmas))
    boxes.all()
    page = agenda(visit, desk.saara, desk.meeting)
    refused = take(page, desk.item, "500", status=422)
    assert "from 5 to 180" in refused.field_error(f"item-{desk.item}-minutes")
    assert take(refused, desk.item, "45").has("The length is saved.")
    assert items(ledger, desk.meeting)[0] == (desk.case, 45)
    assert length(ledger, desk.meeting) == timedelta(minutes=65)
    (got,) = boxes.got(MIRJA)
    assert got.span == (STARTS + timedelta(minutes=45), STARTS + timedelta(minutes=65))


def test_an_item_taken_off_tells_its_people_that_the_time_has_fallen_away_and_nothing_else(
    visit: Visit, desk: Desk, ledger: Ledger, boxes: LetterBoxes, vilmas: UUID
) -> None:
    add(visit, desk, vilmas)
    invite(visit, desk, desk.item)
    boxes.all()
    page = removal(visit, desk, desk.item)
    assert page.has("5 people have been invited to this item.")
    page.form("Take off the agenda").submit()
    assert items(ledger, desk.meeting) == [(vilmas, 20)]
    assert length(ledger, desk.meeting) == timedelta(minutes=20)
    (got,) = boxes.got(TIINA)
    assert got.method == "CANCEL"
    for word in ("Aada", "Vilma", "Saara", "Honka", "agenda"):
        assert word not in got.subject + got.text + got.calendar.replace("\r\n ", "")
    assert agenda(visit, desk.saara, desk.meeting).has("Aada Metsäpelto")  # it may be added again


def test_the_only_matter_is_not_taken_off_but_the_meeting_called_off(visit: Visit, desk: Desk, ledger: Ledger) -> None:
    page = removal(visit, desk, desk.item)
    refused = page.form("Take off the agenda").submit(status=422)
    assert refused.has("This is the only matter of the meeting. Call the whole meeting off instead.")
    assert items(ledger, desk.meeting) == [(desk.case, 30)]


def test_once_the_meeting_has_begun_its_agenda_stays_and_it_is_said_why(
    village: Village, visit: Visit, desk: Desk, ledger: Ledger, vilmas: UUID
) -> None:
    before = add(visit, desk, vilmas)
    remove = removal(visit, desk, desk.item)
    begin(village, desk)
    words = "The meeting has begun or is over. Its agenda is not changed any more."
    assert take(before, desk.item, "45").has(words)
    assert move(before, desk.item, "down").has(words)
    assert remove.form("Take off the agenda").submit().has(words)
    assert agenda(visit, desk.saara, desk.meeting).has(words)
    assert not visit(desk.saara).get(f"/meetings/{desk.meeting}").has("/agenda")
    assert items(ledger, desk.meeting) == [(desk.case, 30), (vilmas, 20)]


def test_a_meeting_that_begins_while_one_adds_takes_no_matter(
    village: Village, visit: Visit, desk: Desk, ledger: Ledger, vilmas: UUID
) -> None:
    form = agenda(visit, desk.saara, desk.meeting).form("Add to the agenda").fill(case=str(vilmas), minutes="20")
    begin(village, desk)
    assert form.submit().has("The meeting has begun or is over.")
    assert items(ledger, desk.meeting) == [(desk.case, 30)]


def test_only_who_called_the_meeting_together_arranges_its_agenda(visit: Visit, sitting: Sitting) -> None:
    url = f"/meetings/{sitting.meeting}/agenda"
    for who in (sitting.mirja, sitting.petri, sitting.aada, sitting.tiina):
        visit(who).get(url, status=404)
        visit(who).get(f"{url}/{sitting.aadas}/remove", status=404)
    assert visit(sitting.saara).get(url).has("Aada Metsäpelto")


def test_an_item_that_is_not_ones_own_to_see_is_not_there(village: Village, visit: Visit, desk: Desk) -> None:
    onni = village.student("Onni Aalto", village.a_class("7B"))
    hidden = an_item(village, desk.meeting, a_case(village, onni, desk.mirja), place=2)
    page = agenda(visit, desk.saara, desk.meeting)
    assert page.has("Aada Metsäpelto")
    assert not page.has("Onni")
    for item in (hidden, uuid4()):
        page.client.get(f"/meetings/{desk.meeting}/agenda/{item}/remove", status=404)
    page.client.get(f"/meetings/{desk.meeting}/agenda/{desk.item}/remove")


def test_others_stay_where_they_are_when_ones_own_items_change_places(
    village: Village, desk: Desk, ledger: Ledger, vilmas: UUID
) -> None:
    other = a_case(village, village.student("Onni Aalto", village.a_class("7B")), desk.mirja)
    an_item(village, desk.meeting, other, place=2)
    last = an_item(village, desk.meeting, vilmas, place=3)
    with at_work(village, desk.saara) as work:
        actions.reorder(work, work.session.get_one(Meeting, desk.meeting), [last, desk.item])
    assert [case for case, _minutes in items(ledger, desk.meeting)] == [vilmas, other, desk.case]


def test_a_called_off_meeting_has_no_agenda_to_arrange(village: Village, visit: Visit, desk: Desk) -> None:
    with village.work() as work:
        work.session.get_one(Meeting, desk.meeting).state = MeetingState.CANCELLED
    assert agenda(visit, desk.saara, desk.meeting).has("Its agenda is not changed any more.")
