"""Forms of the arrangements room."""

from welfare.arrangements.forms.catalogue import WORDS, ArrangementForm, NewArrangementForm
from welfare.arrangements.forms.using import EndUseForm, UseForm

__all__ = ["WORDS", "ArrangementForm", "EndUseForm", "NewArrangementForm", "UseForm"]
