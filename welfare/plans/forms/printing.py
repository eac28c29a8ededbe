"""Why a plan is printed, and in which form."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from welfare.journal.forms.printing import PrintForm
from welfare.ui.fields import ChoiceTiles, enum_options


class Form(StrEnum):
    """The forms of a plan on paper."""

    WHOLE = "whole"
    STUDENT = "student"
    GUARDIAN = "guardian"


FORM_WORDS = {
    Form.WHOLE: _l("The whole plan, as the group reads it"),
    Form.STUDENT: _l("In plain words, for the pupil"),
    Form.GUARDIAN: _l("In plain words, for a guardian"),
}


class PrintPlanForm(PrintForm):
    """A member chooses the form as well."""

    form = ChoiceTiles(_l("What is printed?"), options=enum_options(FORM_WORDS), missing=_l("Choose what is printed."))
