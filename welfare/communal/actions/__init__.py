"""The verbs of the communal room."""

from welfare.communal.actions.groups import GroupTerms, StaleGroupError, TermRefusedError, change_group, name_group
from welfare.communal.actions.seats import (
    NewSeat,
    NotOfTheStaffError,
    SeatRefusedError,
    end_seat,
    name_to_seat,
)
from welfare.communal.actions.succession import follow_group

__all__ = [
    "GroupTerms",
    "NewSeat",
    "NotOfTheStaffError",
    "SeatRefusedError",
    "StaleGroupError",
    "TermRefusedError",
    "change_group",
    "end_seat",
    "follow_group",
    "name_group",
    "name_to_seat",
]
