"""Ways into the communal room."""

from welfare.communal.routes import (
    agendas,
    changing_groups,
    closing,
    decisions,
    groups,
    meetings,
    memos,
    seats,
    units,
)
from welfare.communal.routes.blueprint import bp

__all__ = [
    "agendas",
    "bp",
    "changing_groups",
    "closing",
    "decisions",
    "groups",
    "meetings",
    "memos",
    "seats",
    "units",
]
