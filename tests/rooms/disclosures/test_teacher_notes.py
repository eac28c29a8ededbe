"""Teachers see what to do in class with own pupils, from a first day to a last one, and never why."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from tests.builders import Someone
from tests.builders_cases import an_exclusion
from tests.builders_disclosures import IN_CLASS, a_teacher_note
from tests.builders_journal import Matter, acting
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.journal.conftest import in_english
from tests.rooms.journal.trail import events_of
from welfare.cases.models import Case
from welfare.disclosures.models import TeacherNote
from welfare.disclosures.queries.teacher_notes import notes_shown_to
from welfare.people.models import Enrolment, Teaching
from welfare.rules.actors import Role
from welfare.rules.cases import CaseState

NOTE = {
    "text": IN_CLASS,
    "begins_on": "23.11.2026",
    "ends_on": "18.12.2026",
    "necessity": "Opettaja ei muuten tiedä, miten toimia.",
}
Enter = Callable[[Someone], Client]


@pytest.fixture
def oona(matter: Matter) -> Someone:
    """The teacher of Aada's class."""
    with matter.village.ledger.transaction() as transaction:
        own = select(Enrolment.class_id).where(Enrolment.student_id == matter.student.person_id)
        class_id = transaction.session.scalars(own).one()
    return matter.village.staff(Role.TEACHER, "Oona Rautasalo", class_id=class_id)


@pytest.fixture
def teacher(oona: Someone, sign_in: Enter) -> Client:
    """Her browser."""
    return in_english(sign_in(oona))


def tell(saara: Client, matter: Matter, status: int = 200, **answers: str) -> Page:
    page = saara.get(f"/cases/{matter.case_id}/teacher-notes/new")
    return page.form("Tell the teachers").fill(**NOTE | answers).submit(status=status)


def test_the_teacher_sees_what_to_do_and_nothing_of_the_matter(matter: Matter, saara: Client, teacher: Client) -> None:
    tell(saara, matter)
    page = teacher.get("/received")
    assert page.has(IN_CLASS)
    assert page.has("Aada Metsäpelto")
    assert page.has("In force 23 Nov 2026–18 Dec 2026")
    for words in ("Opettaja ei muuten", "Poissaoloja", "KOI", "journal"):
        assert words not in page.main
    teacher.get(f"/cases/{matter.case_id}", status=404)


def test_the_journal_tells_what_the_teachers_were_told_and_why_it_was_necessary(
    matter: Matter, saara: Client, oona: Someone
) -> None:
    page = tell(saara, matter).follow("The journal’s entry of it")
    assert page.has(f"What {IN_CLASS}")
    assert page.has(f"To whom The pupil’s teacher: {oona.name}")
    assert page.has("Ground Necessary for teaching, Basic Education Act, section\u00a040(2)")
    assert page.has("Why necessary Opettaja ei muuten tiedä, miten toimia.")
    event = events_of(matter, "teacher_note:give")[-1]
    assert event["codes"]["ground"] == "teaching"
    assert event["codes"]["note"] == "given"


def test_a_read_mark_is_the_teachers_own_act_and_the_group_sees_it(
    matter: Matter, saara: Client, teacher: Client, oona: Someone
) -> None:
    page = tell(saara, matter)
    assert page.has(f"Not yet: {oona.name}")
    assert "Read what to do in class" in teacher.get("/").text
    done = teacher.get("/received").form("I have read this: Aada Metsäpelto").submit()
    assert "I have read this" not in done.text
    assert "Read what to do in class" not in teacher.get("/").text
    page = saara.get(page.url)
    assert oona.name in page.by_id("marks").text
    assert "Not yet" not in page.by_id("marks").text
    assert "read by 1 of 1" in saara.get(f"/cases/{matter.case_id}").by_id("disclosures").text
    assert events_of(matter, "teacher_note:read")[-1]["codes"] == {"note": "read"}


def test_a_note_ends_by_itself(matter: Matter, saara: Client, oona: Someone, sign_in: Enter, clock: Clock) -> None:
    tell(saara, matter, ends_on="24.11.2026")
    clock.forward(days=1)
    assert in_english(sign_in(oona)).get("/received").has(IN_CLASS)
    clock.forward(days=1)
    assert not in_english(sign_in(oona)).get("/received").has(IN_CLASS)


def test_a_note_is_not_shown_before_its_first_day(matter: Matter, saara: Client, teacher: Client) -> None:
    page = tell(saara, matter, begins_on="24.11.2026")
    assert page.has("Not begun")
    assert not teacher.get("/received").has(IN_CLASS)


def test_the_lead_ends_a_note_before_its_time(matter: Matter, saara: Client, teacher: Client) -> None:
    page = tell(saara, matter)
    assert teacher.get("/received").has(IN_CLASS)
    ended = page.form("End the note now").submit()
    assert ended.has("Has ended")
    assert "End the note now" not in ended.text
    assert not teacher.get("/received").has(IN_CLASS)


def test_who_no_longer_teaches_the_pupil_no_longer_sees_it(
    matter: Matter, saara: Client, teacher: Client, oona: Someone
) -> None:
    tell(saara, matter)
    form = teacher.get("/received").form("I have read this: Aada Metsäpelto")
    with matter.village.work() as work:
        for row in work.session.scalars(select(Teaching).where(Teaching.person_id == oona.person_id)):
            row.ends_on = date(2026, 11, 22)
    assert not teacher.get("/received").has("Aada")
    form.submit(status=404)


def test_when_the_pupil_leaves_the_class_its_teacher_sees_no_more(
    matter: Matter, saara: Client, teacher: Client
) -> None:
    tell(saara, matter)
    assert teacher.get("/received").has("Aada")
    with matter.village.work() as work:
        own = select(Enrolment).where(Enrolment.student_id == matter.student.person_id)
        for row in work.session.scalars(own):
            row.ends_on = date(2026, 11, 22)
    assert not teacher.get("/received").has("Aada")


def test_teachers_of_other_pupils_see_nothing(matter: Matter, saara: Client, oona: Someone, sign_in: Enter) -> None:
    del oona
    tell(saara, matter)
    other = matter.village.staff(Role.TEACHER, "Teemu Lahti", class_id=matter.village.a_class("9A"))
    for who in (other, matter.mirja, matter.village.staff(Role.PRINCIPAL, "Riitta Reksi")):
        assert not in_english(sign_in(who)).get("/received").has("Aada")


def test_a_conflict_of_interest_hides_a_note(matter: Matter, saara: Client, teacher: Client, oona: Someone) -> None:
    tell(saara, matter)
    assert teacher.get("/received").has(IN_CLASS)
    an_exclusion(matter.village, matter.case_id, matter.student, oona)
    assert not teacher.get("/received").has("Aada")


def test_the_list_holds_what_may_be_read(matter: Matter, oona: Someone) -> None:
    running = a_teacher_note(matter.village, matter.case_id, matter.saara)
    a_teacher_note(matter.village, matter.case_id, matter.saara, begins_on=date(2026, 12, 1))
    a_teacher_note(matter.village, matter.case_id, matter.saara, ends_on=date(2026, 11, 22))
    on = date(2026, 11, 23)
    with matter.village.ledger.transaction() as transaction:
        session = transaction.session
        assert [row.id for row in notes_shown_to(session, acting(session, oona, on), on)] == [running]
        assert notes_shown_to(session, acting(session, matter.saara, on), on) == []


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_what_sounds_like_a_reason_must_be_looked_at_once_more(matter: Matter, saara: Client, oona: Someone) -> None:
    del oona
    text = "Annetaan aikaa, koska kotona on vaikeaa."
    page = tell(saara, matter, text=text, status=422)
    assert page.has("The text sounds like a reason.")
    assert page.form("Tell the teachers").data["text"] == text
    page.form("Tell the teachers").submit(looked_at="yes")
    with matter.village.ledger.transaction() as transaction:
        assert len(transaction.session.scalars(select(TeacherNote)).all()) == 1


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_another_pupils_name_is_pointed_at(matter: Matter, saara: Client, oona: Someone) -> None:
    del oona
    matter.village.student("Eetu Kallioniemi", matter.village.a_class("9A"))
    page = tell(saara, matter, text="Istuu Eetu Kallioniemen vieressä.", status=422)
    assert page.has("Eetu Kallioniemi is a pupil of this school.")


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("text", "", "Write what is done in class."),
        ("text", "Hetu 050512A912S.", "There is a personal identity code in the text."),
        ("ends_on", "", "Write the last day."),
        ("ends_on", "22.11.2026", "The last day is before the first."),
        ("ends_on", "31.12.2027", "At most 200 days"),
        ("necessity", "", "This ground allows only what is necessary."),
    ],
)
def test_what_cannot_stand_is_said_at_its_field(
    matter: Matter, saara: Client, oona: Someone, name: str, value: str, words: str
) -> None:
    del oona
    page = tell(saara, matter, status=422, **{name: value})
    assert words in page.field_error(name)
    assert page.form("Tell the teachers").data["necessity"] == (NOTE | {name: value})["necessity"]


def test_without_a_teacher_there_is_nobody_to_tell(matter: Matter, saara: Client) -> None:
    page = tell(saara, matter, status=422)
    assert page.errors == ["The roster knows no teacher of this pupil today, so nobody would see the note."]


@pytest.mark.parametrize("matter", [{"is_restricted": True}], indirect=True)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_where_a_hidden_pupil_lives_is_not_told_to_teachers(matter: Matter, saara: Client, oona: Someone) -> None:
    del oona
    page = tell(saara, matter, text="Taksi Kaislapolulle klo 14.", status=422)
    assert "hidden for safety" in page.field_error("text")


def test_a_closed_matter_tells_nothing_new(matter: Matter, saara: Client, mirja: Client, teacher: Client) -> None:
    tell(saara, matter)
    address = f"/cases/{matter.case_id}/teacher-notes/new"
    mirja.get(address, status=404)
    with matter.village.work() as work:
        work.session.get_one(Case, matter.case_id).state = CaseState.CLOSED
    saara.get(address, status=404)
    assert teacher.get("/received").has(IN_CLASS)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_pages_speak_finnish_and_swedish(matter: Matter, saara: Client, teacher: Client) -> None:
    page = tell(saara, matter)
    for language in ("fi", "sv"):
        for client in (saara, teacher):
            client.flask.set_cookie("language", language)
        for address in (page.url, f"/cases/{matter.case_id}/teacher-notes/new", f"/cases/{matter.case_id}"):
            assert saara.get(address).language == language
        assert teacher.get("/received").language == language
