"""The verbs of the meetings room."""

from welfare.meetings.actions.attending import attendees_of, draw_up_attendees
from welfare.meetings.actions.candidates import Candidate, candidates_of
from welfare.meetings.actions.inviting import invite, leave_out
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
from welfare.meetings.actions.replying import GiveReply, give_reply

__all__ = [
    "Candidate",
    "GiveReply",
    "ItemRefusedError",
    "PlanMeeting",
    "add_item",
    "attendees_of",
    "call_off",
    "candidates_of",
    "draw_up_attendees",
    "give_reply",
    "invite",
    "leave_out",
    "move",
    "number_in_matter",
    "plan_meeting",
    "remove_item",
    "reorder",
]
