"""Every kind of record that a register holds about a person."""

from welfare.access_copies.kinds.kind import Beside, Fact, RecordKind, Who
from welfare.access_copies.kinds.matters import MATTERS
from welfare.access_copies.kinds.meetings import MEETINGS
from welfare.access_copies.kinds.people import PEOPLE
from welfare.access_copies.kinds.services import SERVICE_RECORDS
from welfare.access_copies.kinds.wills import WILLS
from welfare.access_copies.kinds.work import WORK

KINDS = {kind.code: kind for kind in (*PEOPLE, *MATTERS, *WILLS, *MEETINGS, *WORK, *SERVICE_RECORDS)}

__all__ = ["KINDS", "Beside", "Fact", "RecordKind", "Who"]
