"""Forms of the disclosures room."""

from welfare.disclosures.forms.consented import GivenConsent
from welfare.disclosures.forms.giving import GivingForm
from welfare.disclosures.forms.handing_over import HandOverForm
from welfare.disclosures.forms.passage_boxes import PassageBoxes

__all__ = ["GivenConsent", "GivingForm", "HandOverForm", "PassageBoxes"]
