"""Correcting that somebody asks for: what may come of it, and why not (GDPR 16; TihL 15 §; IND §4.4; rule 19).

Nothing is ever rewritten: what is wrong is corrected by a linked entry, what is incomplete is completed by the
person's own statement beside it (GDPR 16, second sentence), and what is refused is refused in writing.
"""

from enum import StrEnum

from welfare.rules.citations import Citation, Statute


class RectificationState(StrEnum):
    """How far a request has come."""

    RECEIVED = "received"
    DECIDED = "decided"
    TOLD = "told"


class RectificationOutcome(StrEnum):
    """What came of it."""

    CORRECTED = "corrected"
    COMPLETED = "completed"
    REFUSED = "refused"


class RectificationRefusal(StrEnum):
    """Why nothing is corrected."""

    NOT_WRONG = "not_wrong"
    ASSESSMENT = "assessment"
    """A professional's view of that time, recorded as it was; the asker's own view can stand beside it."""
    OTHERS_WORDS = "others_words"
    """Somebody said it, and it is recorded that they did."""
    NO_RIGHT = "no_right"
    """Says the same of somebody in the register and of somebody who never was."""


ASSESSED = (RectificationRefusal.NOT_WRONG, RectificationRefusal.ASSESSMENT, RectificationRefusal.OTHERS_WORDS)
"""What whoever keeps the record can find; whether there is a right, the officer finds."""


def law_of(refusal: RectificationRefusal) -> Citation:
    """Where the ground stands: data are corrected that are inaccurate; a record shows what was done and seen."""
    if refusal in {RectificationRefusal.ASSESSMENT, RectificationRefusal.OTHERS_WORDS}:
        return Citation(Statute.TIHL, "15")
    return Citation(Statute.GDPR, "16")
