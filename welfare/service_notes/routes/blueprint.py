"""The blueprint of the room, and the things its addresses name; a note is always looked for within its client."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.service_notes.queries import (
    load_appointment,
    load_client,
    load_cover,
    load_note,
    load_offer,
    load_plan,
    load_vacant,
)

CLIENT = "/clients/<client_id:client>"
NOTE = f"{CLIENT}/notes/<note_id:note>"

bp = GuardedBlueprint(
    "service_notes",
    __name__,
    subjects={
        "client_id": load_client,
        "note_id": load_note,
        "plan_note_id": load_plan,
        "appointment_id": load_appointment,
        "hand_over_id": load_offer,
        "cover_id": load_cover,
        "vacant_id": load_vacant,
    },
)
