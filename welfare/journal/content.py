"""What an entry's sealed document holds, kind by kind, and which statutory fields that fills.

opening     subject, background, initiator
meeting     as the opening, and heading, handling, participants [{id, name, position}], student_view or
            student_view_absent, guardian_view, measures [{what, by, followed_by, until}], information
note        heading, information
own_words   information
disclosure  what, to_whom, ground, how (in words), consent, consent_number, necessity, question
correction  reason, corrected (the whole document of the kind that is corrected)

An opening and a meeting written before the student had a Finnish identity code say so: identity = "no_code_yet".

Who the student is, where home is and how the guardians are reached stays in the directory (OHL 20 § 4 k. 1): it is
fetched whenever a record is printed, so that a restricted address never lies in an entry.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from welfare.rules.journal import Field

Document = Mapping[str, Any]

BY_THE_HOUSE = frozenset({Field.WRITTEN_ON, Field.AUTHOR, Field.AUTHOR_OFFICE})
"""What every entry is given when it is saved (OHL 20 § 4 k. 6)."""
TEXTS = MappingProxyType(
    {
        Field.SUBJECT: ("subject",),
        Field.BACKGROUND: ("background",),
        Field.INITIATOR: ("initiator",),
        Field.HANDLING: ("handling",),
        Field.INFORMATION: ("information",),
        Field.STUDENT_VIEW: ("student_view", "student_view_absent"),
        Field.WHAT: ("what",),
        Field.TO_WHOM: ("to_whom",),
        Field.GROUND: ("ground",),
    }
)
"""Fields that are filled as soon as one of these words of the document is."""


def filled_by(document: Document) -> frozenset[Field]:
    """The statutory fields that a document fills, with those the house fills itself (rules 17, 18 and 20)."""
    filled = {field for field, names in TEXTS.items() if any(document.get(name) for name in names)}
    measures, participants = document.get("measures", ()), document.get("participants", ())
    if participants and all(each["name"] and each["position"] for each in participants):
        filled.add(Field.PARTICIPANTS)
    if measures and all(each["what"] for each in measures):
        filled.add(Field.PLAN)
    if all(each["by"] for each in measures):
        filled.add(Field.CARRIED_OUT_BY)
    if all(each["followed_by"] for each in measures):
        filled.add(Field.FOLLOWED_UP_BY)
    return frozenset(filled | BY_THE_HOUSE)


def filled_by_correction(document: Document) -> frozenset[Field]:
    """What a correction fills by itself. Whether its corrected document is whole, `filled_by` tells."""
    filled = {Field.CORRECTED_ENTRY} | BY_THE_HOUSE
    if document.get("reason"):
        filled.add(Field.CORRECTION_REASON)
    if any(document.get("corrected", {}).values()):
        filled.add(Field.INFORMATION)
    return frozenset(filled)
