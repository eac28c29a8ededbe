"""Correcting that somebody asks for: what may come of it, and why not (GDPR 16; TihL 15 §; IND §4.4; rule 19).

Nothing is ever rewritten: what is wrong is corrected by a linked entry, what is incomplete is completed by the
person's own statement beside it (GDPR 16, second sentence), and what is refused is refused in writing.
"""

from collections.abc import Sequence
from enum import StrEnum

from welfare.rules.citations import Citation, Statute


class RecordKind(StrEnum):
    """What can be said to be wrong: each kind is corrected in the way of its own room."""

    ENTRY = "entry"
    """Of the journal, with the minutes and assessments that are entries of it: by a linked entry."""
    PLAN = "plan"
    """By a new version; the old one is kept."""
    WILL = "will"
    """A consent or another expression of will: by one that answers it."""
    SERVICE_NOTE = "service_note"
    """Of a county's service: by a linked note."""
    DIRECTORY = "directory"
    """Name, class, school, guardians: where the directory has them from."""


class RectificationState(StrEnum):
    """How far a request has come."""

    RECEIVED = "received"
    DECIDED = "decided"
    TOLD = "told"


class RectificationOutcome(StrEnum):
    """What came of it."""

    CORRECTED = "corrected"
    COMPLETED = "completed"
    AT_SOURCE = "at_source"
    """Of the directory, which keeps nothing of its own: corrected by whoever it gets the fact from."""
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


def outcomes_of(kind: RecordKind) -> Sequence[RectificationOutcome]:
    """What may come of it. The directory has no place for a statement, and a record no source but itself."""
    if kind is RecordKind.DIRECTORY:
        return (RectificationOutcome.AT_SOURCE, RectificationOutcome.REFUSED)
    return (RectificationOutcome.CORRECTED, RectificationOutcome.COMPLETED, RectificationOutcome.REFUSED)


def law_of(refusal: RectificationRefusal) -> Citation:
    """Where the ground stands: data are corrected that are inaccurate; a record shows what was done and seen."""
    if refusal in {RectificationRefusal.ASSESSMENT, RectificationRefusal.OTHERS_WORDS}:
        return Citation(Statute.TIHL, "15")
    return Citation(Statute.GDPR, "16")
