"""Three school years of a welfare group: its terms, its seats, its meetings and what came of them."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions import GroupTerms, NewSeat, name_group, name_to_seat
from welfare.communal.actions.decisions import Decide, decide_on, end_decision
from welfare.communal.actions.meetings import TimeAndPlace, plan_meeting
from welfare.communal.actions.memos import close_memo, keep_attendance
from welfare.communal.data.tasks import tasks_for
from welfare.communal.loaders import load_unit
from welfare.communal.models import CommunalMeeting, WelfareGroup
from welfare.communal.queries.groups import seats_of
from welfare.communal.queries.meetings import decisions_of_meeting, items_of
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role
from welfare.rules.communal_meetings import DecisionState
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.rules.welfare_groups import Duty, GroupKind, SeatHolder
from welfare.web.seeding.communal_texts import SITTINGS, Decided, Sitting
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe

STAFF = (
    ("karoliina", Role.PRINCIPAL, Duty.CHAIR),
    ("maarit", Role.SPECIAL_TEACHER, Duty.SECRETARY),
    ("marjatta", Role.TEACHER, Duty.MEMBER),
    ("rauno", Role.STUDY_COUNSELLOR, Duty.MEMBER),
    ("elli", Role.CURATOR, Duty.MEMBER),
    ("linda", Role.PSYCHOLOGIST, Duty.MEMBER),
    ("maria", Role.NURSE, Duty.MEMBER),
)
FOUR_WEEKS = timedelta(weeks=4)
PLACE = "Neuvotteluhuone Honka"
GUARDIANS_SEAT = 1
"""A duty that a school may leave undone (turns.py)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Which unit's group it is, who leads it, and which of the cast are to be had."""

    id: UUID
    leader: str
    kind: GroupKind
    seats: tuple[tuple[str, Role, Duty], ...]


def group_of_school(troupe: Troupe, school_id: UUID) -> Thread:
    """The school's group with its meetings."""
    return _of_the_school(troupe, Unit(school_id, "karoliina", GroupKind.SCHOOL, STAFF))


def groups_above(troupe: Troupe, provider_id: UUID, county_id: UUID) -> Iterator[Thread]:
    """The groups of the provider and of the county."""
    services = (("elli", Role.CURATOR, Duty.MEMBER), ("linda", Role.PSYCHOLOGIST, Duty.MEMBER))
    steering = (
        ("matti", Role.PROVIDER_COORDINATOR, Duty.CHAIR),
        ("karoliina", Role.PRINCIPAL, Duty.MEMBER),
        ("maarit", Role.SPECIAL_TEACHER, Duty.SECRETARY),
        *services,
        ("maria", Role.NURSE, Duty.MEMBER),
    )
    yield _of_an_office(troupe, Unit(provider_id, "matti", GroupKind.STEERING, steering))
    regional = (
        ("inger", Role.WELFARE_COORDINATOR, Duty.CHAIR),
        ("matti", Role.PROVIDER_COORDINATOR, Duty.MEMBER),
        *services,
    )
    yield _of_an_office(troupe, Unit(county_id, "inger", GroupKind.REGIONAL, regional))


def _of_the_school(troupe: Troupe, unit: Unit) -> Thread:
    """Terms one after the other, each with its meetings; what lies ahead is planned."""
    yield troupe.at(-49, "9.05")
    with _lead(troupe, unit) as (work, school):
        terms = {year: _name(work, school, troupe, unit, year).id for year in _years(troupe)[-troupe.turn.years :]}
    yield troupe.at(-4, "14.40")
    with _lead(troupe, unit) as (work, school):
        people = {name: player.person_id for name, player in troupe.players.items()}
        for sitting in (each for each in SITTINGS if troupe.turn.has(each.years_ago)):
            year = SchoolYear(_years(troupe)[-1].begins_in - sitting.years_ago)
            group = work.session.get_one(WelfareGroup, terms[year])
            _sit(work, school, group, Sat(sitting, year.day(sitting.month, sitting.day), people))


def _of_an_office(troupe: Troupe, unit: Unit) -> Thread:
    """The group of an office for the running year, and a meeting that it has planned."""
    yield troupe.at(-48, "13.20")
    with _lead(troupe, unit) as (work, office):
        year = _years(troupe)[-1]
        group = _name(work, office, troupe, unit, year)
        day = max(troupe.diary.day(9), year.starts_on)
        plan_meeting(work, group, _when(day), ("Palvelujen saatavuus kouluissa", "Tillgången till tjänster i skolorna"))


@dataclass(frozen=True, slots=True)
class Sat:
    """A sitting on its day."""

    sitting: Sitting
    day: date
    people: Mapping[str, UUID]


def _sit(work: UnitOfWork, school: Organisation, group: WelfareGroup, sat: Sat) -> None:
    meeting = plan_meeting(work, group, _when(sat.day), sat.sitting.theme)
    if sat.day >= work.facts.on or not sat.sitting.said:
        return
    said = sat.sitting.said
    for item in items_of(work.session, meeting.id):
        item.text_fi, item.text_sv = said.get(item.kind, ("", ""))
    present = {SeatHolder.PUPILS: sat.sitting.pupils, SeatHolder.GUARDIANS: sat.sitting.guardians}
    seats = seats_of(work.session, [group.id])
    keep_attendance(work, meeting, {seat.id: min(seat.places, present.get(seat.holder, 1)) for seat in seats})
    for decided in sat.sitting.decided:
        _decide(work, school, meeting, sat, decided)
    items = [item.id for item in items_of(work.session, meeting.id) if item.is_public]
    close_memo(work, meeting, items, [row.id for row in decisions_of_meeting(work.session, meeting.id)[:1]])
    meeting.finalised_at = meeting.ends_at + timedelta(days=1)


def _decide(work: UnitOfWork, school: Organisation, meeting: CommunalMeeting, sat: Sat, decided: Decided) -> None:
    due_on = sat.day + FOUR_WEEKS
    owner_id = sat.people.get(decided.by, sat.people["karoliina"])
    command = Decide(what_fi=decided.what[0], what_sv=decided.what[1], owner_id=owner_id, due_on=due_on)
    decision = decide_on(work, school, meeting, command)
    if decided.outcome:
        state = DecisionState.DONE if decided.is_done else DecisionState.UNDONE
        end_decision(work, decision, state, decided.outcome)
        decision.ended_on = due_on - timedelta(days=3)


def _name(work: UnitOfWork, unit: Organisation, troupe: Troupe, of: Unit, year: SchoolYear) -> WelfareGroup:
    tasks_fi, tasks_sv = tasks_for(of.kind, unit)
    terms = GroupTerms(
        begins_on=year.starts_on,
        ends_on=year.ends_on,
        tasks_fi=tasks_fi,
        tasks_sv=tasks_sv,
        decision=f"{year.begins_in % 100} § / {year.begins_in}",
    )
    group = name_group(work, unit, of.kind, terms)
    for name, role, duty in (each for each in of.seats if each[0] in troupe.players):
        person_id = troupe.players[name].person_id
        seat = NewSeat(holder=SeatHolder.STAFF, person_id=person_id, role=role, duty=duty, begins_on=year.starts_on)
        name_to_seat(work, unit, group, seat)
    chosen = ((SeatHolder.PUPILS, "Oppilaskunta valitsee"), (SeatHolder.GUARDIANS, "Vanhempainyhdistys valitsee"))
    for holder, how in chosen[:1] if troupe.turn.leaves_out(GUARDIANS_SEAT) else chosen:
        name_to_seat(work, unit, group, NewSeat(holder=holder, how_chosen=how, places=2, begins_on=year.starts_on))
    return group


def _lead(troupe: Troupe, unit: Unit) -> AbstractContextManager[tuple[UnitOfWork, Any]]:
    asked = Asked("unit", load_unit, unit.id)
    return troupe.stage.scene(troupe.players[unit.leader].id, Permission.COMMUNITY_LEAD, asked)


def _years(troupe: Troupe) -> tuple[SchoolYear, SchoolYear, SchoolYear]:
    running = school_year_of(troupe.diary.today)
    return running.before.before, running.before, running


def _when(day: date) -> TimeAndPlace:
    begins = datetime.combine(day, time(14, 15), HOME_ZONE)
    return TimeAndPlace(starts_at=begins, ends_at=begins + timedelta(minutes=75), place=PLACE)
