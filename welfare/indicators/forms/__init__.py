"""Forms of the indicators room."""

from welfare.indicators.forms.results import ResultForm, form_for

__all__ = ["ResultForm", "form_for"]
