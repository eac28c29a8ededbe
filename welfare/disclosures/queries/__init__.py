"""Finding disclosures: those of a matter, and those that an actor may open."""

from welfare.disclosures.queries.copies import copies_open_to, is_over, load_copy
from welfare.disclosures.queries.matter import disclosures_of, load_disclosure
from welfare.disclosures.queries.receivers import candidates_for, inside_receiver

__all__ = [
    "candidates_for",
    "copies_open_to",
    "disclosures_of",
    "inside_receiver",
    "is_over",
    "load_copy",
    "load_disclosure",
]
