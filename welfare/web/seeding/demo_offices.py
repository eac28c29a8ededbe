"""Three school years of communal work above the schools: clocks and plans of a provider and of its county."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from welfare.communal.loaders import load_unit
from welfare.rules.permissions import Permission
from welfare.rules.school_years import school_year_of
from welfare.rules.statutory_plans import PlanKind
from welfare.web.seeding.demo_school_year import keep_clock
from welfare.web.seeding.demo_statutory import Decided, approved
from welfare.web.seeding.demo_year_plans import write_plans
from welfare.web.seeding.director import Thread
from welfare.web.seeding.office_texts import CHILDREN_PLAN, PROVIDER_PLAN, Both
from welfare.web.seeding.office_year_texts import COUNTY_YEARS, PROVIDER_YEARS
from welfare.web.seeding.regional_texts import REGIONAL
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe
from welfare.web.seeding.year_plan_texts import Year

Plans = Sequence[tuple[PlanKind, Mapping[str, Both], str]]
"""Kind, words, and who approved it, one after the other."""
DECIDED_ON = ((3, 4), (6, 11))


def steered(troupe: Troupe, provider_id: UUID, county_id: UUID) -> Iterator[Thread]:
    """Each office by whoever leads it."""
    council, board = "Valtuusto", "Sivistyslautakunta"
    provider = [(PlanKind.CHILDREN_PLAN, CHILDREN_PLAN, council), (PlanKind.PROVIDER_PLAN, PROVIDER_PLAN, board)]
    yield _steered(troupe, "matti", provider_id, provider, PROVIDER_YEARS)
    council = "Aluevaltuusto"
    county = [(PlanKind.REGIONAL_PLAN, REGIONAL, council), (PlanKind.CHILDREN_PLAN, CHILDREN_PLAN, council)]
    yield _steered(troupe, "inger", county_id, county, COUNTY_YEARS)


def _steered(troupe: Troupe, leader: str, unit_id: UUID, plans: Plans, years: Sequence[Year]) -> Thread:
    yield troupe.at(-47, "10.15")
    running, asked = school_year_of(troupe.diary.today), Asked("unit", load_unit, unit_id)
    with troupe.stage.scene(troupe.players[leader].id, Permission.COMMUNITY_WRITE, asked) as (work, office):
        for year in (running.before.before, running.before, running):
            keep_clock(work, office, year, troupe.diary.today)
        write_plans(work, office, troupe, {}, years)
        for (kind, words, by), day in zip(plans, DECIDED_ON, strict=True):
            approved(work, office, Decided(kind, 1, date(running.begins_in - 1, *day), by), words)
