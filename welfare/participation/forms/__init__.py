"""Forms of the participation room."""

from welfare.participation.forms.hearing import HearingForm, NewHearingForm
from welfare.participation.forms.ideas import ClassIdeaForm, IdeaForm, StepForm

__all__ = ["ClassIdeaForm", "HearingForm", "IdeaForm", "NewHearingForm", "StepForm"]
