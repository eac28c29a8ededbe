"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.communal.loaders import load_unit
from welfare.participation.queries import load_hearing, load_idea

bp = GuardedBlueprint(
    "participation", __name__, subjects={"unit_id": load_unit, "hearing_id": load_hearing, "idea_id": load_idea}
)
UNIT = "/communal/<unit_id:unit>"
