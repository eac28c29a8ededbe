"""A group answers a short survey by its code; nobody can tell who answered what, and few are not shown."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.builders import Someone, Village
from tests.builders_indicators import a_survey
from tests.client import Client
from tests.rooms.indicators.conftest import CODE, answer, climate
from tests.signing_in import Visit
from welfare.indicators.models import ClimateCode, ClimateSurvey, ClimateTally, IndicatorValue
from welfare.indicators.questions import all_questions, questions_for
from welfare.rules.actors import Role
from welfare.rules.climate import (
    Audience,
    SeatsLack,
    is_open,
    is_possible_end,
    may_be_told,
    new_code,
    what_blocks_seats,
)


def fill(village: Village, grades: list[int]) -> None:
    """As many answers as there are grades, without a browser for each."""
    with village.work() as work:
        for row in work.session.scalars(select(ClimateTally)):
            row.count = grades.count(row.grade)


def test_a_group_answers_by_its_code_without_an_account(village: Village, stranger: Client) -> None:
    a_survey(village, village.school_id)
    page = stranger.get("/survey").form().submit(code="KOIVU-KAA")
    assert page.has("How is it at school?")
    assert page.has("Controller: Rannan kunta")
    assert page.has("You choose whether to answer.")
    assert answer(stranger, "4").has("nobody can tell which are yours")
    with village.ledger.transaction() as transaction:
        rows = transaction.session.scalars(select(ClimateTally).where(ClimateTally.count > 0)).all()
        assert {(row.grade, row.count) for row in rows} == {(4, 1)}
        assert transaction.session.scalars(select(ClimateCode.used)).one() == 1


def test_no_table_ties_an_answer_to_anybody_or_to_a_moment() -> None:
    columns = {column.name for column in ClimateTally.__table__.columns}
    assert columns == {"id", "survey_id", "question", "grade", "count"}
    assert not [key for key in ClimateTally.__table__.foreign_keys if key.column.table.name != "climate_survey"]


def test_nobody_answers_in_words_of_ones_own(village: Village, stranger: Client) -> None:
    """Words tell who wrote them where there are few (COM §4): none are asked for, so that none are there to hide."""
    a_survey(village, village.school_id)
    form = stranger.get("/survey").form().submit(code=CODE).form()
    asked = form.node.all("input", "textarea", when=lambda node: node.get("type") != "hidden")
    assert {(node.tag, node.get("type")) for node in asked} == {("input", "radio")}
    assert len({node.get("name") for node in asked}) == len(questions_for(Audience.PUPILS))


def test_nothing_is_shown_before_the_survey_has_ended_and_everything_after(
    village: Village, visit: Visit, principal: Someone
) -> None:
    a_survey(village, village.school_id)
    fill(village, [4] * 15 + [2] * 6)
    client = visit(principal)
    page = climate(client, village)
    assert page.has("What is answered is shown when the survey has ended.")
    assert not page.has("3.43")
    page = page.form("End the survey: Pupils").submit()
    assert page.has("It is safe to be at our school. 3.43 71%")
    with village.ledger.transaction() as transaction:
        row = transaction.session.scalars(select(IndicatorValue)).one()
        assert (row.code, row.value, row.respondents) == ("climate-liked", 3.43, 21)


def test_fewer_than_twenty_answers_are_not_shown(village: Village, visit: Visit, principal: Someone) -> None:
    a_survey(village, village.school_id)
    fill(village, [4] * 13 + [2] * 6)
    page = climate(visit(principal), village).form("End the survey: Pupils").submit()
    assert page.has("too few to show")
    assert page.has("<20")
    assert not page.has("3.37")


@pytest.mark.parametrize(("grades", "row"), [([4] * 13 + [2] * 6, "too few to show"), ([4] * 15 + [2] * 6, "3.43")])
def test_how_many_answered_is_told_on_the_pages_of_indicators_only_where_the_number_is(
    village: Village, visit: Visit, principal: Someone, grades: list[int], row: str
) -> None:
    a_survey(village, village.school_id)
    fill(village, grades)
    client = visit(principal)
    climate(client, village).form("End the survey: Pupils").submit()
    overview = client.get(f"/communal/{village.school_id}/indicators")
    assert overview.has(row)
    assert overview.has("2026: n = ") is (row == "3.43")
    page = client.get(f"/communal/{village.school_id}/indicators/climate-liked")
    assert page.has(f"2026 {row} – – {'21' if row == '3.43' else '–'} n is how many answered")


def test_no_more_answers_are_taken_than_the_group_has_pupils(village: Village, stranger: Client) -> None:
    a_survey(village, village.school_id, seats=1)
    early = stranger.get(f"/survey/{CODE}")
    answer(stranger, "4")
    assert stranger.get("/survey").form().submit(status=422, code=CODE).has("No survey is open by this code.")
    form = early.form().fill(**{f"secret_{each.code}": "5" for each in questions_for(Audience.PUPILS)})
    assert form.submit().has("No survey is open by this code.")
    with village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(ClimateCode.used)).one() == 1


@pytest.mark.parametrize("code", ["aaaaaaaa", "x", "koivukaa/x"])
def test_a_code_that_is_none_opens_nothing(village: Village, stranger: Client, code: str) -> None:
    a_survey(village, village.school_id)
    page = stranger.get("/survey").form().submit(status=422, code=code)
    assert page.has("No survey is open by this code.")
    assert page.form().data["code"] == code


def test_every_question_is_asked_for_and_no_answer_is_lost(village: Village, stranger: Client) -> None:
    a_survey(village, village.school_id)
    page = stranger.get(f"/survey/{CODE}").form().submit(status=422, secret_safe="4")
    assert page.has("Choose one of the five: I belong.")
    assert page.form().data["secret_safe"] == "4"


def test_a_principal_begins_a_survey_and_hands_out_codes(village: Village, visit: Visit, principal: Someone) -> None:
    client = visit(principal)
    form = climate(client, village).follow("Begin a survey").form().choose(audience="Staff")
    page = form.submit(closes_on="7.12.2026", groups="Opettajat 24\nMuu henkilöstö; 9")
    assert page.has("The survey is open.")
    with village.ledger.transaction() as transaction:
        codes = transaction.session.scalars(select(ClimateCode)).all()
        assert {(row.group_name, row.seats) for row in codes} == {("Opettajat", 24), ("Muu henkilöstö", 9)}
        assert transaction.session.scalars(select(ClimateSurvey.audience)).one() is Audience.STAFF
        given = [row.code for row in codes]
    assert all(page.has(code) for code in given)
    teacher = climate(visit(village.staff(Role.TEACHER, "Oona Rautasalo")), village)
    assert not any(teacher.has(code) for code in given)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"groups": "8A"}, "Write the group and how many are in it"),
        ({"groups": "8A 0"}, "Write the group and how many are in it"),
        ({"groups": "8A 19"}, "There are fewer than 20 people in the groups"),
        ({"groups": "8A 1"}, "of so few nothing is shown. Ask more groups together."),
        ({"groups": "8A 22\n8B 41"}, "No class has more than 40 pupils."),
        ({"closes_on": "22.11.2026"}, "Write a day from today to two months ahead."),
        ({"closes_on": "1.3.2027"}, "Write a day from today to two months ahead."),
    ],
)
def test_a_survey_that_cannot_be_is_refused_in_words(
    village: Village, visit: Visit, principal: Someone, typed: dict[str, str], words: str
) -> None:
    form = visit(principal).get(f"/communal/{village.school_id}/climate/new").form().choose(audience="Pupils")
    form.fill(**({"closes_on": "7.12.2026", "groups": "8A 22"} | typed))
    page = form.submit(status=422)
    assert page.has(words)
    assert page.form().data["groups"] == typed.get("groups", "8A 22")


@pytest.mark.parametrize(
    ("audience", "groups"), [("Pupils", "8A 20\n8B 40"), ("Pupils", "8A 11\n8B 9"), ("Staff", "Kaikki 41")]
)
def test_groups_that_hide_everybody_in_them_are_asked(
    village: Village, visit: Visit, principal: Someone, audience: str, groups: str
) -> None:
    page = visit(principal).get(f"/communal/{village.school_id}/climate/new")
    assert page.has("Write no more places than there are people")
    form = page.form().choose(audience=audience)
    assert form.submit(closes_on="7.12.2026", groups=groups).has("The survey is open.")


def test_seats_are_weighed_as_those_who_are_asked_sit_in_them() -> None:
    assert what_blocks_seats(Audience.PUPILS, [19]) is SeatsLack.FEW
    assert what_blocks_seats(Audience.PUPILS, [20]) is None
    assert what_blocks_seats(Audience.PUPILS, [41]) is SeatsLack.MANY
    assert what_blocks_seats(Audience.PUPILS, [40, 1]) is None
    assert what_blocks_seats(Audience.STAFF, [41]) is None
    assert what_blocks_seats(Audience.STAFF, []) is SeatsLack.FEW


def test_only_who_leads_the_school_begins_and_ends_surveys(village: Village, visit: Visit, principal: Someone) -> None:
    survey_id = a_survey(village, village.school_id)
    teacher = visit(village.staff(Role.TEACHER, "Oona Rautasalo"))
    assert "Begin a survey" not in climate(teacher, village).links
    teacher.get(f"/communal/{village.school_id}/climate/new", status=404)
    assert "Begin a survey" in climate(visit(principal), village).links
    elsewhere = village.another_school("Kaislan koulu")
    other = visit(village.staff(Role.PRINCIPAL, "Pia Kaisla", school_id=elsewhere))
    page = climate(visit(principal), village).form("End the survey: Pupils")
    token = other.get(f"/communal/{elsewhere}/climate/new").form().data["csrf_token"]
    other.post(f"/communal/{village.school_id}/climate/{survey_id}/end", {"csrf_token": token}, status=404)
    assert page.submit().has("The survey has ended")


def test_questions_are_few_and_in_three_languages() -> None:
    assert all(set(each.words) == {"fi", "sv", "en"} for each in all_questions())
    assert all(1 <= len(questions_for(audience)) <= 6 for audience in Audience)


def test_a_survey_is_open_from_its_first_day_to_its_last_and_told_after() -> None:
    first, last = date(2026, 11, 23), date(2026, 11, 30)
    for on, running in ((date(2026, 11, 22), False), (first, True), (last, True), (date(2026, 12, 1), False)):
        assert is_open(first, last, on, is_ended=False) is running
    assert not is_open(first, last, first, is_ended=True)
    assert not may_be_told(last, last, is_ended=False)
    assert may_be_told(last, date(2026, 12, 1), is_ended=False)
    assert may_be_told(last, first, is_ended=True)
    assert is_possible_end(first, last)
    assert not is_possible_end(last, first)


def test_codes_are_long_and_differ() -> None:
    assert len({new_code() for _time in range(50)}) == 50
    assert len(new_code()) == 8
