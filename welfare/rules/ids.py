"""Names for identifiers: a case's id can never be handed over where a student's is asked for.

Every id is a version 4 UUID made in the application: it can be bound into a ciphertext before the row exists, and it
says nothing of when, where or in what order the thing was made.
"""

from typing import NewType
from uuid import UUID, uuid4

PersonId = NewType("PersonId", UUID)
"""Anyone the directory knows: student, guardian, staff, outside participant."""
StudentId = NewType("StudentId", PersonId)
GuardianId = NewType("GuardianId", PersonId)

AccountId = NewType("AccountId", UUID)
"""A user of the house: who signs in, writes, records and handles. A person may have none."""
SessionId = NewType("SessionId", UUID)

OrganisationId = NewType("OrganisationId", UUID)
"""County, provider or school."""
ClassId = NewType("ClassId", UUID)
SchoolYearId = NewType("SchoolYearId", UUID)
ImportId = NewType("ImportId", UUID)

RequestId = NewType("RequestId", UUID)
TaskId = NewType("TaskId", UUID)
ConsentId = NewType("ConsentId", UUID)
"""One expression of will: a consent, a refusal, a withdrawal or a minor's prohibition."""
CaseId = NewType("CaseId", UUID)
MemberId = NewType("MemberId", UUID)
EntryId = NewType("EntryId", UUID)

ID_VERSION = 4


class MalformedIdError(ValueError):
    """The text is not an id of this house in its one spelling."""


def new_id() -> UUID:
    """A fresh unguessable id; the caller names its kind: ``CaseId(new_id())``."""
    return uuid4()


def parse_id(text: str) -> UUID:
    """Read an id from an address or a form.

    Only the canonical spelling passes (lower case, hyphens, version 4), so that one thing has one address.
    Raises MalformedIdError.
    """
    try:
        found = UUID(text)
    except ValueError:
        raise MalformedIdError from None
    if str(found) != text or found.version != ID_VERSION:
        raise MalformedIdError
    return found
