"""The room's blueprint: what was given is looked for within its matter, and by its receiver from outside."""

from welfare.access.blueprint import GuardedBlueprint
from welfare.disclosures.queries import load_copy, load_disclosure
from welfare.disclosures.queries.parcels import load_partner
from welfare.disclosures.queries.teacher_notes import load_class_note, load_note

DISCLOSURES = "/cases/<case_id:case>/disclosures"
DISCLOSURE = f"{DISCLOSURES}/<disclosure_id:disclosure>"
NOTES = "/cases/<case_id:case>/teacher-notes"
NOTE = f"{NOTES}/<teacher_note_id:note>"
PARCELS = "/cases/<case_id:case>/packages"
PARTNERS = "/organisations/<provider_id:provider>/packages"
PARTNER = f"{PARTNERS}/<partner_id:partner>"
NOTICES = "/cases/<case_id:case>/notices"
RECEIVED = "/received"
CLASS_NOTE = f"{RECEIVED}/notes/<class_note_id:note>"

bp = GuardedBlueprint(
    "disclosures",
    __name__,
    subjects={
        "disclosure_id": load_disclosure,
        "copy_id": load_copy,
        "teacher_note_id": load_note,
        "class_note_id": load_class_note,
        "partner_id": load_partner,
    },
)
