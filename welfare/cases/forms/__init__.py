"""Forms of the cases room."""

from welfare.cases.forms.finding import FindForm
from welfare.cases.forms.grouping import ExclusionForm, LeadForm, MemberForm, ReasonForm, ResponsibleForm
from welfare.cases.forms.matter import ProposeForm, TextForm
from welfare.cases.forms.stepping import CloseForm, StepForm

__all__ = [
    "CloseForm",
    "ExclusionForm",
    "FindForm",
    "LeadForm",
    "MemberForm",
    "ProposeForm",
    "ReasonForm",
    "ResponsibleForm",
    "StepForm",
    "TextForm",
]
