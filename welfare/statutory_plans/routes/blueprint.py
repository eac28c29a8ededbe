"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.communal.loaders import load_unit
from welfare.statutory_plans.queries import load_version

bp = GuardedBlueprint("statutory_plans", __name__, subjects={"unit_id": load_unit, "plan_version_id": load_version})
