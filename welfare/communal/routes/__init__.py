"""Ways into the communal room."""

from welfare.communal.routes import units
from welfare.communal.routes.blueprint import bp

__all__ = ["bp", "units"]
