"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.communal.loaders import load_unit
from welfare.communal.queries.groups import load_group, load_seat

bp = GuardedBlueprint(
    "communal", __name__, subjects={"unit_id": load_unit, "welfare_group_id": load_group, "seat_id": load_seat}
)
