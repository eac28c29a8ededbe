"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.datarights.queries import load_data_subject, load_log_request

bp = GuardedBlueprint(
    "datarights",
    __name__,
    subjects={"log_request_id": load_log_request, "data_subject_id": load_data_subject},
)
