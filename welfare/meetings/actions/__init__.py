"""The verbs of the meetings room."""

from welfare.meetings.actions.agenda import (
    AgendaClosedError,
    ItemRefusedError,
    add_item,
    remove_item,
    reorder,
    set_minutes,
)
from welfare.meetings.actions.attending import attendees_of, draw_up_attendees
from welfare.meetings.actions.candidates import Candidate, candidates_of
from welfare.meetings.actions.finalising import Finalise, UnfinishedError, finalise
from welfare.meetings.actions.inviting import invite, leave_out
from welfare.meetings.actions.minuting import (
    MeasureLine,
    MinutesClosedError,
    StaleTextError,
    save_measure,
    save_section,
    set_next_meeting,
)
from welfare.meetings.actions.planning import PlanMeeting, call_off, move, number_in_matter, plan_meeting
from welfare.meetings.actions.replying import GiveReply, give_reply
from welfare.meetings.actions.running import NotAdmittedError, begin, end, set_presence, take_up

__all__ = [
    "AgendaClosedError",
    "Candidate",
    "Finalise",
    "GiveReply",
    "ItemRefusedError",
    "MeasureLine",
    "MinutesClosedError",
    "NotAdmittedError",
    "PlanMeeting",
    "StaleTextError",
    "UnfinishedError",
    "add_item",
    "attendees_of",
    "begin",
    "call_off",
    "candidates_of",
    "draw_up_attendees",
    "end",
    "finalise",
    "give_reply",
    "invite",
    "leave_out",
    "move",
    "number_in_matter",
    "plan_meeting",
    "remove_item",
    "reorder",
    "save_measure",
    "save_section",
    "set_minutes",
    "set_next_meeting",
    "set_presence",
    "take_up",
]
