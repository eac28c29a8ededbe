"""Ways into the meetings room."""

from welfare.meetings.routes import feed, inviting, planning, replying, showing
from welfare.meetings.routes.blueprint import bp

__all__ = ["bp", "feed", "inviting", "planning", "replying", "showing"]
