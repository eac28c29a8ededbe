"""Ways to one's own clients: lists, files, writing, correcting, appointments, hand-overs, covers."""

from welfare.service_notes.routes import (
    appointing,
    beginning,
    correcting,
    covering,
    drafts,
    handing,
    listing,
    printing,
    showing,
    taking_over,
    writing,
)
from welfare.service_notes.routes.blueprint import bp

__all__ = [
    "appointing",
    "beginning",
    "bp",
    "correcting",
    "covering",
    "drafts",
    "handing",
    "listing",
    "printing",
    "showing",
    "taking_over",
    "writing",
]
