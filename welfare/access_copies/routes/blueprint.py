"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.access_copies.queries import load_access_copy, load_copy_part, load_own_copy

bp = GuardedBlueprint(
    "access_copies",
    __name__,
    subjects={
        "access_copy_id": load_access_copy,
        "copy_part_id": load_copy_part,
        "own_copy_id": load_own_copy,
    },
)
ONE = "/rights/copies/<access_copy_id:asked>"
