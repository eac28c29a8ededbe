"""The room's blueprint and its loaders; whatever lies within a meeting is looked for within it."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.meetings.models import Amendment
from welfare.meetings.queries import load_attendee, load_item, load_measure, load_meeting, loader_within_item

MEETING = "/meetings/<meeting_id:meeting>"
ITEM = f"{MEETING}/items/<item_id:item>"

bp = GuardedBlueprint(
    "meetings",
    __name__,
    subjects={
        "meeting_id": load_meeting,
        "item_id": load_item,
        "attendee_id": load_attendee,
        "measure_id": load_measure,
        "amendment_id": loader_within_item(Amendment),
    },
)
