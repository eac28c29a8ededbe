"""The plan of the matrix's matter."""

from collections.abc import Mapping
from uuid import UUID

from tests.builders import Someone, Village
from tests.builders_journal import Matter
from tests.builders_plans import a_plan
from welfare.plans.actions import Party
from welfare.plans.models import Plan
from welfare.plans.queries import newest_version


def plan_things(village: Village, case_id: UUID, people: Mapping[str, Someone]) -> dict[str, UUID]:
    """What the group has agreed on with Aada: a goal, and a measure that Mirja carries out and Oona follows up."""
    aada, saara, mirja = people["aada_herself"], people["saara_curator"], people["mirja_nurse"]
    matter = Matter(village, case_id, aada, people["aadas_guardian"], saara, mirja)
    parties = (Party(mirja.account_id), Party(people["oona_own_teacher"].account_id))
    planned = a_plan(matter, parties={(1, 1): parties})
    with village.work() as work:
        version = newest_version(work.session, work.session.get_one(Plan, planned.plan_id))
        return {
            "version_id": version.id,
            "goal_id": planned.goal_id,
            "plan_measure_id": planned.measure_id,
            "own_plan_id": planned.plan_id,
        }
