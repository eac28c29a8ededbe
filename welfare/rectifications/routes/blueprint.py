"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.rectifications.queries import load_at_desk, load_in_case, load_in_client

bp = GuardedBlueprint(
    "rectifications",
    __name__,
    subjects={
        "desk_rectification_id": load_at_desk,
        "rectification_id": load_in_case,
        "client_rectification_id": load_in_client,
    },
)
