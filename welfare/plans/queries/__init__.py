"""Finding plans and what belongs to them. Who may read them is asked of their matter."""

from welfare.plans.queries.loading import (
    facts_of_measure,
    load_goal,
    load_own_plan,
    load_plan_measure,
    load_version,
)
from welfare.plans.queries.rows import (
    goals_of,
    measures_of,
    newest_version,
    own_plans,
    plan_of,
    ratings_of,
    version_numbered,
    versions_of,
)

__all__ = [
    "facts_of_measure",
    "goals_of",
    "load_goal",
    "load_own_plan",
    "load_plan_measure",
    "load_version",
    "measures_of",
    "newest_version",
    "own_plans",
    "plan_of",
    "ratings_of",
    "version_numbered",
    "versions_of",
]
