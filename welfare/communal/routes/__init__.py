"""Ways into the communal room."""

from welfare.communal.routes import changing_groups, groups, seats, units
from welfare.communal.routes.blueprint import bp

__all__ = ["bp", "changing_groups", "groups", "seats", "units"]
