"""The minutes of one item: sections written during the meeting, which together become the journal's entry (OHL 20 § 4).

Each section is saved by itself, so that two may write at once. What the group decides is a plan of welfare; it decides
nothing as an authority (rule 34), and nothing of another student belongs here (OHL 22 § 1).
"""

from enum import StrEnum
from types import MappingProxyType

from welfare.rules.journal import Field


class Section(StrEnum):
    """The texts of the minutes, by the word that the entry's document keeps them under."""

    SUBJECT = "subject"
    BACKGROUND = "background"
    HANDLING = "handling"
    STUDENT_VIEW = "student_view"
    STUDENT_VIEW_ABSENT = "student_view_absent"
    GUARDIAN_VIEW = "guardian_view"
    INFORMATION = "information"


FIELD_OF = MappingProxyType(
    {
        Section.SUBJECT: Field.SUBJECT,
        Section.BACKGROUND: Field.BACKGROUND,
        Section.HANDLING: Field.HANDLING,
        Section.STUDENT_VIEW: Field.STUDENT_VIEW,
        Section.STUDENT_VIEW_ABSENT: Field.STUDENT_VIEW,
        Section.INFORMATION: Field.INFORMATION,
    }
)
"""Which statutory field a section fills; the guardian's view is asked of a minor's meeting by the house (IND §9.3)."""


class Hint(StrEnum):
    """What a writer is shown while writing; only the first keeps the minutes from becoming final."""

    IDENTITY_CODE = "identity_code"
    OTHER_STUDENT = "other_student"
    DIAGNOSIS_OF_ANOTHER = "diagnosis_of_another"


BLOCKING = frozenset({Hint.IDENTITY_CODE})
"""An identity code stands in the record's head, never in its text (TSL 29 §)."""
