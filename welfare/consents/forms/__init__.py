"""Forms of the consents room: each kind asks only what it needs."""

from welfare.consents.forms.choices import WillChoices
from welfare.consents.forms.ending import AssessmentForm, WithdrawalForm
from welfare.consents.forms.recording import ProhibitionForm, WillForm, form_for

__all__ = ["AssessmentForm", "ProhibitionForm", "WillChoices", "WillForm", "WithdrawalForm", "form_for"]
