"""Ways into the cases room."""

from welfare.cases.routes import drafting, excluding, grouping, leading, listing, proposing, showing, stepping
from welfare.cases.routes.blueprint import bp

__all__ = ["bp", "drafting", "excluding", "grouping", "leading", "listing", "proposing", "showing", "stepping"]
