"""The verbs of the disclosures room: give, hand over, close a copy."""

from welfare.disclosures.actions.ending import AlreadyClosedError, close_copy
from welfare.disclosures.actions.giving import GiveDisclosure, Reader, give
from welfare.disclosures.actions.handing_over import NoPaperError, hand_over

__all__ = [
    "AlreadyClosedError",
    "GiveDisclosure",
    "NoPaperError",
    "Reader",
    "close_copy",
    "give",
    "hand_over",
]
