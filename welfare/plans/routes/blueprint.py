"""The room's blueprint and its loaders; whatever lies within a matter is looked for within it."""

from flask import Response
from werkzeug.wrappers import Response as BaseResponse

from welfare.access.blueprint import GuardedBlueprint
from welfare.plans.queries import load_goal, load_own_plan, load_plan_measure, load_version

PLAN = "/cases/<case_id:case>/plan"
OWN = "/plans/<own_plan_id:plan>"
Answer = Response | BaseResponse | str

bp = GuardedBlueprint(
    "plans",
    __name__,
    subjects={
        "version_id": load_version,
        "goal_id": load_goal,
        "plan_measure_id": load_plan_measure,
        "own_plan_id": load_own_plan,
    },
)
