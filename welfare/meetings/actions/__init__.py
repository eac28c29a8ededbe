"""The verbs of the meetings room."""

from welfare.meetings.actions.attending import attendees_of, draw_up_attendees
from welfare.meetings.actions.planning import (
    ItemRefusedError,
    PlanMeeting,
    add_item,
    call_off,
    move,
    number_in_matter,
    plan_meeting,
    remove_item,
    reorder,
)

__all__ = [
    "ItemRefusedError",
    "PlanMeeting",
    "add_item",
    "attendees_of",
    "call_off",
    "draw_up_attendees",
    "move",
    "number_in_matter",
    "plan_meeting",
    "remove_item",
    "reorder",
]
