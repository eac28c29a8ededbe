"""What the demonstration's county steers with: its regional plan."""

from uuid import UUID

from welfare.communal.loaders import load_unit
from welfare.rules.permissions import Permission
from welfare.web.seeding.demo_statutory import write_regional
from welfare.web.seeding.director import Thread
from welfare.web.seeding.stage import Asked
from welfare.web.seeding.troupe import Troupe


def steered(troupe: Troupe, county_id: UUID) -> Thread:
    """By the coordinator of the county, some weeks ago."""
    yield troupe.at(-46, "10.15")
    asked = Asked("unit", load_unit, county_id)
    with troupe.stage.scene(troupe.players["inger"].id, Permission.COMMUNITY_LEAD, asked) as (work, county):
        write_regional(work, county, troupe.diary.today)
