"""An idea goes from a class to the council, the group, a decision and back; nobody's name goes with it."""

import json
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.builders import Village
from tests.builders_journal import IDENTITY_CODE
from tests.builders_participation import WISH, an_idea
from tests.rooms.participation.conftest import Scene
from tests.signing_in import Visit
from welfare.access.models import DoneOnce
from welfare.audit.models import AuditEvent
from welfare.participation.models import Idea, IdeaStep
from welfare.rules.actors import Role
from welfare.rules.participation import IdeaState


def the_idea(village: Village) -> Idea:
    with village.ledger.transaction() as transaction:
        idea = transaction.session.scalars(select(Idea)).one()
        transaction.session.expunge(idea)
        return idea


def test_a_pupil_gives_an_idea_and_the_class_is_told_what_became_of_it(
    village: Village, scene: Scene, visit: Visit
) -> None:
    page = visit(scene.pupil).get("/ideas")
    assert page.has("Ideas of class 8B")
    page = page.form().submit(text=WISH)
    assert page.has("Thank you. The idea is in the box, without your name.")
    address = f"{scene.unit}/ideas/{the_idea(village).id}"
    client = visit(scene.principal)
    for step, words in (("council", "Hyvä ajatus."), ("group", "Rahaa on.")):
        page = client.get(address).form().submit(to=step, words=words)
        assert page.has("The step is saved.")
    client.get(address).form().submit(to="decided", decision="yes")
    page = client.get(address).form().submit(to="answered", answer_fi="Neljä penkkiä tulee keväällä.")
    assert page.has("The class was told: Neljä penkkiä tulee keväällä.")
    assert not page.has("What happens next?")
    for who in (scene.pupil, scene.classmate):
        page = visit(who).get("/ideas")
        assert page.has("Answered")
        assert page.has("It is carried out. Neljä penkkiä tulee keväällä.")
        assert not page.has("Rahaa on."), "what was said on the way is for the staff"
    assert visit(scene.teacher).get(f"{scene.unit}/participation").has("Ideas of your classes")
    assert not visit(scene.pupil_beside).get("/ideas").has("penkkejä")


def test_who_had_the_idea_stands_nowhere_beside_it(village: Village, scene: Scene, visit: Visit) -> None:
    visit(scene.pupil).get("/ideas").form().submit(text=WISH)
    idea = the_idea(village)
    assert (idea.given_on, idea.class_id) == (date(2026, 11, 1), scene.class_id), "of the day only the month is left"
    names = {column.name for column in Idea.__table__.columns}
    assert not {name for name in names if name.endswith(("_by", "_at")) or "account" in name or "person" in name}
    with village.ledger.transaction() as transaction:
        subjects = transaction.session.connection().exec_driver_sql("SELECT * FROM audit_subject").all()
    assert not [row for row in subjects if idea.id.hex in repr(row).replace("-", "")]


def done_forms(village: Village) -> list[DoneOnce]:
    with village.ledger.transaction() as transaction:
        found = list(transaction.session.scalars(select(DoneOnce)))
        transaction.session.expunge_all()
        return found


def test_no_row_remembers_that_a_pupil_sent_the_form_and_one_that_comes_twice_is_one_idea(
    village: Village, scene: Scene, visit: Visit
) -> None:
    client = visit(scene.pupil)
    form = client.get("/ideas").form().fill(text=WISH)
    for _time in range(2):
        assert form.submit().has("The idea is in the box, without your name.")
    assert the_idea(village).text == WISH
    assert done_forms(village) == []
    client.get("/ideas").form().submit(text="Lisää valoa.")
    with village.ledger.transaction() as transaction:
        assert set(transaction.session.scalars(select(Idea.text))) == {WISH, "Lisää valoa."}


def test_of_a_step_that_one_of_the_staff_takes_there_is_such_a_row(
    village: Village, scene: Scene, visit: Visit
) -> None:
    visit(scene.principal).get(f"{scene.unit}/ideas/{an_idea(village, scene.class_id)}").form().submit(to="council")
    assert [row.account_id for row in done_forms(village)] == [scene.principal.account_id]


def test_the_same_words_of_another_class_or_after_an_answer_are_an_idea_of_their_own(
    village: Village, scene: Scene, visit: Visit
) -> None:
    an_idea(village, scene.class_beside)
    an_idea(village, scene.class_id, state=IdeaState.ANSWERED, answer="Tulee.")
    visit(scene.pupil).get("/ideas").form().submit(text=WISH)
    with village.ledger.transaction() as transaction:
        assert len(transaction.session.scalars(select(Idea)).all()) == 3


def test_the_page_says_what_the_log_keeps_and_the_log_keeps_no_more(
    village: Village, scene: Scene, visit: Visit
) -> None:
    page = visit(scene.pupil).get("/ideas")
    assert page.has("The log of the service keeps that you gave an idea and when")
    assert page.form().submit(text=WISH).has("November 2026")
    with village.ledger.transaction() as transaction:
        bodies = transaction.session.scalars(select(AuditEvent.body).where(AuditEvent.permission == "idea:give")).all()
    [told] = [each for each in map(json.loads, bodies) if "idea" in each.get("codes", {})]
    assert (told["actor"], told["codes"]["idea"]) == (scene.pupil.account_id.hex, "given")
    assert [kind for kind, _id in told["subjects"]] == ["unit"]


def test_a_teacher_brings_an_idea_of_the_class(scene: Scene, visit: Visit) -> None:
    page = visit(scene.teacher).get(f"{scene.unit}/participation").follow("Bring an idea of a class")
    assert list(page.form().options["school_class"]) == ["Choose", "8B", "9A"]
    page = page.form().submit(school_class=str(scene.class_id), text=WISH)
    assert page.has("The class is told what becomes of it.")
    assert page.has("Ideas of your classes Received 8B")


@pytest.mark.parametrize("text", ["", "x" * 2001, "a\x00b", "Venla kiusaa.", f"Koodi {IDENTITY_CODE}"])
def test_a_pupils_idea_without_words_or_with_a_name_is_refused_at_its_field(
    scene: Scene, visit: Visit, text: str
) -> None:
    page = visit(scene.pupil).get("/ideas").form().submit(text=text, status=422)
    assert page.field_error("text")
    assert not visit(scene.classmate).get("/ideas").has("Received")


def test_a_teacher_is_asked_about_a_name_and_may_say_that_it_is_none(scene: Scene, visit: Visit) -> None:
    form = visit(scene.teacher).get(f"{scene.unit}/ideas/new").form()
    page = form.submit(school_class=str(scene.class_id), text="Venlalle oma kaappi.", status=422)
    assert page.field_error("may_stand")
    assert page.form().data["text"] == "Venlalle oma kaappi."
    assert page.form().submit(may_stand="place").has("The idea is in the box.")


@pytest.mark.parametrize(
    ("state", "answers", "field"),
    [
        (IdeaState.RECEIVED, {"to": "answered"}, "to"),
        (IdeaState.RECEIVED, {"to": ""}, "to"),
        (IdeaState.RECEIVED, {"to": "council", "taken_on": "24.11.2026"}, "taken_on"),
        (IdeaState.GROUP, {"to": "decided"}, "decision"),
        (IdeaState.DECIDED, {"to": "answered"}, "answer_fi"),
    ],
)
def test_a_step_that_lacks_something_is_refused_and_nothing_typed_is_lost(
    village: Village, scene: Scene, visit: Visit, state: IdeaState, answers: dict[str, str], field: str
) -> None:
    idea = an_idea(village, scene.class_id, state=state)
    form = visit(scene.principal).get(f"{scene.unit}/ideas/{idea}").form()
    page = form.submit(**{"words": "Keskusteltiin.", **answers, "status": 422})  # type: ignore[arg-type]
    assert page.field_error(field)
    assert page.form().data["words"] == "Keskusteltiin."
    with village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(IdeaStep)).all() == []


def test_two_do_not_take_the_same_step_unseen(village: Village, scene: Scene, visit: Visit) -> None:
    idea = an_idea(village, scene.class_id)
    client = visit(scene.principal)
    mine, theirs = (client.get(f"{scene.unit}/ideas/{idea}").form() for _ in range(2))
    theirs.submit(to="council")
    page = mine.submit(to="group", words="Omat sanat.", status=409)
    assert page.has("Somebody has taken a step since you opened the page.")
    assert page.form().data["words"] == "Omat sanat."
    assert page.form().submit(to="group").has("With the welfare group")


def test_who_only_works_there_reads_and_leads_no_idea_on(village: Village, scene: Scene, visit: Visit) -> None:
    idea = an_idea(village, scene.class_id)
    page = visit(scene.teacher).get(f"{scene.unit}/ideas/{idea}")
    assert page.has(WISH)
    assert not page.has("What happens next?")


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER])
def test_who_has_no_part_in_it_finds_nothing(village: Village, scene: Scene, visit: Visit, role: Role) -> None:
    idea = an_idea(village, scene.class_id)
    client = visit(village.staff(role, "Ulla Muu"))
    for address in ("/ideas", f"{scene.unit}/participation", f"{scene.unit}/ideas/{idea}", f"{scene.unit}/ideas/new"):
        client.get(address, status=404)
    visit(scene.pupil).get(f"{scene.unit}/ideas/{idea}", status=404)
    visit(scene.teacher).get("/ideas", status=404)
    visit(village.guardian("Tiina Metsäpelto", scene.pupil)).get("/ideas", status=404)


def test_an_idea_of_another_school_does_not_exist(village: Village, scene: Scene, visit: Visit) -> None:
    idea = an_idea(village, scene.class_id)
    elsewhere = village.another_school()
    client = visit(village.staff(Role.PRINCIPAL, "Pekka Päällikkö", school_id=elsewhere))
    client.get(f"/communal/{elsewhere}/ideas/{idea}", status=404)
    client.get(f"/communal/{elsewhere}/ideas/{uuid4()}", status=404)
    client.get(f"/communal/{elsewhere}/participation")
