"""Ways into the meetings room."""

from welfare.meetings.routes import (
    agenda,
    amending,
    feed,
    finalising,
    inviting,
    locking,
    measures,
    minutes,
    planning,
    printing,
    replying,
    running,
    showing,
)
from welfare.meetings.routes.blueprint import bp

__all__ = [
    "agenda",
    "amending",
    "bp",
    "feed",
    "finalising",
    "inviting",
    "locking",
    "measures",
    "minutes",
    "planning",
    "printing",
    "replying",
    "running",
    "showing",
]
