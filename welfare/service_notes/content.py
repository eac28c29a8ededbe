"""What a note's sealed document holds: the words of its template, by the codes of `rules.service_records.NoteField`.

started     initiator (a SenderKind), grounds
contact     way (a ContactWay), with_whom [codes of WithWhom], information, source
note        heading, information, source
need        student_view, need, strengths, source
plan        student_view, need, strengths, goals, measures, doers, follow_up, partners
ended       grounds
correction  reason, corrected (the whole document of the kind that is corrected)
"""

from collections.abc import Mapping
from typing import Any

from welfare.rules.service_records import NoteField

Document = Mapping[str, Any]
CORRECTED = "corrected"


def filled_by(document: Document) -> frozenset[NoteField]:
    """The fields in which something stands."""
    return frozenset(field for field in NoteField if document.get(field.value))
