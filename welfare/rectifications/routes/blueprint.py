"""The room's blueprints and their loaders: what clients of a service ask for is there only where their records are."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.rectifications.queries import load_at_desk, load_in_case, load_in_client

bp = GuardedBlueprint(
    "rectifications",
    __name__,
    subjects={
        "desk_rectification_id": load_at_desk,
        "rectification_id": load_in_case,
    },
)
of_clients = GuardedBlueprint("client_rectifications", __name__, subjects={"client_rectification_id": load_in_client})
