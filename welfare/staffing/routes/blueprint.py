"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.staffing.queries import load_place

bp = GuardedBlueprint("staffing", __name__, subjects={"place_id": load_place})
STAFFING = "/communal/<unit_id:unit>/staffing"
