"""Tables of the meetings room."""

from welfare.meetings.models.feed import CalendarFeed
from welfare.meetings.models.meeting import Attendee, Meeting, MeetingItem
from welfare.meetings.models.minutes import Amendment, Measure, MinuteSection

__all__ = ["Amendment", "Attendee", "CalendarFeed", "Measure", "Meeting", "MeetingItem", "MinuteSection"]
