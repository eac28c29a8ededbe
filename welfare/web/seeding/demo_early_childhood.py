"""A day-care centre of the municipality: no pupils and no student welfare, and much that it does together (COM F31)."""

from datetime import date, timedelta
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.actions import GroupTerms, NewSeat, name_group, name_to_seat
from welfare.communal.data.tasks import tasks_for
from welfare.communal.loaders import load_unit
from welfare.organisations.actions.organisations import SchoolTraits, add_school
from welfare.organisations.models import Organisation
from welfare.rules.actors import Role
from welfare.rules.permissions import Permission
from welfare.rules.school_years import SchoolYear, school_year_of
from welfare.rules.statutory_plans import PlanKind
from welfare.rules.unit_types import UnitType
from welfare.rules.welfare_groups import Duty, GroupKind, SeatHolder
from welfare.web.seeding.demo_programmes import Carrying
from welfare.web.seeding.demo_school_year import keep_clock
from welfare.web.seeding.demo_statutory import Decided, approved
from welfare.web.seeding.demo_year_plans import write_plans
from welfare.web.seeding.director import Thread
from welfare.web.seeding.early_childhood_texts import NAME, PROGRAMMES, PROTECTION, SHORT_NAME, YEAR
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Player, Troupe
from welfare.web.seeding.turns import ALL_YEARS, Turn

LEAD, CODE = "matti", "90"


def grown(troupe: Troupe, provider_id: UUID) -> Thread:
    """Entered by hand, for no roster has a class of it; the provider's coordinator leads what it does."""
    yield troupe.at(-51, "9.40")
    with troupe.stage.behind_the_scenes() as work:
        unit_id = _opened(work, provider_id)
    lead, running = troupe.players[LEAD], school_year_of(troupe.diary.today)
    yield troupe.at(-45, "12.30")
    asked = Asked("unit", load_unit, unit_id)
    with troupe.stage.scene(lead.id, Permission.COMMUNITY_LEAD, asked) as (work, unit):
        _name(work, unit, running, lead)
        for year in (running.before, running):
            keep_clock(work, unit, year, troupe.diary.today)
        write_plans(work, unit, troupe, {}, [YEAR])
        autumn = min(date(running.begins_in, 8, 20), troupe.diary.today - timedelta(days=1))
        approved(work, unit, Decided(PlanKind.PROTECTION_PLAN, 1, autumn, "Sivistyslautakunta"), PROTECTION)
    yield troupe.at(-28, "9.10")
    Carrying(troupe.stage, unit_id, lead.id, {LEAD: lead.id}, Turn(years=ALL_YEARS), PROGRAMMES).play()


def _opened(work: UnitOfWork, provider_id: UUID) -> UUID:
    provider = work.session.get_one(Organisation, provider_id)
    traits = SchoolTraits(
        name_fi=NAME[0],
        name_sv=NAME[1],
        short_name=SHORT_NAME,
        official_code=f"{provider.municipality_code}{CODE}",
        unit_type=UnitType.EARLY_CHILDHOOD,
        teaching_languages=("fi", "sv"),
    )
    return add_school(work, provider, traits).id


def _name(work: UnitOfWork, unit: Organisation, year: SchoolYear, lead: Player) -> None:
    tasks_fi, tasks_sv = tasks_for(GroupKind.SCHOOL, unit)
    terms = GroupTerms(
        begins_on=year.starts_on,
        ends_on=year.ends_on,
        tasks_fi=tasks_fi,
        tasks_sv=tasks_sv,
        decision=f"{year.begins_in % 100} § / {year.begins_in}",
    )
    group, begins = name_group(work, unit, GroupKind.SCHOOL, terms), year.starts_on
    seats = (
        NewSeat(
            holder=SeatHolder.STAFF,
            person_id=lead.person_id,
            role=Role.PROVIDER_COORDINATOR,
            duty=Duty.CHAIR,
            begins_on=begins,
        ),
        NewSeat(holder=SeatHolder.GUARDIANS, how_chosen="Vanhempainilta valitsee", places=3, begins_on=begins),
        NewSeat(holder=SeatHolder.PARTNER, partner="Lastenneuvola", places=1, begins_on=begins),
        NewSeat(holder=SeatHolder.PARTNER, partner="Perhekeskus", places=1, begins_on=begins),
    )
    for seat in seats:
        name_to_seat(work, unit, group, seat)
