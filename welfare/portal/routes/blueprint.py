"""The room's blueprint and its loader."""

from flask import Response
from werkzeug.wrappers import Response as BaseResponse

from welfare.access.blueprint import GuardedBlueprint
from welfare.portal.queries import (
    load_own_case,
    load_own_prohibition,
    load_own_seat,
    load_own_student,
    load_own_words,
)

OWN = "/own/<own_student_id:student>"
Answer = Response | BaseResponse | str

bp = GuardedBlueprint(
    "portal",
    __name__,
    subjects={
        "own_student_id": load_own_student,
        "own_case_id": load_own_case,
        "own_words_id": load_own_words,
        "own_prohibition_id": load_own_prohibition,
        "own_seat_id": load_own_seat,
    },
)
