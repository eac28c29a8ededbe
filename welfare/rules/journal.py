"""What a journal entry must hold (opiskeluhuoltokertomus, elevhälsojournal; OHL 20 § 3-5; IND §4; rules 17-19, 36)."""

from collections.abc import Collection
from enum import StrEnum
from types import MappingProxyType

from welfare.rules.citations import Citation, Statute


class EntryKind(StrEnum):
    """Kinds of entry in the one continuous record of a matter."""

    OPENING = "opening"
    MEETING = "meeting"
    NOTE = "note"
    OWN_WORDS = "own_words"
    DISCLOSURE = "disclosure"
    CORRECTION = "correction"

    @property
    def law(self) -> Citation:
        """What the entry must hold, or, of a correction, that what was written stays."""
        return LAW_OF_ENTRIES.get(self, Citation(Statute.OHL, "20"))


LAW_OF_ENTRIES = MappingProxyType(
    {EntryKind.DISCLOSURE: Citation(Statute.OHL, "20", 5), EntryKind.CORRECTION: Citation(Statute.TIHL, "15")}
)
RECORDING_LAW = Citation(Statute.OHL, "20", 3)
"""Who keeps the journal: the responsible person."""


class Field(StrEnum):
    """Fields of an entry; what the matter or the directory already holds counts as filled."""

    STUDENT_NAME = "student_name"
    IDENTITY_CODE = "identity_code"
    HOME_MUNICIPALITY = "home_municipality"
    GUARDIAN_CONTACTS = "guardian_contacts"
    SUBJECT = "subject"
    BACKGROUND = "background"
    INITIATOR = "initiator"
    HANDLING = "handling"
    PARTICIPANTS = "participants"  # each with position
    PLAN = "plan"
    CARRIED_OUT_BY = "carried_out_by"  # of every measure: rule 20
    FOLLOWED_UP_BY = "followed_up_by"  # of every measure: rule 20
    INFORMATION = "information"  # necessary, on measures done and to be done; the text of a note
    WRITTEN_ON = "written_on"
    AUTHOR = "author"
    AUTHOR_OFFICE = "author_office"  # profession or office at that time: rule 18
    STUDENT_VIEW = "student_view"  # or why it is absent
    WHAT = "what"
    TO_WHOM = "to_whom"
    GROUND = "ground"
    CORRECTED_ENTRY = "corrected_entry"
    CORRECTION_REASON = "correction_reason"


class FieldGroup(StrEnum):
    """The six points of OHL 20 § 4, and three more."""

    STUDENT = "student"
    MATTER = "matter"
    HANDLING = "handling"
    PLAN = "plan"
    MEASURES = "measures"
    AUTHORSHIP = "authorship"
    HEARING = "hearing"  # OHL 18 § 1; rule 36: a meeting's plan holds the student's view
    DISCLOSURE = "disclosure"  # OHL 20 § 5
    CORRECTION = "correction"  # TihL 15 §


FIELDS_OF = MappingProxyType(
    {
        FieldGroup.STUDENT: (
            Field.STUDENT_NAME,
            Field.IDENTITY_CODE,
            Field.HOME_MUNICIPALITY,
            Field.GUARDIAN_CONTACTS,
        ),
        FieldGroup.MATTER: (Field.SUBJECT, Field.BACKGROUND, Field.INITIATOR),
        FieldGroup.HANDLING: (Field.HANDLING, Field.PARTICIPANTS),
        FieldGroup.PLAN: (Field.PLAN, Field.CARRIED_OUT_BY, Field.FOLLOWED_UP_BY),
        FieldGroup.MEASURES: (Field.INFORMATION,),
        FieldGroup.AUTHORSHIP: (Field.WRITTEN_ON, Field.AUTHOR, Field.AUTHOR_OFFICE),
        FieldGroup.HEARING: (Field.STUDENT_VIEW,),
        FieldGroup.DISCLOSURE: (Field.WHAT, Field.TO_WHOM, Field.GROUND),
        FieldGroup.CORRECTION: (Field.CORRECTED_ENTRY, Field.CORRECTION_REASON),
    }
)


class IdentifiedBy(StrEnum):
    """By what the record tells who the student is, besides the name (OHL 20 § 4 k. 1)."""

    CODE = "code"
    BIRTH_DATE = "no_code_yet"  # a newcomer has no Finnish identity code yet


def identified_by(*, has_code: bool, has_birth_date: bool) -> IdentifiedBy | None:
    """What fills the field of the identity code; None when nothing does.

    Inference: the act demands the code as a field, and a duty to record that begins with the matter (OHL 20 § 3) cannot
    wait until the population register has given a newcomer one. The birth date stands in its place, marked as such,
    until the roster brings the code.
    """
    if has_code:
        return IdentifiedBy.CODE
    return IdentifiedBy.BIRTH_DATE if has_birth_date else None


SIX_POINTS = tuple(FieldGroup)[:6]
GROUPS_OF = MappingProxyType(
    {
        EntryKind.OPENING: (FieldGroup.STUDENT, FieldGroup.MATTER, FieldGroup.AUTHORSHIP),
        EntryKind.MEETING: (*SIX_POINTS, FieldGroup.HEARING),
        EntryKind.NOTE: (FieldGroup.MEASURES, FieldGroup.AUTHORSHIP),
        EntryKind.OWN_WORDS: (FieldGroup.MEASURES, FieldGroup.AUTHORSHIP),
        EntryKind.DISCLOSURE: (FieldGroup.DISCLOSURE, FieldGroup.AUTHORSHIP),
        EntryKind.CORRECTION: (FieldGroup.CORRECTION, FieldGroup.MEASURES, FieldGroup.AUTHORSHIP),
    }
)
"""The record is one: who it is about and what the matter is stand in its opening, and need no repeating in a note."""


def checklist(
    kind: EntryKind, filled: Collection[Field], *, student_is_minor: bool
) -> dict[FieldGroup, tuple[Field, ...]]:
    """What each point the kind needs still lacks, in the order of the act; an empty tuple is a point in order.

    A guardian's or representative's contacts are asked of a minor's record alone (OHL 20 § 4 k. 1); for another legally
    incompetent student pass True.
    """
    excused = set(filled) if student_is_minor else {*filled, Field.GUARDIAN_CONTACTS}
    return {group: tuple(field for field in FIELDS_OF[group] if field not in excused) for group in GROUPS_OF[kind]}


def what_is_missing(kind: EntryKind, filled: Collection[Field], *, student_is_minor: bool) -> tuple[Field, ...]:
    """Every field without which an entry of this kind cannot be finalised (OHL 20 § 4-5; rules 17, 18 and 24)."""
    points = checklist(kind, filled, student_is_minor=student_is_minor).values()
    return tuple(field for lacking in points for field in lacking)
