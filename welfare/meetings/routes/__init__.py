"""Ways into the meetings room."""

from welfare.meetings.routes import inviting, planning, replying, showing
from welfare.meetings.routes.blueprint import bp

__all__ = ["bp", "inviting", "planning", "replying", "showing"]
