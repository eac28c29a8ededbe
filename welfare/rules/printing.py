"""What a record is printed for: a code that the event keeps (TihL 17 §), because paper leaves the house.

Whoever prints says why; only another purpose needs words, and they stand on the paper alone.
"""

from enum import StrEnum

from welfare.rules.citations import Citation, Statute

SECRECY = Citation(Statute.JULKL, "24", 1, 30)
"""What a paper of the student welfare register says it is secret by."""
SECRECY_OF_SERVICES = Citation(Statute.ATL, "4")
"""And one of the registers of the curator, the psychologist, the nurse and the doctor."""
SILENCE = Citation(Statute.JULKL, "23")
"""By what its reader keeps silent about it."""


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
