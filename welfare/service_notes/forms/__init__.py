"""What may be typed about a client, and what is said when it is wrong."""

from welfare.service_notes.forms.appointing import AppointmentForm
from welfare.service_notes.forms.clients import BeginForm, FindForm
from welfare.service_notes.forms.correcting import CORRECTION_FORMS
from welfare.service_notes.forms.notes import WRITING_FORMS, NoteForm
from welfare.service_notes.forms.printing import PrintPlanForm
from welfare.service_notes.forms.workers import CoverForm, DeclineForm, HandOverForm, TakeOverForm

__all__ = [
    "CORRECTION_FORMS",
    "WRITING_FORMS",
    "AppointmentForm",
    "BeginForm",
    "CoverForm",
    "DeclineForm",
    "FindForm",
    "HandOverForm",
    "NoteForm",
    "PrintPlanForm",
    "TakeOverForm",
]
