"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.retention.queries import load_hold, load_keeper, load_run

KEEPER = "/retention/<keeper_id:keeper>"
RUN = "/retention/runs/<retention_run_id:run>"
HOLD = "/retention/holds/<retention_hold_id:hold>"
bp = GuardedBlueprint(
    "retention",
    __name__,
    subjects={"keeper_id": load_keeper, "retention_run_id": load_run, "retention_hold_id": load_hold},
)
