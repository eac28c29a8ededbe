"""Ways into the meetings room."""

from welfare.meetings.routes import planning, showing
from welfare.meetings.routes.blueprint import bp

__all__ = ["bp", "planning", "showing"]
