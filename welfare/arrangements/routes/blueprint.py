"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.arrangements.queries import load_arrangement, load_use

bp = GuardedBlueprint(
    "arrangements",
    __name__,
    subjects={"arrangement_id": load_arrangement, "use_id": load_use},
)
