"""Consents in a guardian's name at the last minute of minority and the first of majority (LHL 3 §; rule 35)."""

from datetime import date
from uuid import UUID

from tests.builders import Someone, Village, moment
from tests.builders_cases import BEGAN, People, a_bare_case, a_place, a_will
from tests.client import Page
from tests.clock import Clock
from tests.furnishing import furnishes
from tests.rooms.cases.conftest import Sees
from tests.signing_in import Visit
from welfare.cases.models import Case
from welfare.rules.ability import Ability
from welfare.rules.cases import CaseState
from welfare.rules.consent import ConsentKind

BEFORE, AFTER = moment("2026-11-23T23:59+02:00"), moment("2026-11-24T00:01+02:00")


@furnishes
def grown(village: Village) -> Someone:
    """Elias, who comes of age tomorrow."""
    return village.student("Elias Koskela", village.a_class("9A"), of_age_on=date(2026, 11, 24))


@furnishes
def case_id(village: Village, people: People, grown: Someone) -> UUID:
    """An open matter whose every consent Elias's mother has given in his place; the nurse is a member."""
    mother = village.guardian("Anu Koskela", grown)
    case_id = a_bare_case(village, grown, people.curator, state=CaseState.OPEN)
    a_place(village, case_id, grown, people.nurse)
    for kind, named in ((ConsentKind.GROUP_HANDLING, None), (ConsentKind.GROUP_MEMBER, people.nurse)):
        a_will(village, case_id, grown, kind, giver=mother, named=named, ability=Ability.UNABLE, ability_on=BEGAN)
    return case_id


def test_a_members_page_list_count_worklist_and_search_end_with_minority(
    village: Village, people: People, visit: Visit, sees: Sees, clock: Clock, case_id: UUID
) -> None:
    with village.work() as work:
        number = work.session.get_one(Case, case_id).number
    clock.now = BEFORE
    client = visit(people.nurse)

    def search() -> Page:
        return client.get("/search").form("Search").submit(q=number)

    assert sees(people.nurse)
    client.get(f"/cases/{case_id}")
    assert client.get("/cases").has("All 1")
    assert number in client.get("/").links
    assert number in search().links
    clock.now = AFTER
    assert not sees(people.nurse)
    client.get(f"/cases/{case_id}", status=404)
    assert client.get("/cases").has("No matters yet")
    assert number not in client.get("/").links
    assert number not in search().links


def test_the_responsible_person_sees_that_the_grown_pupil_is_asked_anew(
    people: People, visit: Visit, clock: Clock, case_id: UUID
) -> None:
    clock.now = AFTER
    page = visit(people.curator).get(f"/cases/{case_id}")
    assert page.has("An answer is awaited from: Elias Koskela")
    assert "Journal" not in page.links


def test_a_grown_pupils_guardians_are_offered_as_givers_no_more(
    people: People, visit: Visit, clock: Clock, case_id: UUID
) -> None:
    url = f"/cases/{case_id}/consents/new/group-handling"
    clock.now = BEFORE
    client = visit(people.curator)
    assert "Anu Koskela" in client.get(url).form("Record the answer").options["giver"]
    clock.now = AFTER
    page = client.get(url).form("Record the answer")
    assert "Anu Koskela" not in page.options.get("giver", {})
