"""The room's blueprint, and the loaders of what its routes name."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.people.roster.queries import load_delivery, load_review

bp = GuardedBlueprint(
    "people",
    __name__,
    subjects={"delivery_id": load_delivery, "review_id": load_review},
)
