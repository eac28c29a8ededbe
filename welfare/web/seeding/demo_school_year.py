"""Three school years of communal work in a school: clocks carried on, done and late."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.loaders import load_unit
from welfare.organisations.models import Organisation
from welfare.rules.annual_clock import Bearer, Owner
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.school_year.actions.clock import TaskText, add_task, change_task, start_clock, text_of
from welfare.school_year.models import ClockTask
from welfare.school_year.queries.clock import tasks_of
from welfare.web.seeding.demo_statutory import write_statutory
from welfare.web.seeding.demo_year_plans import write_plans
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

LEADER = "karoliina"
LEFT_UNDONE = frozenset({"safety_walk"})
A_FEW_DAYS = timedelta(days=6)


def school_years(troupe: Troupe, school_id: UUID) -> Thread:
    """The principal keeps clock and plans; what lies before the play is put in with the days it was done on."""
    yield troupe.at(-50, "8.20")
    unit = Asked("unit", load_unit, school_id)
    people = {name: player.person_id for name, player in troupe.players.items()}
    with troupe.stage.scene(troupe.players[LEADER].id, Permission.COMMUNITY_WRITE, unit) as (work, school):
        write_clocks(work, school, troupe, people)
        write_plans(work, school, troupe, people)
        write_statutory(work, school, troupe)


def write_clocks(work: UnitOfWork, unit: Organisation, troupe: Troupe, people: Mapping[str, UUID]) -> None:
    """The year that is running and those before it."""
    today = troupe.diary.today
    running = school_year_of(today)
    for year in (running.before.before, running.before, running)[-troupe.turn.years :]:
        start_clock(work, unit, year)
        _change(work, unit, year, people)
        _do(work, unit, year, today)
    work.session.flush()


def keep_clock(work: UnitOfWork, unit: Organisation, year: SchoolYear, today: date) -> None:
    """A year as it is shipped, with what has been done of it."""
    start_clock(work, unit, year)
    _do(work, unit, year, today)
    work.session.flush()


def _do(work: UnitOfWork, unit: Organisation, year: SchoolYear, today: date) -> None:
    running = school_year_of(today)
    for task in tasks_of(work.session, unit.id, year):
        is_left = task.template in LEFT_UNDONE and year == running
        if task.due_on < today and not is_left:
            task.done_on = max(year.starts_on, task.due_on - A_FEW_DAYS)


def _change(work: UnitOfWork, unit: Organisation, year: SchoolYear, people: Mapping[str, UUID]) -> None:
    """What a school does otherwise than the template, and otherwise each year."""
    tasks = {task.template: task for task in tasks_of(work.session, unit.id, year)}
    running = school_year_of(work.facts.on)
    if year == running.before:
        week = TaskText(
            title_fi="Hyvän mielen viikko tukioppilaiden kanssa",
            title_sv="Må bra-vecka med stödeleverna",
            month=2,
            day=12,
            owner=_named(people, "maarit", Bearer.SPECIAL_TEACHER),
            note="Teemat päättää oppilaskunta tammikuussa.",
        )
        add_task(work, unit, year, week)
    if year == running:
        otherwise: Mapping[str, Mapping[str, Any]] = {
            "hobby_survey": {"month": 11, "day": 13},
            "self_control": {"owner": _named(people, LEADER, Bearer.PRINCIPAL), "day": 18},
            "move": {"owner": _named(people, "maria", Bearer.NURSE), "day": 25},
            "transitions": {"owner": _named(people, "rauno", Bearer.STUDY_COUNSELLOR)},
        }
        for template in otherwise.keys() & tasks.keys():
            _move(work, unit, tasks[template], **otherwise[template])


def _move(work: UnitOfWork, unit: Organisation, task: ClockTask, **changes: Any) -> None:  # noqa: ANN401 - any field of a task
    change_task(work, unit, task, replace(text_of(task), **changes), task.revision)


def _named(people: Mapping[str, UUID], name: str, otherwise: Bearer) -> Owner:
    return Owner(person_id=people[name]) if name in people else Owner(bearer=otherwise)
