"""Forms of the indicators room."""

from welfare.indicators.forms.climate import CodeForm, SurveyForm, answer_form
from welfare.indicators.forms.following import (
    AbsenceForm,
    DefectForm,
    DiscussionForm,
    InspectionForm,
    MendForm,
    unseen_count_fields,
)
from welfare.indicators.forms.importing import ImportForm, NameForm
from welfare.indicators.forms.keeping import stored_words
from welfare.indicators.forms.results import ResultForm, form_for, unseen_fields

__all__ = [
    "AbsenceForm",
    "CodeForm",
    "DefectForm",
    "DiscussionForm",
    "ImportForm",
    "InspectionForm",
    "MendForm",
    "NameForm",
    "ResultForm",
    "SurveyForm",
    "answer_form",
    "form_for",
    "stored_words",
    "unseen_count_fields",
    "unseen_fields",
]
