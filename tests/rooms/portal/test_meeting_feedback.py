"""After a meeting those of the family who took part say how it was: each once, and nobody learns who said what."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import inspect, select

from tests.builders import Someone
from tests.builders_cases import a_case
from tests.builders_feedback import a_held_meeting
from tests.builders_meetings import Asked, attendee_of
from tests.client import Client, Page
from tests.clock import Clock
from tests.rooms.portal.conftest import Family
from tests.signing_in import Visit
from welfare.audit.models import AuditEvent
from welfare.drafts.models import Draft
from welfare.feedback.models import MeetingFeedbackSent, MeetingTally
from welfare.insight.feedback_figures import meeting_figures
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.actors import Role
from welfare.rules.cases import Part
from welfare.rules.feedback import GRADES
from welfare.rules.meeting_feedback import MeetingQuestion, Respondent
from welfare.rules.suppression import Figure
from welfare.rules.terms import term_of
from welfare.ui.locale import LANGUAGE_COOKIE

HEARD, CLEAR, NEXT = MeetingQuestion
SAY, SEND, THANKS = "Say how it was, 22 Nov 2026", "Send the answers", "counted with the answers of others"
LEFT_OUT: dict[str, Any] = {"secret_heard": "0", "secret_clear": "0", "secret_next": "0"}


def grades(heard: int = 4, clear: int = 5, following: int = 3) -> dict[str, Any]:
    return {"secret_heard": str(heard), "secret_clear": str(clear), "secret_next": str(following)}


@pytest.fixture
def held(family: Family) -> UUID:
    """Yesterday Aada and Tiina met with Saara."""
    matter = family.matter
    asked = [Asked(matter.student, Part.STUDENT), Asked(matter.guardian, Part.GUARDIAN), Asked(matter.saara)]
    return a_held_meeting(matter.village, matter.case_id, matter.saara, asked)


def address(family: Family, item_id: UUID, who: Someone) -> str:
    return f"{family.home}/meetings/{attendee_of(family.matter.village, item_id, who)}/how-it-went"


def counted(family: Family) -> dict[tuple[Respondent, MeetingQuestion, int], tuple[int, int]]:
    """How often each answer is shown and waits, where it is either."""
    with family.matter.village.ledger.transaction() as transaction:
        rows = transaction.session.scalars(select(MeetingTally)).all()
        return {
            (row.respondent, row.question, row.grade): (row.shown, row.waiting)
            for row in rows
            if row.shown or row.waiting
        }


def send(client: Client, home: str, **answers: Any) -> Page:  # noqa: ANN401 - fields by name
    return client.get(home).follow(SAY).form(SEND).submit(**answers)


@pytest.mark.usefixtures("held")
def test_pupil_and_guardian_answer_each_on_the_own_page_and_once(family: Family, visit: Visit) -> None:
    aada, tiina = visit(family.matter.student), visit(family.matter.guardian)
    late = aada.get(family.home).follow(SAY)
    assert late.heading == "How was the meeting?"
    assert "Aamut" not in late.main, "nothing of the matter is on the page"
    page = send(aada, family.home, **grades())
    assert page.has(THANKS)
    assert "Say how it was" not in page.text
    assert late.form(SEND).submit(**grades(1, 1, 1)).has("You have answered about a meeting of this term already.")
    assert send(tiina, family.home, **grades(2, 2, 2)).has(THANKS)
    assert counted(family) == {
        (Respondent.STUDENT, HEARD, 4): (0, 1),
        (Respondent.STUDENT, CLEAR, 5): (0, 1),
        (Respondent.STUDENT, NEXT, 3): (0, 1),
        **{(Respondent.GUARDIAN, question, 2): (0, 1) for question in MeetingQuestion},
    }


@pytest.mark.usefixtures("held")
def test_each_is_asked_once_a_term_so_that_five_answers_are_of_five_people(
    family: Family, visit: Visit, clock: Clock
) -> None:
    matter, aada = family.matter, visit(family.matter.student)
    send(aada, family.home, **grades())
    again = [Asked(matter.student, Part.STUDENT), Asked(matter.guardian, Part.GUARDIAN), Asked(matter.saara)]
    item_id = a_held_meeting(matter.village, matter.case_id, matter.saara, again, days_ago=0)
    assert "Say how it was" not in aada.get(family.home).text
    assert aada.get(address(family, item_id, matter.student)).has("Each is asked once a term")
    assert visit(matter.guardian).get(family.home).text.count("Say how it was") == 1
    clock.forward(days=70)
    a_held_meeting(matter.village, matter.case_id, matter.saara, again)
    assert visit(matter.student).get(family.home).has("Say how it was")


@pytest.mark.parametrize(
    ("locale", "words"),
    [("fi", ("Millainen tapaaminen oli?", "En halua sanoa")), ("sv", ("Hurdant var mötet?", "Jag vill inte säga"))],
)
def test_the_questions_are_asked_in_both_national_languages(
    family: Family, held: UUID, visit: Visit, locale: str, words: tuple[str, str]
) -> None:
    aada = visit(family.matter.student)
    aada.flask.set_cookie(LANGUAGE_COOKIE, locale)
    page = aada.get(address(family, held, family.matter.student))
    assert page.heading == words[0]
    assert page.main.count(words[1]) == len(MeetingQuestion)


@pytest.mark.usefixtures("held")
def test_what_is_kept_tells_nobody_whether_anything_was_said(family: Family, visit: Visit) -> None:
    """The row of one who answered is like the row of one who wished to say nothing, and holds no time and no order."""
    send(visit(family.matter.student), family.home, **grades())
    send(visit(family.matter.guardian), family.home, **LEFT_OUT)
    with family.matter.village.ledger.transaction() as transaction:
        session = transaction.session
        rows = session.scalars(select(MeetingFeedbackSent)).all()
        kept = {(row.case_id, row.student_id, row.controller_id, row.revision) for row in rows}
        tables = inspect(session.connection())
        of_person = {each["name"] for each in tables.get_columns("meeting_feedback_sent")}
        of_nobody = {each["name"] for each in tables.get_columns("meeting_feedback_tally")}
        events = b"".join(session.scalars(select(AuditEvent.body))).decode()
    assert (len(rows), len(kept)) == (2, 1)
    assert of_person == {"id", "attendee_id", "case_id", "student_id", "controller_id", "revision"}
    assert of_nobody == {"id", "provider_id", "term_starts_on", "respondent", "question", "grade", "shown", "waiting"}
    assert "feedback:give_meeting" in events
    assert "meeting_feedback_tally" not in events
    assert set(counted(family)) == {
        (Respondent.STUDENT, HEARD, 4),
        (Respondent.STUDENT, CLEAR, 5),
        (Respondent.STUDENT, NEXT, 3),
    }
    assert "how-it-went" not in visit(family.matter.saara).get(f"/cases/{family.matter.case_id}").text


def test_a_guardian_who_is_shut_out_sees_nothing_of_it(family: Family, held: UUID, visit: Visit) -> None:
    tiina, where = visit(family.matter.guardian), address(family, held, family.matter.guardian)
    open_form = tiina.get(where).form(SEND)
    family.shut_out(family.matter.guardian)
    assert "Say how it was" not in tiina.get(family.home).text
    nowhere = tiina.get(f"{family.home}/meetings/{uuid4()}/how-it-went", status=404)
    assert tiina.get(where, status=404).main == nowhere.main
    open_form.submit(**grades(), status=404)
    assert counted(family) == {}
    visit(family.matter.student).get(family.home).follow(SAY)


def test_only_the_own_part_of_a_meeting_is_asked_about(family: Family, held: UUID, visit: Visit) -> None:
    aada, tiina = family.matter.student, family.matter.guardian
    other = family.matter.village.student("Elias Koskela", family.matter.village.a_class("9A"))
    for who, whose in ((aada, tiina), (tiina, aada), (other, aada)):
        visit(who).get(address(family, held, whose), status=404)
    visit(aada).get(address(family, held, aada))


def test_whoever_was_not_there_is_not_asked(family: Family, visit: Visit) -> None:
    matter = family.matter
    asked = [Asked(matter.student, Part.STUDENT), Asked(matter.guardian, Part.GUARDIAN)]
    item_id = a_held_meeting(matter.village, matter.case_id, matter.saara, asked, matter.student)
    aada = visit(matter.student)
    assert "Say how it was" not in aada.get(family.home).text
    aada.get(address(family, item_id, matter.student), status=404)
    visit(matter.guardian).get(family.home).follow(SAY)


def test_the_questions_wait_four_weeks(family: Family, held: UUID, visit: Visit, clock: Clock) -> None:
    aada = visit(family.matter.student)
    clock.forward(days=27)
    where = address(family, held, family.matter.student)
    visit(family.matter.student).get(where)
    clock.forward(days=1)
    aada = visit(family.matter.student)
    assert "Say how it was" not in aada.get(family.home).text
    aada.get(where, status=404)


@pytest.mark.parametrize("field", ["secret_heard", "secret_clear", "secret_next"])
@pytest.mark.parametrize("value", ["", "6", "x", "4\x00"])
def test_a_question_is_answered_with_one_of_those_offered(
    family: Family, held: UUID, visit: Visit, field: str, value: str
) -> None:
    form = visit(family.matter.student).get(address(family, held, family.matter.student)).form(SEND)
    form.data.update(grades() | {field: value})
    assert form.submit(status=422).field_error(field)
    assert counted(family) == {}


def test_answers_sent_too_late_are_kept_nowhere(family: Family, held: UUID, visit: Visit, clock: Clock) -> None:
    form = visit(family.matter.student).get(address(family, held, family.matter.student)).form(SEND)
    clock.forward(hours=13)
    form.submit(**grades())
    assert counted(family) == {}
    with family.matter.village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(Draft.id)).all() == []


def answering(family: Family, visit: Visit, *said: dict[str, Any]) -> Iterator[None]:
    """So many more pupils say how their meeting was, one after the other."""
    village, saara, class_id = family.matter.village, family.matter.saara, family.matter.village.a_class("7A")
    for number, answers in enumerate(said):
        pupil = village.student(f"Oppilas {number}", class_id)
        case_id = a_case(village, pupil, saara)
        a_held_meeting(village, case_id, saara, [Asked(pupil, Part.STUDENT)])
        send(visit(pupil), f"/own/{pupil.person_id}", **answers)
        yield


def test_answers_are_told_five_at_a_time_question_by_question(app: Flask, family: Family, visit: Visit) -> None:
    village = family.matter.village
    principal = visit(village.staff(Role.PRINCIPAL, "Riitta Reksi"))
    page, kaisa = (
        f"/communal/{village.school_id}",
        visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori")),
    )
    said = [grades(4, 5, 3), grades(5, 4, 0), grades(3, 5, 4), grades(4, 4, 4), grades(4, 0, 4), grades(1, 1, 1)]
    turns = answering(family, visit, *said)
    for _turn in range(4):
        next(turns)
    assert "Meetings · Autumn term 2026" not in principal.get(page).text
    next(turns)
    assert principal.get(page).has("Pupils 4.0 (n = 5) – –")
    next(turns)
    told = principal.get(page)
    assert told.has("Pupils 4.0 (n = 5) 3.8 (n = 5) 3.2 (n = 5)")
    assert kaisa.get("/feedback").has("Autumn term 2026 · Pupils 4.0 (n = 5) 3.8 (n = 5) 3.2 (n = 5)")
    before = app.extensions["settings"]
    app.extensions["settings"] = replace(before, small_number_floor=6)
    assert principal.get(page).has("Pupils hidden (n = hidden) hidden (n = hidden) hidden (n = hidden)")


def test_a_sum_over_providers_tells_no_mean_that_is_hidden_of_one(family: Family) -> None:
    """As with the services (F33, F52): where five all answered alike, each answer would be known."""
    village, other = family.matter.village, uuid4()
    term, county = (
        term_of(date(2026, 11, 23)).starts_on,
        {"parent_id": village.county_id, "county_id": village.county_id},
    )
    with village.work() as work:
        work.session.add(
            Organisation(id=other, kind=OrganisationKind.PROVIDER, name_fi="Saari", name_sv="Ön", **county)
        )
        work.session.flush()
        for provider_id, counts in ((village.provider_id, (0, 0, 0, 4, 6)), (other, (0, 0, 0, 0, 5))):
            group = {"provider_id": provider_id, "term_starts_on": term, "respondent": Respondent.GUARDIAN}
            for grade, count in zip(GRADES, counts, strict=True):
                work.session.add(MeetingTally(question=HEARD, grade=grade, shown=count, waiting=0, **group))
        work.session.flush()
        [both] = meeting_figures(work.session, [village.provider_id, other], 5).values()
        [alone] = meeting_figures(work.session, [village.provider_id], 5).values()
    assert (both[HEARD].answers, both[HEARD].mean) == (Figure(15), None)
    assert (alone[HEARD].answers, alone[HEARD].mean) == (Figure(10), 4.6)
