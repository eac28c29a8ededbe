"""Ways into the meetings room."""

from welfare.meetings.routes import feed, finalising, inviting, measures, minutes, planning, replying, running, showing
from welfare.meetings.routes.blueprint import bp

__all__ = ["bp", "feed", "finalising", "inviting", "measures", "minutes", "planning", "replying", "running", "showing"]
