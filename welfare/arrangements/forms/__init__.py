"""Forms of the arrangements room."""

from welfare.arrangements.forms.catalogue import ArrangementForm, NewArrangementForm
from welfare.arrangements.forms.using import EndUseForm, UseForm

__all__ = ["ArrangementForm", "EndUseForm", "NewArrangementForm", "UseForm"]
