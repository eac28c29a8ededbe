"""Who has read: visits by name, role, time, what and why; to each reader what is that reader’s to know."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.builders_copies import a_copy, part_of
from tests.builders_rectifications import a_rectification
from tests.builders_requests import a_request
from tests.client import Page
from tests.clock import Clock
from tests.page_tree import Node
from tests.rooms.portal.conftest import Family
from tests.signing_in import Visit
from welfare.people.models import Person
from welfare.rules.access_copies import CopyState
from welfare.rules.actors import Role


def lines(page: Page) -> list[str]:
    found = page.tree.first("ul", when=lambda node: "reads" in node.words)
    return [line.text for line in found.all("li")] if found else []


def has_time(node: Node | None) -> bool:
    return node is not None and "T" in node.get("datetime")


def test_one_visit_tells_who_when_what_and_why(family: Family, visit: Visit, clock: Clock) -> None:
    matter = family.matter
    saara = visit(matter.saara)
    saara.get(f"/cases/{matter.case_id}")
    clock.forward(minutes=10)
    saara.get(f"/cases/{matter.case_id}/plan")
    page = visit(matter.student).get("/").follow("Show all")
    assert page.heading == "Who has read my information?"
    first = lines(page)[0]
    assert first.startswith("Saara Lehtovirta, curator")
    for words in ("read the matter", "read the plan", "23 Nov 2026 at 9:40", "is in the group by a permission"):
        assert words in first
    assert sum(line.startswith("Saara Lehtovirta") for line in lines(page)) == 1


def test_after_a_pause_it_is_another_visit_and_the_newest_stands_first(
    family: Family, visit: Visit, clock: Clock
) -> None:
    matter = family.matter
    for who in (matter.saara, matter.mirja, matter.saara):
        visit(who).get(f"/cases/{matter.case_id}")
        clock.forward(minutes=31)
    found = lines(visit(matter.student).get(f"{family.home}/read"))
    assert [line.partition(",")[0] for line in found[:3]] == ["Saara Lehtovirta", "Mirja Kanervala", "Saara Lehtovirta"]
    assert "Why: is in the group by a permission" in found[1]


def test_ones_own_looks_and_those_that_were_refused_are_no_reading(family: Family, visit: Visit) -> None:
    matter = family.matter
    teacher = matter.village.staff(Role.TEACHER, "Teemu Lahti")
    visit(teacher).get(f"/cases/{matter.case_id}", status=404)
    aada = visit(matter.student)
    aada.get(family.home)
    page = aada.get(f"{family.home}/read")
    assert not page.has("Teemu")
    assert not any("Student" in line for line in lines(page))


def test_the_student_sees_that_a_guardian_has_read_and_no_guardian_sees_it_of_another(
    family: Family, visit: Visit
) -> None:
    matter = family.matter
    jari = matter.village.guardian("Jari Metsäpelto", matter.student)
    visit(jari).get(family.planned.own)
    visit(matter.mirja).get(f"/cases/{matter.case_id}")
    page = visit(matter.student).get(f"{family.home}/read")
    assert page.has("Jari Metsäpelto, guardian read the plan")
    page = visit(matter.guardian).get(f"{family.home}/read")
    assert page.has("Mirja Kanervala, school nurse read the matter")
    assert not page.has("Jari")


def test_what_is_of_a_service_the_student_sees_and_the_guardian_does_not(family: Family, visit: Visit) -> None:
    matter = family.matter
    request_id = a_request(matter.village, matter.student, matter.student)
    visit(matter.saara).get(f"/requests/{request_id}")
    words = "read a request for support"
    assert visit(matter.student).get(f"{family.home}/read").has(words)
    assert not visit(matter.guardian).get(f"{family.home}/read").has(words)


def test_the_work_on_what_the_student_asked_for_is_told_to_the_student_and_to_no_guardian(
    family: Family, visit: Visit
) -> None:
    matter = family.matter
    matter.note(matter.saara, "Aada jutteli.")
    officer = matter.village.staff(Role.DATA_PROTECTION_OFFICER, "Ulla Vartia")
    copy = a_copy(matter.village, matter.student, officer, CopyState.REVIEW)
    visit(officer).get(f"/rights/copies/{copy}/parts/{part_of(matter.village, copy, 'entry')}")
    asked = a_rectification(matter.village, matter.student, officer, matter.case_id)
    visit(matter.saara).get(f"/cases/{matter.case_id}/corrections-asked/{asked}")
    visit(matter.mirja).get(f"/cases/{matter.case_id}")
    page = visit(matter.student).get(f"{family.home}/read")
    assert page.has("Ulla Vartia, data protection officer read records for a copy that was asked for")
    assert page.has("looked at a correction asked for")
    page = visit(matter.guardian).get(f"{family.home}/read")
    assert page.has("Mirja Kanervala, school nurse read the matter")
    assert not page.has("Ulla Vartia")
    assert not page.has("asked for")


def test_under_non_disclosure_a_guardian_is_told_neither_names_nor_times(family: Family, visit: Visit) -> None:
    matter = family.matter
    visit(matter.saara).get(f"/cases/{matter.case_id}")
    with matter.village.work() as work:
        work.session.get_one(Person, matter.student.person_id).is_restricted = True
    for path in (family.home, f"{family.home}/read"):
        page = visit(matter.guardian).get(path)
        assert "Curator" in lines(page)[0]
        assert not page.has("Saara")
        times = page.by_id("reads" if path == family.home else "visits").all("time")
        assert times
        assert not any(map(has_time, times))
    page = visit(matter.student).get(f"{family.home}/read")
    assert page.has("Saara Lehtovirta")
    assert has_time(page.tree.first("time"))


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_what_is_older_than_two_years_is_not_shown(family: Family, visit: Visit, clock: Clock) -> None:
    matter = family.matter
    visit(matter.saara).get(f"/cases/{matter.case_id}")
    with matter.village.work() as work:
        work.session.get_one(Person, matter.student.person_id).of_age_on = date(2031, 5, 5)
    clock.forward(days=732)
    assert visit(matter.student).get(f"{family.home}/read").has("Nobody has read anything")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_older_visits_stand_on_the_next_page(
    family: Family, visit: Visit, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("welfare.portal.pages.reads.EVENTS_AT_ONCE", 2)
    matter = family.matter
    for who in (matter.mirja, matter.saara, matter.saara):
        visit(who).get(f"/cases/{matter.case_id}")
        clock.forward(minutes=31)
    page = visit(matter.student).get(f"{family.home}/read")
    assert [line.partition(",")[0] for line in lines(page)] == ["Saara Lehtovirta", "Saara Lehtovirta"]
    assert lines(page.follow("Older"))[0].startswith("Mirja Kanervala")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_under_non_disclosure_pages_begin_with_days_so_that_no_address_finds_out_a_time(
    family: Family, visit: Visit, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("welfare.portal.pages.reads.EVENTS_AT_ONCE", 1)
    matter = family.matter
    with matter.village.work() as work:
        work.session.get_one(Person, matter.student.person_id).is_restricted = True
    visit(matter.mirja).get(f"/cases/{matter.case_id}")
    clock.forward(days=1)
    looked_at = clock()
    for who in (matter.saara, matter.mirja):
        visit(who).get(f"/cases/{matter.case_id}")
        clock.forward(minutes=31)
    tiina = visit(matter.guardian)
    page = tiina.get(f"{family.home}/read")
    assert [line.partition(" ")[0] for line in lines(page)] == ["School", "Curator"]
    assert len(lines(page.follow("Older"))) == 2
    for minutes in (-1, 20, 60):
        micros = round((looked_at + timedelta(minutes=minutes)).timestamp() * 1_000_000)
        tried = tiina.get(f"{family.home}/read?before={micros}-{UUID(int=0).hex}-0")
        assert lines(tried) == lines(page.follow("Older"))
