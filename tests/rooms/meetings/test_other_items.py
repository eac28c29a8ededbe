"""What goes on at another pupil's item leaves no mark on one's own pages: not that there is one, nor how long it takes.

OHL 14 § 4, 22 § 1; rule 37. The lists, counts, calendar and pages of one meeting are compared as they would be if one's
own item were all of it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit
from uuid import UUID

import pytest

from tests.builders import Someone, Village
from tests.builders_cases import a_case
from tests.builders_meetings import Asked, a_meeting, an_item, attendee_of
from tests.builders_minutes import address, is_running
from tests.client import Client, Page
from tests.rooms.meetings.conftest import Sitting
from tests.signing_in import Visit
from welfare.cases.models import Case
from welfare.meetings import actions
from welfare.meetings.models import Attendee, MeetingItem
from welfare.rules.actors import Role
from welfare.rules.cases import Part
from welfare.rules.invitations import Reply

OF_EVERYBODY = ("/", "/meetings?day=2026-11-30", "/meetings?view=month&day=2026-11-30")
FIRST, SECOND = ("petri", "aada", "tiina"), ("henrik", "elias", "jari")
MEMBERS = ("petri", "henrik")
Look = Mapping[str, Sequence[str]]


def look(client: Client, sitting: Sitting, name: str) -> Look:
    """The words and the ways of every page on which the own item leaves a mark; of the matter's page its meetings."""
    item, case = (sitting.aadas, sitting.aadas_case) if name in FIRST else (sitting.eliass, sitting.eliass_case)
    paths = [*OF_EVERYBODY, f"/meetings/{sitting.meeting}"]
    if name in MEMBERS:
        paths += ["/cases", address(sitting.meeting, item)]
    pages = [client.get(path) for path in paths]
    assert any(page.has("30 Nov 2026") for page in pages)
    found = {page.url: [*page.text.split(), *page.links.values()] for page in pages}
    if name in MEMBERS:
        found["of the matter"] = client.get(f"/cases/{case}").by_id("meetings").text.split()
    return found


def changes(before: Look, after: Look) -> list[str]:
    """The words and ways that stand on one of the two looks alone."""
    return [
        f"{path} {sign}: {' '.join((one - other).elements())}"
        for path in before
        for sign, one, other in (
            ("-", Counter(before[path]), Counter(after[path])),
            ("+", Counter(after[path]), Counter(before[path])),
        )
        if one - other
    ]


def goes_on(client: Client, sitting: Sitting) -> Page:
    """Whoever runs the meeting ends Aada's item and takes up Elias's."""
    page = client.get(address(sitting.meeting, sitting.aadas)).follow("Check and go on")
    return page.form("Go on to the item").submit()


@pytest.mark.parametrize("name", FIRST)
def test_the_pages_are_the_same_whether_or_not_there_is_another_item(
    village: Village, visit: Visit, sitting: Sitting, name: str
) -> None:
    client = visit(getattr(sitting, name))
    beside = look(client, sitting, name)
    with village.work() as work:
        actions.remove_item(work, work.session.get_one(MeetingItem, sitting.eliass))
    assert changes(beside, look(client, sitting, name)) == []


@pytest.mark.parametrize("name", SECOND)
def test_before_ones_own_turn_nothing_tells_that_the_meeting_goes_on(
    village: Village, visit: Visit, sitting: Sitting, name: str
) -> None:
    client, attendee = visit(getattr(sitting, name)), attendee_of(village, sitting.eliass, getattr(sitting, name))
    reply = address(sitting.meeting, sitting.eliass, f"attendees/{attendee}/reply")
    before = look(client, sitting, name)
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara, sitting.mirja)
    assert changes(before, look(client, sitting, name)) == []
    client.get(reply).form("Save the answer").choose(answer="I am coming").submit()
    goes_on(visit(sitting.saara), sitting)
    assert changes(before, look(client, sitting, name)) != []
    client.get(reply, status=404)


@pytest.mark.parametrize("name", FIRST)
def test_after_ones_own_turn_nothing_tells_that_the_meeting_goes_on(
    village: Village, visit: Visit, sitting: Sitting, name: str
) -> None:
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara, sitting.petri, sitting.aada)
    client, saara = visit(getattr(sitting, name)), visit(sitting.saara)
    own_turn = look(client, sitting, name)
    running = goes_on(saara, sitting)
    after = look(client, sitting, name)
    assert changes(own_turn, after) != []
    running.form("End the meeting").submit()
    assert changes(after, look(client, sitting, name)) == []


def test_who_leads_an_item_knows_that_the_meeting_goes_on(village: Village, visit: Visit, sitting: Sitting) -> None:
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara)
    page = f"/meetings/{sitting.meeting}"
    assert visit(sitting.saara).get(page).has("Going on")
    assert visit(sitting.mirja).get(page).has("Going on")
    assert not visit(sitting.henrik).get(page).has("Going on")


def test_a_search_finds_no_matter_of_another_item(village: Village, visit: Visit, sitting: Sitting) -> None:
    with village.work() as work:
        number = work.session.get_one(Case, sitting.eliass_case).number
    saara, henrik, petri = (visit(who) for who in (sitting.saara, sitting.henrik, sitting.petri))
    assert _matters(_search(saara, "Elias")) == _matters(_search(henrik, number)) == [sitting.eliass_case]
    assert _search(petri, "Elias").has("Elias Haapakorpi")
    assert _matters(_search(petri, "Elias")) == _matters(_search(petri, number)) == []


def test_the_log_of_a_matter_names_nobody_and_nothing_of_another_item(
    village: Village, visit: Visit, sitting: Sitting
) -> None:
    is_running(village, sitting.meeting, sitting.aadas, sitting.saara, sitting.petri)
    goes_on(visit(sitting.saara), sitting).form("End the meeting").submit()
    petri = visit(sitting.petri)
    petri.canaries = ("Elias", "Haapakorpi", "Henrik", str(sitting.eliass), str(sitting.eliass_case))
    assert petri.get(f"/cases/{sitting.aadas_case}/log").has("Saara Lehtovirta")


def test_who_leads_one_item_of_anothers_meeting_is_told_its_own_time(village: Village, visit: Visit) -> None:
    saara, pasi = village.staff(Role.CURATOR, "Saara Lehtovirta"), village.staff(Role.PSYCHOLOGIST, "Pasi Psykologi")
    class_id = village.a_class()
    aada, elias = village.student("Aada Metsäpelto", class_id), village.student("Elias Haapakorpi", class_id)
    meeting = a_meeting(village, saara)
    an_item(village, meeting, a_case(village, aada, saara), [Asked(aada, Part.STUDENT)])
    own = an_item(village, meeting, a_case(village, elias, pasi), [Asked(elias, Part.STUDENT)], place=2)
    _proposes_another_time(village, own, elias)
    client = visit(pasi)
    client.canaries = ("Aada", "Metsäpelto", "30 Nov 2026 at 9:30")
    assert client.get("/").has("The meeting is set for 30 Nov 2026 at 10:00")
    assert client.get(address(meeting, own, "invitations")).has("30 Nov 2026 at 10:00")


@pytest.mark.parametrize(
    ("name", "begins", "is_busy"),
    [
        ("petri", "9.45", True),
        ("petri", "10.00", False),
        ("henrik", "9.30", False),
        ("henrik", "9.45", True),
        ("mirja", "10.00", True),
        ("saara", "10.15", True),
    ],
)
def test_whoever_plans_learns_of_others_no_more_than_their_own_time(
    village: Village, visit: Visit, sitting: Sitting, name: str, begins: str, *, is_busy: bool
) -> None:
    pasi, member = village.staff(Role.PSYCHOLOGIST, "Pasi Psykologi"), getattr(sitting, name)
    case_id = a_case(village, village.student("Vilma Koskela", village.a_class("7A")), pasi, member)
    form = visit(pasi).get("/meetings/new").form("Plan the meeting")
    form.fill(cases=[str(case_id)], on="30.11.2026", clock=begins, minutes="30")
    page = form.submit(status=422 if is_busy else 200)
    assert page.has(f"Busy at this time: {member.name}.") is is_busy


def _search(client: Client, words: str) -> Page:
    return client.get("/search").form("Search").submit(q=words)


def _matters(page: Page) -> list[UUID]:
    parts = [urlsplit(way).path.split("/") for way in page.links.values()]
    return [UUID(each[2]) for each in parts if len(each) == 3 and each[1] == "cases"]


def _proposes_another_time(village: Village, item_id: UUID, who: Someone) -> None:
    attendee_id = attendee_of(village, item_id, who)
    with village.work() as work:
        row = work.session.get_one(Attendee, attendee_id)
        row.reply, row.proposed_at = Reply.PROPOSED, work.now
