"""The student and a guardian read the plan in plain words, rate its goals themselves, and take it along on paper."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from tests.builders import Someone
from tests.builders_cases import a_will, an_assessment
from tests.builders_plans import LEVELS, MEASURE, TITLE, VOICE, Planned, a_plan
from tests.client import Client
from tests.rooms.journal.trail import events_of
from tests.signing_in import Visit
from welfare.cases.models import Case
from welfare.people.models import Guardianship, Person
from welfare.rules.cases import CaseState
from welfare.rules.consent import ConsentKind

GUARDIAN_SAID = "Kotona aamut ovat kiireisiä."


def pdf_text(content: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


@pytest.fixture
def aada(planned: Planned, visit: Visit) -> Client:
    return visit(planned.matter.student)


@pytest.fixture
def tiina(planned: Planned, visit: Visit) -> Client:
    return visit(planned.matter.guardian)


def test_the_student_finds_the_own_plan_in_the_menu(aada: Client) -> None:
    page = aada.get("/").follow("Plan")
    page = page.follow(next(words for words in page.links if words.startswith("Aada Metsäpelto")))
    assert page.heading == "My plan"
    for words in (VOICE, TITLE, MEASURE, "neljä aamua", "until 18 Dec 2026", "We look at it again on 14 Dec 2026"):
        assert page.has(words)


def test_a_guardian_reads_the_childs(planned: Planned, tiina: Client) -> None:
    page = tiina.get(planned.own)
    assert page.heading == "The plan of Aada"
    assert page.has("What you as a guardian have said")
    assert page.has(GUARDIAN_SAID)


def test_what_one_of_two_guardians_said_the_other_is_not_shown(planned: Planned, visit: Visit) -> None:
    matter = planned.matter
    jari = matter.village.guardian("Jari Metsäpelto", matter.student)
    for guardian in (matter.guardian, jari):
        page = visit(guardian).get(planned.own)
        assert page.has("What guardians have said can be read with the responsible person")
        assert not page.has(GUARDIAN_SAID)
    assert visit(matter.student).get(planned.own).has(GUARDIAN_SAID)


def shut_out(planned: Planned) -> None:
    matter = planned.matter
    kind = ConsentKind.MINOR_PROHIBITION
    will = a_will(matter.village, matter.case_id, matter.student, kind, named=matter.guardian, has_weighty_reason=True)
    an_assessment(matter.village, will, matter.mirja)


def is_told_nothing(planned: Planned) -> None:
    with planned.matter.village.work() as work:
        bond = work.session.query(Guardianship).filter_by(guardian_id=planned.matter.guardian.person_id).one()
        bond.may_receive_information = False


def comes_of_age(planned: Planned) -> None:
    with planned.matter.village.work() as work:
        work.session.get_one(Person, planned.matter.student.person_id).of_age_on = date(2026, 11, 23)


@pytest.mark.parametrize("happens", [shut_out, is_told_nothing, comes_of_age])
def test_a_guardian_without_a_part_finds_nothing_and_not_even_that_there_is_anything(
    planned: Planned, visit: Visit, happens: Callable[[Planned], None]
) -> None:
    guardian = planned.matter.guardian
    assert visit(guardian).get("/plans").has("Aada Metsäpelto")
    happens(planned)
    tiina = visit(guardian)
    assert tiina.get("/plans").has("No plans yet")
    for path in ("", "/rate", "/print"):
        tiina.get(planned.own + path, status=404)
    assert visit(planned.matter.student).get(planned.own).has(VOICE)


def test_nobody_else_finds_it(planned: Planned, visit: Visit) -> None:
    village = planned.matter.village
    another = village.student("Eetu Kallioniemi", village.a_class("9A"))
    for who in (another, village.guardian("Kalle Kallioniemi", another), planned.matter.saara):
        visit(who).get(planned.own, status=404)


@pytest.mark.parametrize(("who", "series"), [("student", "Pupil"), ("guardian", "Guardian")])
def test_each_rates_the_goals_in_the_own_name(planned: Planned, visit: Visit, who: str, series: str) -> None:
    someone: Someone = getattr(planned.matter, who)
    form = visit(someone).get(planned.own).follow("Say how far we are").form("Send")
    assert {"rater", "rated_on"}.isdisjoint(form.data)
    page = form.fill(goal_1="1", note="Aamut sujuvat.").submit()
    assert page.has("Thank you. What you think is kept in the plan.")
    table = visit(planned.matter.saara).get(planned.url).tree.all("table")
    rows = [[cell.text for cell in row.all("th", "td")] for each in table for row in each.all("tr")]
    assert [series, "+1"] in rows
    assert visit(planned.matter.saara).get(planned.url).by_id("notes").text.endswith(f"{series} Aamut sujuvat.")
    other = planned.matter.guardian if who == "student" else planned.matter.student
    assert not visit(other).get(planned.own).has("Aamut sujuvat.")


def test_the_pupil_says_how_it_feels_and_the_group_sees_it_but_no_guardian(planned: Planned, visit: Visit) -> None:
    matter = planned.matter
    aada, tiina = visit(matter.student), visit(matter.guardian)
    form = aada.get(f"{planned.own}/rate").form("Send")
    assert list(form.options["feeling"]) == [
        "Very well",
        "Well",
        "So-so",
        "Badly",
        "Very badly",
        "I do not want to say",
    ]
    form.choose(goal_1=LEVELS[-1], feeling="So-so").submit()
    assert aada.get(f"/own/{matter.student.person_id}").has("How I am: so-so (23 Nov 2026)")
    assert visit(matter.saara).get(planned.url).by_id("notes").text.endswith("Pupil How I am: So-so.")
    assert not tiina.get(f"/own/{matter.student.person_id}").has("so-so")
    assert not tiina.get(planned.own).has("So-so")
    assert "feeling" not in tiina.get(f"{planned.own}/rate").form("Send").options
    assert "feeling" not in visit(matter.saara).get(f"{planned.url}/rate").form(0).options


@pytest.mark.parametrize("said", [{}, {"feeling": "none"}])
def test_how_it_feels_may_be_left_unsaid(planned: Planned, aada: Client, said: dict[str, Any]) -> None:
    aada.get(f"{planned.own}/rate").form("Send").submit(goal_1="1", **said)
    assert "How I am" not in aada.get(f"/own/{planned.matter.student.person_id}").main


def test_a_feeling_that_was_not_offered_is_refused(planned: Planned, aada: Client) -> None:
    form = aada.get(f"{planned.own}/rate").form("Send").fill(goal_1="1", feeling="furious")
    assert form.submit(status=422).field_error("feeling")


def test_in_a_closed_matter_the_plan_is_read_and_not_rated(planned: Planned, aada: Client) -> None:
    form = aada.get(f"{planned.own}/rate").form("Send")
    with planned.matter.village.work() as work:
        work.session.get_one(Case, planned.matter.case_id).state = CaseState.CLOSED
    form.fill(goal_1="1").submit(status=404)
    page = aada.get(planned.own)
    assert page.has(VOICE)
    assert "Say how far we are" not in page.links


def test_a_member_reads_the_plain_words_together_with_them(planned: Planned, saara: Client) -> None:
    page = saara.get(planned.url).follow("In plain words for the pupil")
    assert page.has("What we do")
    assert page.has(VOICE)
    assert saara.get(planned.url).follow("In plain words for a guardian").has(GUARDIAN_SAID)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_student_takes_the_plan_along_on_paper_in_the_own_language(
    planned: Planned, aada: Client, language: str
) -> None:
    aada.flask.set_cookie("language", language)
    form = aada.get(f"{planned.own}/print").form()
    assert set(form.data) == {"csrf_token"}
    page = form.submit()
    assert page.response.mimetype == "application/pdf"
    text = pdf_text(page.response.get_data())
    title = {"fi": "Minun suunnitelmani", "sv": "Min plan", "en": "My plan"}[language]
    for words in (title, VOICE, TITLE, MEASURE):
        assert words in text
    left = events_of(planned.matter, "plan:print_own")[-1]
    assert (left["codes"]["purpose"], left["codes"]["form"]) == ("party", "student")


def test_a_member_prints_the_form_that_the_reader_has_a_right_to(planned: Planned, saara: Client) -> None:
    matter = planned.matter
    matter.village.guardian("Jari Metsäpelto", matter.student)
    texts = {}
    for form in ("whole", "student", "guardian"):
        page = saara.get(f"{planned.url}/print").form().fill(form=form, purpose="reading").submit()
        texts[form] = pdf_text(page.response.get_data())
    assert GUARDIAN_SAID in texts["whole"]
    assert GUARDIAN_SAID in texts["student"]
    assert GUARDIAN_SAID not in texts["guardian"]
    assert saara.get(f"{planned.url}/print").form().submit(status=422).errors == [
        "Choose what it is printed for.",
        "Choose what is printed.",
    ]


def test_the_same_paper_is_the_same_file(planned: Planned, saara: Client) -> None:
    answers = {"form": "whole", "purpose": "group"}
    files = [saara.get(f"{planned.url}/print").form().fill(**answers).submit().response.get_data() for _ in range(2)]
    assert files[0] == files[1]
    a_plan(planned.matter, based_on=1)
    again = saara.get(f"{planned.url}/print").form().fill(**answers).submit().response.get_data()
    assert again != files[0]
