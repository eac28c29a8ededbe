"""Forms of the indicators room."""

from welfare.indicators.forms.following import AbsenceForm, DefectForm, DiscussionForm, InspectionForm, MendForm
from welfare.indicators.forms.importing import ImportForm, NameForm
from welfare.indicators.forms.results import ResultForm, form_for

__all__ = [
    "AbsenceForm",
    "DefectForm",
    "DiscussionForm",
    "ImportForm",
    "InspectionForm",
    "MendForm",
    "NameForm",
    "ResultForm",
    "form_for",
]
