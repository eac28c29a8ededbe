"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.communal.loaders import load_unit
from welfare.insight.queries import load_review

bp = GuardedBlueprint("insight", __name__, subjects={"unit_id": load_unit, "signed_id": load_review})
