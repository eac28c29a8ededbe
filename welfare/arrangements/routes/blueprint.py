"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.arrangements.queries import CATALOGUE, load_use

bp = GuardedBlueprint(
    "arrangements",
    __name__,
    subjects={"arrangement_id": CATALOGUE.load, "use_id": load_use},
)
