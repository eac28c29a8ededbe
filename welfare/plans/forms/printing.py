"""Why a plan is printed, and in which form; a student or a guardian is not asked why."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from welfare.journal.forms.printing import PrintForm
from welfare.ui.fields import ChoiceTiles, enum_options
from welfare.ui.forms import PageForm


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


class PrintOwnForm(PageForm):
    """A lone button: one's own plan is printed for oneself. Nothing is saved by it, so it carries no key."""

    idempotency_key = None  # type: ignore[assignment]
