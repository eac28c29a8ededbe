"""What is due stands on the officer's landing page: files by their clocks, what stands out, the week's sample."""

from datetime import timedelta

import pytest

from tests.builders import Someone
from tests.builders_breaches import a_breach
from tests.builders_log_reviews import a_finding
from tests.page_tree import Node
from tests.rooms.log_reviews.conftest import Desk
from welfare.log_reviews.models import Finding
from welfare.people.models import Assignment
from welfare.rules.actors import Role
from welfare.rules.log_review import FindingKind


def waiting(desk: Desk, who: Someone | None = None) -> list[Node]:
    page = desk.visit(who or desk.officer).get("/")
    panels = page.tree.all("section", when=lambda node: node.get("id") == "follow-ups")
    return [line for panel in panels for line in panel.all("li")]


@pytest.mark.parametrize(("hours", "tone", "words"), [(1, "go", "71"), (30, "soon", "42"), (50, "late", "22")])
def test_the_clock_of_a_file_turns_red_before_it_is_late(desk: Desk, hours: int, tone: str, words: str) -> None:
    a_breach(desk.village, desk.siiri_herself, desk.people.student, desk.officer)
    desk.clock.forward(hours=hours)
    (line,) = waiting(desk)
    assert f"{words} hours left" in line.text
    assert line.all("span", when=lambda node: f"chip--{tone}" in node.words)


def test_a_settled_file_waits_to_be_closed_without_a_clock(desk: Desk) -> None:
    a_breach(desk.village, desk.siiri_herself, desk.people.student, desk.officer, is_settled=True)
    (line,) = waiting(desk)
    assert "Close the file of a breach" in line.text
    assert "hours" not in line.text


def test_findings_stand_in_one_line_and_lead_to_the_queue(desk: Desk) -> None:
    for who in (desk.siiri_herself, desk.people.nurse):
        a_finding(desk.village, who, desk.people.student)
    (line,) = waiting(desk)
    assert "2 findings of the log review" in line.text
    assert [link.get("href") for link in line.all("a")] == ["/log-reviews#waiting"]


def test_a_weeks_sample_is_due_on_the_friday_after_it(desk: Desk) -> None:
    found = a_finding(desk.village, desk.people.nurse, desk.people.student, kind=FindingKind.SAMPLE)
    with desk.village.work() as work:
        work.session.get_one(Finding, found).week_on = work.facts.on - timedelta(days=7)
    (line,) = waiting(desk)
    assert "1 sample to look at" in line.text
    assert "27 Nov" in line.text


def test_what_is_about_an_officers_own_reading_waits_for_another(desk: Desk) -> None:
    a_breach(desk.village, desk.siiri_herself, desk.people.student, desk.officer)
    a_finding(desk.village, desk.siiri_herself, desk.people.student)
    with desk.village.work() as work:
        provider_id = desk.village.provider_id
        office = {"role": Role.DATA_PROTECTION_OFFICER, "organisation_id": provider_id, "employer_id": provider_id}
        person_id = desk.siiri_herself.person_id
        work.session.add(Assignment(person_id=person_id, begins_on=work.facts.on, **office))
    assert waiting(desk, desk.siiri_herself) == []
    assert len(waiting(desk)) == len(("the file", "the finding"))
