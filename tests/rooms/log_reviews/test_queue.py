"""What stands out is in the queue within minutes, is decided on once and by somebody else, and teaches the house."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.builders import Someone
from tests.builders_log_reviews import a_finding
from tests.rooms.log_reviews.conftest import Desk
from welfare.log_reviews.models import Finding
from welfare.people.models import Assignment, Guardianship
from welfare.rules.actors import Role
from welfare.rules.log_review import FindingKind, FindingState, Signal

SUNDAY_NIGHT = {"days": 5, "hours": 16}
"""From Monday half past nine to Sunday half past one at night, in Helsinki."""


def explain(desk: Desk, reader: str, explanation: str = "own_task") -> str:
    page = desk.queue.follow(reader)
    page = page.form("Save as in order").submit(explanation=explanation, words="Kysyin, ja tehtävä oli sovittu.")
    return page.url


def test_an_ordinary_opening_by_a_member_is_not_in_the_queue(desk: Desk) -> None:
    desk.read_matter(desk.people.nurse)
    desk.look_through()
    assert desk.findings() == []
    assert desk.queue.has("Nothing stands out")


def test_an_opening_in_an_emergency_is_in_the_queue_within_five_minutes(desk: Desk) -> None:
    desk.open_in_emergency()
    desk.look_through()
    page = desk.queue
    assert page.has("Siiri Salo")
    assert page.has("Without a place in the group")
    page = page.follow("Siiri Salo")
    assert page.has("Aada Metsäpelto")
    assert page.has("The emergency has a review of its own.")
    assert not page.has("Aamut ja jaksaminen")


def test_a_night_and_a_day_off_stand_out_together(desk: Desk) -> None:
    desk.look_through()
    desk.clock.forward(**SUNDAY_NIGHT)
    desk.read_matter(desk.people.nurse)
    desk.look_through()
    (found,) = desk.findings()
    assert set(found.signals) == {Signal.NIGHT, Signal.DAY_OFF}
    assert found.student_id == desk.people.student.person_id


def test_more_of_the_same_is_added_to_what_waits(desk: Desk) -> None:
    desk.clock.forward(**SUNDAY_NIGHT)
    desk.read_matter(desk.people.nurse)
    desk.look_through()
    desk.read_matter(desk.people.nurse)
    desk.look_through()
    (found,) = desk.findings()
    assert found.events == 2


def test_what_was_in_order_is_kept_with_its_words(desk: Desk) -> None:
    desk.open_in_emergency()
    desk.look_through()
    url = explain(desk, "Siiri Salo")
    page = desk.client.get(url)
    assert page.has("Kysyin, ja tehtävä oli sovittu.")
    assert page.has("It belonged to the reader’s own task")
    assert page.has("Ulla Vartia")
    assert desk.queue.has("Nothing stands out")


def test_a_finding_is_decided_on_once(desk: Desk) -> None:
    desk.open_in_emergency()
    desk.look_through()
    page = desk.queue.follow("Siiri Salo")
    explain(desk, "Siiri Salo")
    page = page.form("Save as in order").submit(explanation="technical", words="Toinen selitys.")
    assert page.has("Somebody has decided on it already.")
    assert not page.has("Toinen selitys.")


@pytest.mark.parametrize(("explanation", "comes_back"), [("own_task", False), ("wrong_pupil", True)])
def test_a_false_alarm_makes_the_same_pattern_weigh_less(desk: Desk, explanation: str, *, comes_back: bool) -> None:
    desk.clock.forward(**SUNDAY_NIGHT)
    desk.read_matter(desk.people.nurse)
    desk.look_through()
    explain(desk, "Mirja Kanervala", explanation)
    desk.clock.forward(days=7)
    desk.read_matter(desk.people.nurse)
    desk.look_through()
    standing_out = [each for each in desk.findings() if each.kind is FindingKind.SIGNALS]
    assert len(standing_out) == 1 + comes_back


def test_a_false_alarm_of_one_reader_says_nothing_of_another(desk: Desk) -> None:
    desk.clock.forward(**SUNDAY_NIGHT)
    desk.read_matter(desk.people.nurse)
    desk.look_through()
    explain(desk, "Mirja Kanervala")
    desk.clock.forward(days=7)
    desk.read_matter(desk.people.curator)
    desk.look_through()
    assert desk.queue.has("Saara Lehtovirta")


def test_without_a_reason_and_words_nothing_is_decided(desk: Desk) -> None:
    desk.open_in_emergency()
    desk.look_through()
    page = desk.queue.follow("Siiri Salo").form("Save as in order").submit(words="Vain sanat.", status=422)
    assert page.errors
    assert page.has("Vain sanat.")
    assert desk.findings()[0].state is FindingState.OPEN


def test_nobody_looks_at_own_openings_and_another_officer_does(desk: Desk) -> None:
    desk.open_in_emergency()
    desk.look_through()
    with desk.village.work() as work:
        work.session.add(
            Assignment(
                person_id=desk.siiri_herself.person_id,
                role=Role.DATA_PROTECTION_OFFICER,
                organisation_id=desk.village.provider_id,
                employer_id=desk.village.provider_id,
                begins_on=work.facts.on,
            )
        )
    (found,) = desk.findings()
    own = desk.visit(desk.siiri_herself)
    assert own.get("/log-reviews").has("Somebody else looks at this")
    refused = own.get(f"/log-reviews/{found.id}", status=404)
    assert refused.main == own.get(f"/log-reviews/{uuid4()}", status=404).main
    assert desk.client.get(f"/log-reviews/{found.id}").has("Siiri Salo")


def test_an_officer_looks_at_nothing_of_the_own_child(desk: Desk) -> None:
    desk.open_in_emergency()
    desk.look_through()
    _make_guardian(desk, desk.officer)
    assert "Aada" not in desk.queue.text
    desk.client.get(f"/log-reviews/{desk.findings()[0].id}", status=404)


@pytest.mark.parametrize("is_parent", [False, True])
def test_an_officer_looks_at_no_finding_about_many_among_whom_the_own_child_is(desk: Desk, *, is_parent: bool) -> None:
    """The visits are told by the pupils' names, and the file of a breach would be about the child too."""
    desk.open_in_emergency()
    desk.look_through()
    with desk.village.work() as work:
        work.session.scalars(select(Finding)).one().student_id = None
    if is_parent:
        _make_guardian(desk, desk.officer)
    assert desk.queue.has("Somebody else looks at this") is is_parent
    assert desk.client.get("/").has("1 finding of the log review") is not is_parent
    url = f"/log-reviews/{desk.findings()[0].id}"
    for at in (url, f"{url}/breach"):
        desk.client.get(at, status=404 if is_parent else 200)


def _make_guardian(desk: Desk, who: Someone) -> None:
    with desk.village.work() as work:
        work.session.add(
            Guardianship(
                guardian_id=who.person_id,
                student_id=desk.people.student.person_id,
                has_custody=True,
                decides=True,
                may_receive_information=True,
                begins_on=work.facts.on,
            )
        )


def test_after_one_finding_the_next_is_one_press_away_until_none_waits(desk: Desk) -> None:
    for reader in (desk.people.nurse, desk.people.curator):
        a_finding(desk.village, reader, desk.people.student)
    page = desk.client.get(explain(desk, "Mirja Kanervala")).follow("Look at the next finding")
    assert page.has("Saara Lehtovirta")
    assert not page.has("Look at the next finding")
    assert not desk.client.get(explain(desk, "Saara Lehtovirta")).has("Look at the next finding")
