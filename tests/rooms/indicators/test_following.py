"""A school talks its results through, counts absences without names, and is inspected; lights tell what is left."""

from dataclasses import replace

import pytest
from flask import Flask

from tests.builders import Someone, Village
from tests.builders_indicators import a_discussion, a_result, an_inspection
from tests.client import Client, Page
from tests.clock import Clock
from tests.signing_in import Visit
from welfare.rules.actors import Role
from welfare.rules.discussions import Party


@pytest.fixture
def principal(village: Village) -> Someone:
    return village.staff(Role.PRINCIPAL, "Juha Petäjäniemi")


def unit(client: Client, village: Village, address: str = "") -> Page:
    return client.get(f"/communal/{village.school_id}{address}")


def test_the_light_of_results_goes_from_late_to_good_as_all_are_heard(
    village: Village, visit: Visit, principal: Someone
) -> None:
    a_result(village, village.school_id)
    client = visit(principal)
    assert unit(client, village).has("not yet with: pupils, guardians, staff")
    for party in ("Pupils", "Guardians"):
        form = unit(client, village, "/discussions").follow("Write down a discussion").form()
        form.choose(party=party).fill(results="health_survey-grades_8_9/2025", held_on="20.11.2026", how="Luokan tunti")
        form.submit()
    assert unit(client, village).has("not yet with: staff")
    a_discussion(village, village.school_id, Party.STAFF)
    assert unit(client, village).has("with pupils, guardians and staff")


def test_a_line_written_by_mistake_is_struck_out_and_the_light_goes_back(
    village: Village, visit: Visit, principal: Someone
) -> None:
    a_result(village, village.school_id)
    a_discussion(village, village.school_id)
    client = visit(principal)
    page = unit(client, village, "/discussions")
    assert page.has("Henkilöstökokous")
    page = page.form("Strike out: School Health Promotion study · Grades 8–9 · 2025, Staff").submit()
    assert page.has("The line is struck out.")
    assert not page.has("Henkilöstökokous")


@pytest.mark.parametrize("day", ["31.12.2024", "24.11.2026"])
def test_results_are_not_talked_through_before_they_were_there_nor_tomorrow(
    village: Village, visit: Visit, principal: Someone, day: str
) -> None:
    a_result(village, village.school_id)
    form = unit(visit(principal), village, "/discussions/new").form()
    form.choose(party="Pupils").fill(results="health_survey-grades_8_9/2025", held_on=day, how="Luokan tunti")
    assert form.submit(status=422).has("Write a day between the year of the results and today.")


def test_absences_are_counted_by_category_and_few_are_not_shown(
    village: Village, visit: Visit, principal: Someone
) -> None:
    client = visit(principal)
    form = unit(client, village, "/absences/2026/spring").form()
    form.fill(enrolled="412", pupils_illness="180", hours_illness="2400", pupils_leave="40", hours_leave="300")
    page = form.submit(pupils_unauthorised="3", hours_unauthorised="91")
    assert page.has("Illness 180 2,400 5.8")
    assert page.has("Unauthorised not shown not shown")
    assert page.has("Leave granted not shown not shown")
    assert not page.has("91")
    again = unit(client, village, "/absences/2026/spring").form()
    assert again.data["hours_unauthorised"] == "91", "whoever counts can correct"


def test_the_latest_term_of_absences_stands_on_the_page_of_the_school_and_few_do_not(
    village: Village, visit: Visit, principal: Someone
) -> None:
    client = visit(principal)
    assert unit(client, village).has("Absences All terms Nothing has been counted.")
    form = unit(client, village, "/absences/2026/spring").form()
    form.fill(enrolled="412", pupils_illness="180", hours_illness="2400", pupils_leave="40", hours_leave="300")
    form.submit(pupils_unauthorised="3", hours_unauthorised="91")
    page = unit(client, village)
    assert page.has("Absences, spring term 2026")
    assert page.has("Illness 180 5.8")
    assert page.has("Unauthorised not shown –")
    assert page.has("Leave granted not shown –")
    office = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    assert not office.get(f"/communal/{village.provider_id}").has("Absences")


def test_few_who_were_away_stand_in_the_form_of_nobody_but_their_writer(
    village: Village, visit: Visit, principal: Someone, curator: Someone
) -> None:
    form = unit(visit(principal), village, "/absences/2026/spring").form()
    form.fill(pupils_illness="180", hours_illness="2400", pupils_leave="40", hours_leave="300")
    form.submit(enrolled="412", pupils_unauthorised="3", hours_unauthorised="91")
    client = visit(curator)
    page = unit(client, village, "/absences/2026/spring")
    told = page.form().data
    assert (told["pupils_illness"], told["hours_illness"]) == ("180", "2400"), "what the page shows"
    assert (told["pupils_unauthorised"], told["hours_unauthorised"], told["hours_leave"]) == ("", "", "")
    assert page.has("A number is stored, but not shown to you. Left empty, the field keeps it.")
    page.form().submit(pupils_illness="181")
    own = unit(visit(principal), village, "/absences/2026/spring").form().data
    assert (own["pupils_illness"], own["pupils_unauthorised"], own["hours_unauthorised"]) == ("181", "3", "91")
    assert unit(client, village, "/absences/2026/spring").form().data["hours_unauthorised"] == ""
    unit(client, village, "/absences/2026/spring").form().submit(pupils_unauthorised="0", hours_unauthorised="0")
    assert unit(client, village, "/absences").has("Unauthorised 0 0")
    assert unit(client, village, "/absences").has("Leave granted 40 300"), "it was hidden for the other's sake"


def test_absences_of_a_running_term_are_their_writers_and_can_be_taken_away(
    village: Village, visit: Visit, principal: Someone, curator: Someone, clock: Clock
) -> None:
    form = unit(visit(principal), village, "/absences/2026/autumn").form()
    form.submit(enrolled="412", pupils_illness="180", hours_illness="2400")
    client = visit(curator)
    page = unit(client, village, "/absences/2026/autumn")
    assert page.form().data["pupils_illness"] == ""
    page.form().submit()
    assert unit(visit(principal), village, "/absences/2026/autumn").form().data["pupils_illness"] == "180"
    unit(client, village, "/absences/2026/autumn").form().submit(empties="yes")
    clock.forward(days=60)
    assert unit(visit(principal), village, "/absences").has("Illness 0 0")


def test_absences_of_a_running_term_are_told_when_it_is_over(
    village: Village, visit: Visit, principal: Someone, clock: Clock
) -> None:
    client = visit(principal)
    form = unit(client, village, "/absences/2026/autumn").form()
    page = form.submit(enrolled="412", pupils_illness="180", hours_illness="2400")
    assert page.has("The term is running: its absences are shown when it is over.")
    assert not page.has("2,400")
    assert unit(client, village, "/absences/2026/autumn").form().data["hours_illness"] == "2400", "one's own is told"
    clock.forward(days=60)
    assert unit(visit(principal), village, "/absences").has("Illness 180 2,400 5.8")


@pytest.mark.parametrize(("floor", "is_told"), [(5, True), (50, False)])
def test_the_floor_of_the_house_holds_for_absences(
    app: Flask, village: Village, visit: Visit, principal: Someone, floor: int, *, is_told: bool
) -> None:
    app.extensions["settings"] = replace(app.extensions["settings"], small_number_floor=floor)
    form = unit(visit(principal), village, "/absences/2026/spring").form()
    form.fill(enrolled="412", pupils_illness="180", hours_illness="2400", pupils_leave="40", hours_leave="300")
    page = form.submit()
    assert page.has("Leave granted 40 300") is is_told
    assert page.has(f"A category of fewer than {floor} pupils is not shown")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"pupils_illness": "180"}, "Write both how many pupils and how many hours, or neither."),
        ({"pupils_illness": "413", "hours_illness": "9"}, "More pupils are away in a category than the school has."),
    ],
)
def test_counts_that_cannot_be_are_refused_in_words(
    village: Village, visit: Visit, principal: Someone, typed: dict[str, str], words: str
) -> None:
    form = unit(visit(principal), village, "/absences/2026/autumn").form().fill(enrolled="412", **typed)
    page = form.submit(status=422)
    assert page.has(words)
    assert page.form().data["pupils_illness"] == typed["pupils_illness"]


def test_of_two_who_count_at_once_the_second_is_shown_both(village: Village, visit: Visit, principal: Someone) -> None:
    client = visit(principal)
    first, second = (unit(client, village, "/absences/2026/autumn").form() for _time in range(2))
    first.submit(enrolled="412", pupils_illness="180", hours_illness="2400")
    page = second.submit(status=409, enrolled="412", pupils_illness="181", hours_illness="2400")
    assert page.has("Saved by someone else")
    assert page.has("Illness: pupils: 180")


def test_of_two_who_count_at_once_neither_is_shown_the_others_few(
    village: Village, visit: Visit, principal: Someone, curator: Someone
) -> None:
    late = unit(visit(curator), village, "/absences/2026/spring").form()
    first = unit(visit(principal), village, "/absences/2026/spring").form()
    first.submit(enrolled="412", pupils_unauthorised="3", hours_unauthorised="91")
    page = late.submit(status=409, enrolled="412", pupils_illness="180", hours_illness="2400")
    assert page.has("Unauthorised: hours together: a number is stored")
    assert not page.has("91")


@pytest.mark.parametrize("address", ["2031/autumn", "2027/spring", "2019/autumn"])
def test_there_is_no_term_of_the_future_or_of_long_ago(
    village: Village, visit: Visit, principal: Someone, address: str
) -> None:
    visit(principal).get(f"/communal/{village.school_id}/absences/{address}", status=404)


def test_an_inspection_is_written_down_with_its_defects_and_they_are_mended(
    village: Village, visit: Visit, principal: Someone
) -> None:
    client = visit(principal)
    assert unit(client, village).has("never inspected")
    page = unit(client, village, "/inspections").follow("Write down an inspection")
    page = page.form().submit(held_on="4.3.2026", parties="Ympäristöterveys", findings="Valaistus heikko.")
    page.form().submit(what="Liikuntasalin valaistus", owner="Tilapalvelu", due_on="1.11.2026")
    page = unit(client, village)
    assert page.has("last 4 Mar 2026, next by 4 Mar 2029; one defect open, late 1")
    page = unit(client, village, "/inspections")
    assert page.has("Late")
    page = page.follow("Mended: Liikuntasalin valaistus").form().submit(done_on="20.11.2026", how="Lamput vaihdettiin.")
    assert page.has("Lamput vaihdettiin.")
    assert not unit(client, village).has("one defect open")


def test_a_defect_is_mended_once(village: Village, visit: Visit, principal: Someone) -> None:
    ids = an_inspection(village, village.school_id)
    client = visit(principal)
    address = f"/inspections/{ids['inspection_id']}/defects/{ids['defect_id']}/mend"
    first, second = unit(client, village, address), unit(client, village, address)
    assert first.form().submit(done_on="20.11.2026", how="Lamput.").has("It is written down that the defect is mended.")
    assert second.form().submit(done_on="21.11.2026", how="Muuta.").has("It had been mended already.")
    assert unit(client, village, "/inspections").has("Lamput.")


def test_open_defects_ask_to_be_looked_at_again_after_a_year(
    village: Village, visit: Visit, principal: Someone
) -> None:
    an_inspection(village, village.school_id)
    assert unit(visit(principal), village, "/inspections").has("Look at the open defects again: a year has gone.")


@pytest.mark.parametrize("address", ["/discussions", "/absences", "/inspections"])
def test_a_teacher_reads_and_does_not_write(village: Village, visit: Visit, principal: Someone, address: str) -> None:
    a_result(village, village.school_id)
    client = visit(village.staff(Role.TEACHER, "Oona Rautasalo"))
    unit(client, village, address)
    target = "/2026/autumn" if address == "/absences" else "/new"
    client.get(f"/communal/{village.school_id}{address}{target}", status=404)
    unit(visit(principal), village, address + target)


def test_what_belongs_to_one_school_is_not_found_at_another(village: Village, visit: Visit) -> None:
    elsewhere = village.another_school("Kaislan koulu")
    ids = an_inspection(village, elsewhere)
    client = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    way = f"inspections/{ids['inspection_id']}/defects/new"
    client.get(f"/communal/{village.school_id}/{way}", status=404)
    assert client.get(f"/communal/{elsewhere}/{way}").has("Liikuntasalin valaistus")


@pytest.mark.parametrize("address", ["absences", "inspections"])
def test_offices_are_neither_inspected_nor_absent(village: Village, visit: Visit, address: str) -> None:
    client = visit(village.staff(Role.PROVIDER_COORDINATOR, "Kaisa Koordinaattori"))
    client.get(f"/communal/{village.provider_id}/{address}", status=404)
    client.get(f"/communal/{village.school_id}/{address}")
