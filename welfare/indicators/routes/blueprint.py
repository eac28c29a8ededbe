"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint

bp = GuardedBlueprint("indicators", __name__)
UNIT = "/communal/<unit_id:unit>"
