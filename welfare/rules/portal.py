"""What is on the own pages of students and guardians, and until when (OHL 18 §; JulkL 11-12 §; LHL 3 §; rule 35)."""

from datetime import date, timedelta
from enum import StrEnum

from welfare.rules.cases import CaseState

FIRST_NOTICE, LAST_NOTICE = timedelta(days=60), timedelta(days=14)
"""Policy: so long before the eighteenth birthday both are told that the guardian's view ends."""


class MajorityNotice(StrEnum):
    """How near the day is on which a guardian's view ends."""

    COMING = "coming"
    NEAR = "near"


def majority_notice(of_age_on: date | None, on: date) -> MajorityNotice | None:
    """What is told of coming of age on a day: from it no guardian sees or decides (LHL 3 §; rule 35).

    It hangs on the birthday alone, so that it tells nothing of whether there is any matter.
    """
    if of_age_on is None or not on < of_age_on <= on + FIRST_NOTICE:
        return None
    return MajorityNotice.NEAR if of_age_on <= on + LAST_NOTICE else MajorityNotice.COMING


def is_told_of(state: CaseState, *, is_student: bool) -> bool:
    """Whether a matter in this state is on the own pages at all.

    The student is asked before there is a group (OHL 19 § 1), and so sees what is only proposed. A guardian sees it
    from its opening: until then the student may still say no, or shut the guardian out (OHL 18 § 2).
    """
    return is_student or state is not CaseState.PROPOSED
