"""What is asked of the trail: kinds, outcomes and days by address, people by name in a form and by id ever after."""

import json
from datetime import timedelta

import pytest

from tests.builders import Someone, Village
from tests.client import Client
from tests.clock import Clock
from tests.rooms.oversight.deeds import Deeds, rows
from welfare.audit.event import Outcome
from welfare.oversight.asked import PREFIXES, Asked
from welfare.oversight.asked import Deeds as Kind
from welfare.rules.permissions import Permission

ACTED, ABOUT = "What the person did", "Who looked at the person"


@pytest.fixture
def three_days(deeds: Deeds, principal: Someone, clock: Clock) -> None:
    """Monday a matter is read; Tuesday one is refused and a journal read."""
    deeds.leave(principal, Permission.CASE_READ)
    clock.now += timedelta(days=1)
    deeds.leave(principal, Permission.CASE_MANAGE, outcome=Outcome.REFUSED)
    deeds.leave(principal, Permission.JOURNAL_READ)


@pytest.mark.usefixtures("three_days")
@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("deeds=matters", 2),
        ("deeds=journal", 1),
        ("outcome=refused", 1),
        ("outcome=refused&deeds=journal", 0),
        ("since=24.11.2026&deeds=matters", 1),
        ("until=23.11.2026&deeds=matters", 1),
        ("since=2026-11-23&until=2026-11-24&deeds=matters", 2),
        ("since=25.11.&deeds=matters", 0),
    ],
)
def test_filters_ask_for_kind_outcome_and_days(desk: Client, question: str, count: int) -> None:
    page = desk.get(f"/audit?{question}")
    assert len(rows(page)) == count
    assert page.has("Nothing answers to these filters") == (count == 0)


def test_a_day_begins_and_ends_in_finland(desk: Client, deeds: Deeds, principal: Someone, clock: Clock) -> None:
    desk.get("/audit")
    clock.now = clock.now.replace(hour=22, minute=30)
    deeds.leave(principal, Permission.CASE_READ)
    clock.now = clock.now.replace(hour=7)
    assert rows(desk.get("/audit?deeds=matters&until=23.11.2026")) == []
    assert len(rows(desk.get("/audit?deeds=matters&since=24.11.2026"))) == 1


def test_the_filter_form_leads_to_an_address_and_says_what_is_wrong(
    desk: Client, deeds: Deeds, principal: Someone
) -> None:
    deeds.leave(principal, Permission.CASE_READ)
    found = desk.get("/audit").form("Filter").fill(deeds="matters", since="1.11.").submit()
    assert len(rows(found)) == 1
    assert found.has("From 1 Nov 2026")
    wrong = found.form("Filter").submit(status=422, since="2.11.2026", until="1.11.2026")
    assert wrong.field_error("until") == "Error: The last day is before the first. Change one of them."
    assert found.form("Filter").submit(status=422, since="yesterday").field_error("since")


def test_a_filter_is_removed_by_a_link(desk: Client, deeds: Deeds, principal: Someone) -> None:
    deeds.leave(principal, Permission.CASE_READ)
    page = desk.get("/audit?deeds=matters&outcome=done").follow("Remove: Done")
    assert "outcome" not in page.url
    assert "deeds=matters" in page.url


@pytest.mark.parametrize(
    "question", ["actor=x", "about=%00", "before=zz", "before=1-2-3", "about=" + "f" * 400, "actor=" + "0" * 32]
)
def test_an_unreadable_question_is_not_asked(desk: Client, question: str) -> None:
    desk.get(f"/audit?{question}")


@pytest.mark.parametrize("question", ["outcome=none", "deeds=everything", "since=9.9.99999"])
def test_an_answer_that_was_not_offered_is_said(desk: Client, question: str) -> None:
    assert desk.get(f"/audit?{question}", status=422).errors


def test_a_question_survives_its_way_through_an_address() -> None:
    asked = Asked.read({"deeds": "audit", "since": "1.2.2026", "until": "2026-02-03", "about": "0" * 32})
    assert Asked.read(asked.args()) == asked


def test_every_deed_is_of_one_kind() -> None:
    prefixes = [prefix for kind in Kind for prefix in PREFIXES[kind]]
    assert len(prefixes) == len(set(prefixes))
    assert {permission for permission in Permission if permission.value.partition(":")[0] not in prefixes} == set()


def test_a_person_who_acted_is_chosen_by_name_and_asked_for_by_id(
    desk: Client, deeds: Deeds, principal: Someone
) -> None:
    deeds.leave(principal, Permission.REQUEST_SENT_LIST)
    found = desk.get("/audit").form("Find the person").choose(sought=ACTED).submit(name="rehto")
    assert found.has("One person was found")
    assert "rehto" not in found.url
    listed = found.follow("Pirkko Rehtori")
    assert "Pirkko" not in listed.url
    assert [row[2] for row in rows(listed)] == ["Listing one’s own requests"]
    assert listed.has("Acted: Pirkko Rehtori")


def test_a_person_it_was_about_is_chosen_the_same_way(
    desk: Client, deeds: Deeds, principal: Someone, pupil: Someone
) -> None:
    deeds.leave(principal, Permission.CASE_READ, about=pupil.person_id)
    deeds.leave(principal, Permission.CASE_READ)
    page = desk.get("/audit?deeds=matters")
    listed = page.form("Find the person").choose(sought=ABOUT).submit(name="NIEMI aa").follow("Aava Niemi")
    assert len(rows(listed)) == 1
    assert listed.has("About: Aava Niemi")
    assert "deeds=matters" in listed.url, "the other filters stay"


def test_people_of_another_controller_are_not_found(desk: Client, curator: Someone) -> None:
    found = desk.get("/audit").form("Find the person").choose(sought=ACTED).submit(name="Lehtovirta")
    assert found.has("Check the spelling")
    assert desk.get(f"/audit?actor={curator.account_id.hex}").has("Acted: Somebody of another controller")


def test_a_search_notes_those_found_and_how_many_were_looked_through(
    desk: Client, deeds: Deeds, village: Village, pupil: Someone
) -> None:
    village.student("Leevi Laine", village.a_class("9A"))
    desk.get("/audit").form("Find the person").choose(sought=ABOUT).submit(name="aava")
    left = deeds.last()
    assert left["subjects"] == [["person", pupil.person_id.hex]]
    assert left["codes"]["sifted"] == 3
    assert "aava" not in json.dumps(left).lower()


def test_a_search_without_a_name_says_so(desk: Client) -> None:
    page = desk.get("/audit").form("Find the person").submit(status=422, name="")
    assert page.field_error("name") == "Error: Write at least a part of the name"
    assert page.field_error("sought") == "Error: Choose what you look for"
