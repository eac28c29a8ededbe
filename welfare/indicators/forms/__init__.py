"""Forms of the indicators room."""

from welfare.indicators.forms.importing import ImportForm, NameForm
from welfare.indicators.forms.results import ResultForm, form_for

__all__ = ["ImportForm", "NameForm", "ResultForm", "form_for"]
