"""Reads of the meetings room; every list takes the actor."""

from welfare.meetings.queries.loading import load_attendee, load_item, load_measure, load_meeting, loader_within_item
from welfare.meetings.queries.seen import SeenItem, SeenMeeting, items_seen, meetings_visible_to, seen_by

__all__ = [
    "SeenItem",
    "SeenMeeting",
    "items_seen",
    "load_attendee",
    "load_item",
    "load_measure",
    "load_meeting",
    "loader_within_item",
    "meetings_visible_to",
    "seen_by",
]
