"""What may be typed, and what is said when it is wrong."""

from welfare.meetings.forms.inviting import InviteForm, LeaveOutForm
from welfare.meetings.forms.planning import CallOffForm, MoveForm, PlanForm
from welfare.meetings.forms.replying import ReplyForm, ReplyToldForm

__all__ = ["CallOffForm", "InviteForm", "LeaveOutForm", "MoveForm", "PlanForm", "ReplyForm", "ReplyToldForm"]
