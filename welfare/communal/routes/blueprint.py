"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.communal.loaders import load_unit

bp = GuardedBlueprint("communal", __name__, subjects={"unit_id": load_unit})
