"""Forms of the assessments room."""

from welfare.assessments.forms.assessing import AskForm, ConcludeForm, StartForm
from welfare.assessments.forms.observing import AnswerForm, answer_form
from welfare.assessments.forms.processes import NewProcessForm, ProcessForm, values_of

__all__ = [
    "AnswerForm",
    "AskForm",
    "ConcludeForm",
    "NewProcessForm",
    "ProcessForm",
    "StartForm",
    "answer_form",
    "values_of",
]
