"""Forms of the programmes room: drawn from the questions of the kind."""

from welfare.programmes.forms.keeping import ProgrammeForm, programme_form, values_of
from welfare.programmes.forms.recording import EntryForm, StaffForm, StepsForm, entry_form

__all__ = [
    "EntryForm",
    "ProgrammeForm",
    "StaffForm",
    "StepsForm",
    "entry_form",
    "programme_form",
    "values_of",
]
