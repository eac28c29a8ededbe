"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.indicators.queries import load_import

bp = GuardedBlueprint("indicators", __name__, subjects={"import_id": load_import})
UNIT = "/communal/<unit_id:unit>"
