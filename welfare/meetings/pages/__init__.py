"""What templates are handed; plaintext is opened here and nowhere else."""

from welfare.meetings.pages.calendar import MeetingCalendar
from welfare.meetings.pages.inviting import InvitationDesk
from welfare.meetings.pages.meeting import MeetingPage
from welfare.meetings.pages.planning import busy_names, led_matters, meeting_place

__all__ = ["InvitationDesk", "MeetingCalendar", "MeetingPage", "busy_names", "led_matters", "meeting_place"]
