"""What a record is printed for: a code that the event keeps (TihL 17 §), because paper leaves the house.

Whoever prints says why; only another purpose needs words, and they stand on the paper alone.
"""

from enum import StrEnum


class PrintPurpose(StrEnum):
    """Why minutes are printed."""

    READING = "reading"  # read through with the student
    PARTY = "party"  # the party's or the guardian's right to know (JulkL 11-12 §)
    GROUP = "group"
    DISCLOSURE = "disclosure"  # given by a ground that the journal names (OHL 20 § 5)
    OVERSIGHT = "oversight"  # an authority that oversees, or a court
    OTHER = "other"


def needs_words(purpose: PrintPurpose) -> bool:
    """Whether the code alone says too little."""
    return purpose is PrintPurpose.OTHER
