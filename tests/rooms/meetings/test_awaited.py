"""Whoever is invited finds it on the worklist or the front page; and the page of a meeting tells who came."""

from uuid import UUID, uuid4

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import a_will, an_assessment
from tests.builders_meetings import attendee_of
from tests.builders_minutes import is_running
from tests.client import Page
from tests.rooms.meetings.conftest import Sitting
from tests.signing_in import Visit
from welfare.audit.ledger import Ledger
from welfare.cases.models import OutsideParticipant
from welfare.meetings.models import Attendee, Meeting, MeetingItem
from welfare.rules.cases import Part
from welfare.rules.consent import ConsentKind
from welfare.rules.meetings import ItemState, MeetingState


def reply_url(village: Village, sitting: Sitting, item: UUID, who: Someone) -> str:
    return f"/meetings/{sitting.meeting}/items/{item}/attendees/{attendee_of(village, item, who)}/reply"


def names_on(page: Page) -> list[str]:
    """The people of the first item, as they stand on the page of the meeting."""
    panel = page.tree.first("ul", when=lambda node: "rows" in node.words)
    return [line.text for line in panel.all("li")] if panel else []


def test_a_member_finds_the_invitation_on_the_worklist_until_it_is_answered(
    village: Village, visit: Visit, sitting: Sitting
) -> None:
    client = visit(sitting.petri)
    page = client.get("/")
    assert page.has("Answer the invitation")
    assert not page.has("KOI/002")
    form = page.follow("Answer the invitation: 2026–27/KOI/001")
    assert form.url == reply_url(village, sitting, sitting.aadas, sitting.petri)
    form.form("Save the answer").fill(answer="accepted").submit()
    assert not client.get("/").has("Answer the invitation")


def test_who_attends_two_items_answers_twice(visit: Visit, sitting: Sitting) -> None:
    page = visit(sitting.mirja).get("/")
    assert {url for words, url in page.links.items() if words.startswith("Answer the invitation")} != set()
    assert [words for words in page.links if words.startswith("Answer the invitation")] == [
        "Answer the invitation: 2026–27/KOI/001",
        "Answer the invitation: 2026–27/KOI/002",
    ]


def test_pupil_and_guardian_find_it_on_the_front_page_and_no_other_familys(
    village: Village, visit: Visit, sitting: Sitting
) -> None:
    pupil = visit(sitting.aada).get("/")
    assert pupil.has("You are invited to a meeting")
    assert pupil.follow("Answer the invitation, 30 Nov 2026 at 9:30").url == reply_url(
        village, sitting, sitting.aadas, sitting.aada
    )
    guardian = visit(sitting.tiina).get("/")
    assert guardian.has("This page is about Aada.")
    assert guardian.has("Monday 30 Nov 2026 at 9:30–10:00")
    for page in (pupil, guardian):
        assert not page.has("Elias")
        assert not page.has("10:00–10:30")


def test_a_guardian_who_is_shut_out_finds_nothing(village: Village, visit: Visit, sitting: Sitting) -> None:
    assert visit(sitting.tiina).get("/").has("You are invited to a meeting")
    kind = ConsentKind.MINOR_PROHIBITION
    will = a_will(village, sitting.aadas_case, sitting.aada, kind, named=sitting.tiina, has_weighty_reason=True)
    an_assessment(village, will, sitting.mirja)
    assert not visit(sitting.tiina).get("/").has("You are invited to a meeting")


@pytest.mark.parametrize("state", [MeetingState.CANCELLED, MeetingState.ENDED])
def test_there_is_nothing_to_answer_when_the_meeting_is_off_or_over(
    village: Village, visit: Visit, sitting: Sitting, state: MeetingState
) -> None:
    with village.work() as work:
        work.session.get_one(Meeting, sitting.meeting).state = state
    assert not visit(sitting.petri).get("/").has("Answer the invitation")


def test_people_stand_by_name_the_family_first_and_those_from_outside_last(
    village: Village, visit: Visit, sitting: Sitting
) -> None:
    outsider_id = uuid4()
    with village.work() as work:
        item = work.session.get_one(MeetingItem, sitting.aadas)
        place = {"case_id": item.case_id, "student_id": item.student_id, "controller_id": item.controller_id}
        row = OutsideParticipant(
            outsider_id=outsider_id, since=work.facts.on, added_by=sitting.saara.account_id, **place
        )
        work.encrypt_document(row, OutsideParticipant.document, {"name": "Aarne Aalto", "role": "", "organisation": ""})
        work.session.add(row)
        work.session.add(
            Attendee(meeting_id=item.meeting_id, item_id=item.id, part=Part.PARTNER, outsider_id=outsider_id, **place)
        )
    lines = names_on(visit(sitting.saara).get(f"/meetings/{sitting.meeting}"))
    found = [" ".join(line.split()[:2]) for line in lines]
    assert found == [
        "Aada Metsäpelto",
        "Tiina Metsäpelto",
        "Petri Hongisto",
        "Mirja Kanervala",
        "Saara Lehtovirta",
        "Aarne Aalto",
    ]


def test_once_the_item_is_handled_its_page_tells_who_was_there_and_no_way_to_take_part(
    village: Village, visit: Visit, sitting: Sitting, ledger: Ledger
) -> None:
    with village.work() as work:
        meeting = work.session.get_one(Meeting, sitting.meeting)
        words = {"place": "Tila Honka", "link": "https://far.example/room"}
        work.encrypt_document(meeting, Meeting.document, words)
    client = visit(sitting.saara)
    assert client.get(f"/meetings/{sitting.meeting}").has("Take part from afar")
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara)
    first = names_on(client.get(f"/meetings/{sitting.meeting}"))
    assert "Saara Lehtovirta curator In the room" in first
    with village.work() as work:
        work.session.get_one(MeetingItem, sitting.aadas).state = ItemState.HANDLED
        work.session.get_one(Meeting, sitting.meeting).state = MeetingState.ENDED
    page = client.get(f"/meetings/{sitting.meeting}")
    assert {"Saara Lehtovirta curator Was there", "Petri Hongisto special teacher Was not there"} <= set(names_on(page))
    assert not page.has("Take part from afar")
    assert page.has("Was not handled")  # Elias's item: the meeting ended before its turn
    with ledger.transaction() as transaction:
        assert transaction.session.get_one(Meeting, sitting.meeting).state is MeetingState.ENDED
