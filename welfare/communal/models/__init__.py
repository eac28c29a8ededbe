"""Tables of the communal room."""

from welfare.communal.models.groups import GroupSeat, WelfareGroup
from welfare.communal.models.meetings import (
    AgendaItem,
    CommunalAttendance,
    CommunalDecision,
    CommunalMeeting,
    MemoAddition,
)

__all__ = [
    "AgendaItem",
    "CommunalAttendance",
    "CommunalDecision",
    "CommunalMeeting",
    "GroupSeat",
    "MemoAddition",
    "WelfareGroup",
]
