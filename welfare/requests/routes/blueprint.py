"""The blueprint of the room, and the things its addresses name."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.people.queries import load_student
from welfare.requests.queries.loading import load_request, load_talk, load_task

bp = GuardedBlueprint(
    "requests",
    __name__,
    subjects={
        "student_id": load_student,
        "request_id": load_request,
        "talk_id": load_talk,
        "task_id": load_task,
        "own_request_id": load_request,
        "own_talk_id": load_talk,
    },
)
