"""The room's blueprint and its loaders."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.communal.loaders import load_unit
from welfare.communal.queries.groups import load_group, load_seat
from welfare.communal.queries.meetings import load_decision, load_item, load_meeting

MEETING = "/communal/meetings/<communal_meeting_id:meeting>"

bp = GuardedBlueprint(
    "communal",
    __name__,
    subjects={
        "unit_id": load_unit,
        "welfare_group_id": load_group,
        "seat_id": load_seat,
        "communal_meeting_id": load_meeting,
        "agenda_item_id": load_item,
        "decision_id": load_decision,
    },
)
