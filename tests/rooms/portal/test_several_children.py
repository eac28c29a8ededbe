"""A guardian of several children sees all of them in one view, each by itself, and nothing of one under another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from flask import Flask, url_for

from tests.builders import Someone
from tests.builders_cases import a_case
from tests.builders_feedback import a_held_meeting
from tests.builders_meetings import Asked, a_meeting, an_item, attendee_of
from tests.builders_own_words import own_words
from tests.rooms.portal.conftest import Family
from tests.signing_in import Visit
from welfare.access.gate import Gate
from welfare.people.models import Guardianship
from welfare.rules.cases import Part

ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
AADAS, VEIKKOS = "Aamut on vaikeimpia.", "Välitunnilla on yksin."


@dataclass(frozen=True)
class Siblings:
    """Aada and Veikko, each with a matter, a meeting that was held, one to come, and words of their guardian's."""

    family: Family
    veikko: Someone
    aadas: dict[str, UUID]
    veikkos: dict[str, UUID]

    @property
    def pages(self) -> tuple[str, str]:
        """The home of each."""
        return self.family.home, f"/own/{self.veikko.person_id}"


@pytest.fixture
def siblings(family: Family) -> Siblings:
    """Tiina is guardian of both."""
    matter = family.matter
    village, tiina = matter.village, matter.guardian
    veikko = village.student("Veikko Metsäpelto", village.a_class("3A"))
    with village.work() as work:
        bond = {"has_custody": True, "decides": True, "may_receive_information": True, "begins_on": date(2026, 8, 1)}
        work.session.add(Guardianship(guardian_id=tiina.person_id, student_id=veikko.person_id, **bond))
    case_id = a_case(village, veikko, matter.saara, matter.mirja)
    an_item(village, a_meeting(village, matter.saara), case_id, [Asked(tiina, Part.GUARDIAN)])
    return Siblings(
        family,
        veikko,
        {"own_student_id": matter.student.person_id, **things(family, matter.case_id, AADAS)},
        {"own_student_id": veikko.person_id, **things(family, case_id, VEIKKOS)},
    )


def things(family: Family, case_id: UUID, words: str) -> dict[str, UUID]:
    """What lies on one child's pages, by the kinds of addresses."""
    village, tiina = family.matter.village, family.matter.guardian
    held = a_held_meeting(village, case_id, family.matter.saara, [Asked(tiina, Part.GUARDIAN)])
    return {
        "own_case_id": case_id,
        "own_words_id": own_words(village, case_id, tiina, words),
        "own_seat_id": attendee_of(village, held, tiina),
    }


def test_each_has_a_panel_of_its_own_with_what_waits_there(siblings: Siblings, visit: Visit) -> None:
    page = visit(siblings.family.matter.guardian).get("/own")
    aada, veikko = page.by_id("child-1"), page.by_id("child-2")
    for panel, name, other in ((aada, "Aada", "Veikko"), (veikko, "Veikko", "Aada")):
        assert panel.text.startswith(name)
        assert other not in panel.text
        for words in ("Next meeting: 30 Nov 2026", "Answer the invitation", "Say how the meeting was"):
            assert words in panel.text
    assert page.follow("Open the page of Veikko").has("This page is about Veikko.")


def test_nothing_of_one_stands_on_a_page_of_the_other(siblings: Siblings, visit: Visit) -> None:
    tiina = visit(siblings.family.matter.guardian)
    for page, own, theirs in zip(
        siblings.pages, (siblings.aadas, siblings.veikkos), (siblings.veikkos, siblings.aadas), strict=True
    ):
        home = tiina.get(page)
        found = set(ID.findall(home.html))
        assert found >= {str(own["own_case_id"]), str(own["own_seat_id"])}
        switch = {str(theirs["own_student_id"])}
        assert found & {str(id) for id in theirs.values()} <= switch, "only the way to the other page leads there"
        assert (home.has(AADAS), home.has(VEIKKOS)) == (own is siblings.aadas, own is siblings.veikkos)


def own_ways(app: Flask, *methods: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every address on a child's pages, with the kind of each thing that it names, from the running application."""
    gate: Gate = app.extensions["gate"]
    for rule in app.url_map.iter_rules():
        passage = gate.passages.get(rule.endpoint)
        named = dict(passage.subjects) if passage else {}
        if "own_student_id" in named.values() and set(methods) & (rule.methods or set()):
            yield rule.endpoint, named


def address(app: Flask, endpoint: str, named: dict[str, str], student: dict[str, UUID], rest: dict[str, UUID]) -> str:
    """An address on one child's page, of things that may be another's."""
    values = {name: str((student if kind == "own_student_id" else rest)[kind]) for name, kind in named.items()}
    with app.test_request_context():
        return url_for(endpoint, **values)  # type: ignore[arg-type]  # ids by name


def test_whatever_is_sent_for_one_with_ids_of_the_other_is_refused(
    app: Flask, siblings: Siblings, visit: Visit
) -> None:
    tiina, walked = visit(siblings.family.matter.guardian), set()
    token = {"csrf_token": tiina.get(siblings.pages[1]).form("Sign out").data["csrf_token"]}
    for endpoint, named in own_ways(app, "GET", "POST"):
        kinds = set(named.values())
        if len(kinds) == 1 or not kinds <= siblings.aadas.keys():
            continue
        mixed = address(app, endpoint, named, siblings.veikkos, siblings.aadas)
        right = address(app, endpoint, named, siblings.aadas, siblings.aadas)
        found, posts = tiina.flask.get(right).status_code, tiina.flask.post(right).status_code != 405
        if found != 405:
            tiina.get(mixed, status=404)
        if posts:
            tiina.post(mixed, token, status=404)
        walked |= {endpoint} if found in {200, 405} else set()
    assert walked >= {
        "portal.write",
        "portal.take_back",
        "portal.share",
        "portal.words",
        "portal.send_meeting_feedback",
    }


def test_each_page_of_a_child_says_whose_it_is(app: Flask, siblings: Siblings, visit: Visit) -> None:
    tiina, silent = visit(siblings.family.matter.guardian), []
    for endpoint, named in own_ways(app, "GET"):
        if not set(named.values()) <= siblings.veikkos.keys():
            continue
        url = address(app, endpoint, named, siblings.veikkos, siblings.veikkos)
        if tiina.flask.get(url).status_code == 200 and "Veikko" not in tiina.get(url).main:
            silent.append(endpoint)
    assert silent == []


def test_a_prohibition_of_one_shuts_out_of_that_ones_matter_alone(siblings: Siblings, visit: Visit) -> None:
    tiina = siblings.family.matter.guardian
    siblings.family.shut_out(tiina, is_at_large=True)
    page = visit(tiina).get("/own")
    aada, veikko = page.by_id("child-1"), page.by_id("child-2")
    assert "No meeting is coming." in aada.text
    assert "Answer" not in aada.text
    assert "Say how the meeting was" in veikko.text
