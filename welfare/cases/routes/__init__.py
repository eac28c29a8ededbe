"""Ways into the cases room."""

from welfare.cases.routes import excluding, grouping, listing, proposing, showing, stepping
from welfare.cases.routes.blueprint import bp

__all__ = ["bp", "excluding", "grouping", "listing", "proposing", "showing", "stepping"]
