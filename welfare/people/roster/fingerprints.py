"""The one byte string that stands for a record, so that two imports of the same row can be seen to be the same."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from operator import attrgetter

from welfare.people.roster.records import (
    ClassRow,
    CourseRow,
    DemographicsRow,
    EnrollmentRow,
    OrgRow,
    Record,
    SessionRow,
    UserRow,
)

Fingerprint = Callable[[bytes], bytes]
"""A keyed hash: an unkeyed one of an identity code or an address could be found by trying them all."""
Value = str | bool | date | tuple[str, ...] | None
CONTENT_OF: dict[type, Callable[[Record], tuple[Value, ...]]] = {
    kind: attrgetter(*(field.name for field in fields(kind) if field.name != "row"))
    for kind in (OrgRow, SessionRow, CourseRow, ClassRow, UserRow, EnrollmentRow, DemographicsRow)
}
FORM = "roster/1"
"""Changes when the canonical form does; then every record counts as changed once."""
BETWEEN_FIELDS, BETWEEN_PARTS = "\x1f", "\x1e"
"""Control characters cannot occur in a record, so no two records share a form."""


def canonical(record: Record) -> bytes:
    """The content of a record as bytes: its kind and every field but the row it stood in."""
    parts = map(_text, CONTENT_OF[type(record)](record))
    return BETWEEN_FIELDS.join((FORM, type(record).__name__, *parts)).encode()


def _text(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return BETWEEN_PARTS.join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value.isoformat()
