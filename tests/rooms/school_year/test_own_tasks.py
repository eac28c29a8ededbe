"""Whoever has a task of the clock sees it on the worklist and tells that it is done, without a seat in the group."""

from datetime import date

from tests.builders import Someone, Village
from tests.builders_school_year import YEAR, a_task
from tests.signing_in import Visit
from welfare.rules.actors import Role
from welfare.rules.annual_clock import Bearer


def test_a_colleague_with_a_task_finds_it_on_the_worklist_and_ticks_it(
    village: Village, visit: Visit, teacher: Someone
) -> None:
    a_task(village, "Turvallisuuskävely", month=10, owner=teacher)
    a_task(village, "Vanhempainilta", month=10, owner=Bearer.PRINCIPAL)
    client = visit(teacher)
    front = client.get("/")
    assert front.has("Turvallisuuskävely")
    assert not front.has("Vanhempainilta")
    page = front.follow("Turvallisuuskävely: Koivurannan koulu")
    page = page.form("Done: Turvallisuuskävely").submit()
    assert page.has("1 of 2 tasks are done.")
    assert not client.get("/").has("Turvallisuuskävely")
    assert page.form("Not done after all: Turvallisuuskävely").submit().has("0 of 2 tasks are done.")


def test_who_holds_the_post_that_bears_a_task_ticks_it_and_nobody_else_does(
    village: Village, visit: Visit, teacher: Someone
) -> None:
    a_task(village, "Move!-palautteet", owner=Bearer.NURSE)
    clock = f"/communal/{village.school_id}/clock"
    nurse = visit(village.staff(Role.NURSE, "Mirja Kanervala"))
    assert nurse.get("/").has("Move!-palautteet")
    other = visit(teacher)
    assert not other.get("/").has("Move!-palautteet")
    page = other.get(f"{clock}/{YEAR}")
    assert page.has("Move!-palautteet")
    assert not [form for form in page.forms if "Done" in form.node.text]
    assert nurse.get(f"{clock}/{YEAR}").form("Done: Move!-palautteet").submit().has("1 of 1 tasks are done.")


def test_an_owner_words_no_task_anew_and_sees_nothing_before_its_month(
    village: Village, visit: Visit, teacher: Someone
) -> None:
    task = a_task(village, "Arviointi", month=5, owner=teacher)
    client = visit(teacher)
    assert not client.get("/").has("Arviointi")
    client.get(f"/communal/{village.school_id}/clock/tasks/{task}", status=404)


def test_a_task_that_is_done_already_waits_for_nobody(village: Village, visit: Visit, teacher: Someone) -> None:
    a_task(village, "Tehty", month=10, owner=teacher, done_on=date(2026, 10, 20))
    assert not visit(teacher).get("/").has("Tehty")
