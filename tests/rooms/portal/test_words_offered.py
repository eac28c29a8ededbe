"""Own words are offered to the next meeting and the plan once their writer shows them, and taken in only while so."""

from uuid import UUID

import pytest

from tests.builders_cases import a_case
from tests.builders_own_words import own_words
from tests.client import Client, Page
from tests.rooms.portal.conftest import Family
from tests.signing_in import Visit
from welfare.meetings.models import Meeting, MeetingItem
from welfare.rules.meetings import ItemState, MeetingState

WORDS, GUARDIANS = "Jos joku on ovella, pääsen lähtemään.", "Kotona iltaisin on rauhallista."
AADAS, TIINAS = (
    "Take into the pupil’s view: Aada Metsäpelto, 23 Nov 2026",
    "Take into the guardian’s view: Tiina Metsäpelto, 23 Nov 2026",
)


def meeting_of(family: Family) -> tuple[str, str]:
    """The addresses of the meeting to come, and of Aada's minutes in it."""
    with family.matter.village.work() as work:
        meeting_id = work.session.get_one(MeetingItem, family.item_id).meeting_id
    return f"/meetings/{meeting_id}", f"/meetings/{meeting_id}/items/{family.item_id}/minutes"


def take_up(family: Family) -> None:
    """The meeting has begun with Aada's item."""
    with family.matter.village.work() as work:
        item = work.session.get_one(MeetingItem, family.item_id)
        work.session.get_one(Meeting, item.meeting_id).state = MeetingState.RUNNING
        item.state, item.began_at = ItemState.NOW, work.now


def press(page: Page, button: str, **typed: str) -> Page:
    """Press one of several buttons of the form on the page."""
    return page.form(button).fill(**typed).press(button)


def share(aada: Client) -> None:
    aada.get("/own/words").form("Let the group see it: 1").submit()


def take_back(aada: Client) -> None:
    aada.get("/own/words").form("Show it no more: 1").submit()


@pytest.fixture
def written(family: Family) -> UUID:
    """Aada has written and keeps it to herself."""
    return own_words(family.matter.village, family.matter.case_id, family.matter.student, WORDS)


@pytest.mark.usefixtures("written")
def test_before_the_meeting_its_page_offers_what_the_writer_shows(family: Family, visit: Visit) -> None:
    matter, (page, _minutes) = family.matter, meeting_of(family)
    aada, saara = visit(matter.student), visit(matter.saara)
    assert aada.get("/own/words").has("You meet the group 30 Nov 2026.")
    assert not saara.get(page).has(WORDS)
    share(aada)
    assert saara.get(page).has("Take it up at the meeting together.")
    assert saara.get(page).has(WORDS)
    assert not visit(matter.guardian).get(page).has(WORDS), "shown to the group, not to the guardian"
    take_back(aada)
    assert not saara.get(page).has(WORDS)


@pytest.mark.usefixtures("written")
def test_the_scribe_takes_them_into_the_minutes_as_they_stand(family: Family, visit: Visit) -> None:
    take_up(family)
    aada, saara, (_page, minutes) = visit(family.matter.student), visit(family.matter.saara), meeting_of(family)
    assert "Take into" not in saara.get(minutes).text
    share(aada)
    page = press(saara.get(minutes), AADAS, student_view="Puhuttiin aamuista.", handling="Sovittiin ovesta.")
    assert page.has("The words are taken into the minutes.")
    data = page.form("Save").data
    assert data["student_view"] == f"Puhuttiin aamuista.\n{WORDS}"
    assert data["handling"] == "Sovittiin ovesta.", "what was typed beside is saved as well"
    again = press(page, AADAS)
    assert again.form("Save").data["student_view"] == f"Puhuttiin aamuista.\n{WORDS}"


@pytest.mark.usefixtures("written")
def test_what_is_taken_back_while_the_page_is_open_is_not_taken_in(family: Family, visit: Visit) -> None:
    take_up(family)
    aada, saara, (_page, minutes) = visit(family.matter.student), visit(family.matter.saara), meeting_of(family)
    plan = f"/cases/{family.matter.case_id}/plan/write"
    share(aada)
    open_pages = [saara.get(minutes), saara.get(plan)]
    take_back(aada)
    for page in open_pages:
        after = press(page, AADAS)
        assert after.has("The writer does not show these words any more.")
        assert not after.has(WORDS)


def test_they_are_taken_into_the_draft_of_the_plan_each_in_the_view_of_its_writer(family: Family, visit: Visit) -> None:
    matter = family.matter
    own_words(matter.village, matter.case_id, matter.student, WORDS, is_shared=True)
    own_words(matter.village, matter.case_id, matter.guardian, GUARDIANS, is_shared=True)
    saara, plan = visit(matter.saara), f"/cases/{matter.case_id}/plan/write"
    page = press(saara.get(plan), AADAS, student_words="", need="Aamut.")
    assert page.has("The words are taken into the plan, and all of it is kept as your draft.")
    page = press(page, TIINAS, guardian_view="")
    data = page.form("Agree on this version").data
    assert (data["student_words"], data["need"]) == (WORDS, "Aamut.")
    assert data["guardian_view"] == f"Tiina Metsäpelto: {GUARDIANS}"
    assert not visit(matter.mirja).get(plan).form("Agree on this version").data["student_words"].endswith(WORDS)


def test_words_of_another_matter_are_not_taken_in(family: Family, visit: Visit) -> None:
    matter, village = family.matter, family.matter.village
    own_words(village, matter.case_id, matter.student, WORDS, is_shared=True)
    elias = village.student("Elias Koskela", village.a_class("9A"))
    theirs = own_words(village, a_case(village, elias, matter.saara), elias, GUARDIANS, is_shared=True)
    form = visit(matter.saara).get(f"/cases/{matter.case_id}/plan/write").form(AADAS)
    form.data["quote"] = str(theirs)
    after = form.submit()
    assert after.has("The writer does not show these words any more.")
    assert not after.has(GUARDIANS)
