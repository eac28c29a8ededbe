"""Decoys are the officer's secret; the sample of a week is drawn once, from every school, by lot."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select

from tests.builders_cases import a_bare_case
from tests.rooms.log_reviews.conftest import Desk
from tests.rooms.log_reviews.test_stories import opens
from welfare.audit.models import AuditSubject
from welfare.log_reviews.sampling import OF_EACH_SCHOOL
from welfare.people.models import Person
from welfare.rules.cases import CaseState
from welfare.rules.log_review import FindingKind, FindingState


def test_an_officer_makes_an_invented_pupil_a_decoy_and_ends_it(desk: Desk) -> None:
    eeli = desk.village.student("Eeli Olematon", desk.village.a_class("9C"))
    page = desk.queue.follow("Decoys")
    page = page.form("Find the pupil").submit(name="eeli olem")
    page = page.form("Make a decoy: Eeli Olematon").submit()
    assert page.has("The pupil is a decoy now.")
    for who in (desk.people.nurse, desk.people.teacher):
        shown = desk.visit(who).get("/search").form("Search").submit(q="Olematon")
        assert "ecoy" not in shown.text
        desk.visit(who).get("/log-reviews/decoys", status=404)
    page = desk.client.get("/log-reviews/decoys").form("No decoy any more: Eeli Olematon").submit()
    assert page.has("The pupil is a decoy no more.")
    with desk.village.ledger.transaction() as transaction:
        about = AuditSubject.kind == "log_review_decoy", AuditSubject.subject_id == eeli.person_id
        assert len(transaction.session.scalars(select(AuditSubject).where(*about)).all()) == len(("set", "ended"))


def test_only_a_pupil_of_the_directory_can_be_one(desk: Desk) -> None:
    page = desk.client.get("/log-reviews/decoys").form("Find the pupil").submit(name="Tiina")
    assert page.has("Nobody of that name has been found.")
    for other in (desk.people.mother.person_id, uuid4()):
        desk.client.get(f"/log-reviews/decoys/{other}", status=405)
    assert desk.client.get("/log-reviews/decoys").form("Find the pupil").submit(name=" ", status=422).errors


def a_busy_week(desk: Desk) -> None:
    """Saara reads eight matters of the one school, and one of another."""
    elsewhere = desk.village.a_class("5A", desk.village.another_school())
    here = desk.village.a_class("7A")
    for number in range(9):
        child = desk.village.student(f"Oppilas{number} Saari{number}", elsewhere if number == 0 else here)
        opens(desk, desk.people.curator, a_bare_case(desk.village, child, desk.people.curator, state=CaseState.OPEN))
        desk.clock.forward(minutes=40)


def test_five_of_each_school_are_drawn_from_last_week_and_only_once(desk: Desk) -> None:
    a_busy_week(desk)
    desk.look_through()
    assert desk.findings() == []
    for _day in range(2):
        desk.clock.now += timedelta(days=7)
        desk.look_through()
        drawn = desk.findings()
        assert {each.kind for each in drawn} == {FindingKind.SAMPLE}
        by_school = sorted(
            [each.unit_id for each in drawn].count(school) for school in {each.unit_id for each in drawn}
        )
        assert by_school == [1, OF_EACH_SCHOOL]
    page = desk.queue
    assert page.has("Samples of the week")
    page = page.follow("Saara Lehtovirta").form("Save as in order").submit(explanation="own_task", words="Oma asia.")
    assert page.has("It is saved that it was in order.")
    assert [each.state for each in desk.findings()].count(FindingState.OPEN) == OF_EACH_SCHOOL


def test_what_can_be_compared_is_kept_of_people_who_came_before(desk: Desk) -> None:
    with desk.village.work() as work:
        work.session.get_one(Person, desk.people.student.person_id).likeness = None
    desk.look_through()
    with desk.village.ledger.transaction() as transaction:
        assert transaction.session.get_one(Person, desk.people.student.person_id).likeness is not None
