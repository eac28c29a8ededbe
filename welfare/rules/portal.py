"""What is on the own pages of students and guardians, and until when (OHL 18 §; JulkL 11-12 §; LHL 3 §; rule 35)."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from welfare.rules.ages import birthday_in
from welfare.rules.cases import CaseState
from welfare.rules.guardians_view import is_kept_from_guardians
from welfare.rules.registers import Register

FIRST_NOTICE, LAST_NOTICE = timedelta(days=60), timedelta(days=14)
"""Policy: so long before the eighteenth birthday both are told that the guardian's view ends."""


VISIT = timedelta(minutes=30)
"""Policy: what one person does with no longer pause than this is one visit."""
LOOK_BACK_YEARS = 2
"""So far back who has read what is shown without a special reason (ATL 11 § 2; rule 29)."""


FAMILYS = frozenset({Register.WELFARE.value, Register.DIRECTORY.value})
"""The education provider’s registers in which a guardian is party (OHL 20-21 §; JulkL 11-12 §)."""


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


def look_back_from(on: date) -> date:
    """The first day of which it is shown who has read what (ATL 11 § 2)."""
    return birthday_in(on, on.year - LOOK_BACK_YEARS)


def is_shown_in_log(permission: str, registers: Collection[str], *, is_student: bool) -> bool:
    """Whether an event is on the page "Who has read".

    To the student all of it is (ATL 11 §; GDPR 15). A guardian, who has no right of the guardian's own to the logs of
    the services, is shown what happened in the welfare register, to which a guardian is party.
    """
    return is_student or (set(registers) <= FAMILYS and not is_kept_from_guardians(permission))


def is_told_of(state: CaseState, *, was_opened: bool, is_asked: bool) -> bool:
    """Whether a matter in this state is on the own pages at all.

    Whoever decides is asked before there is a group (OHL 19 § 1), and so sees what is only proposed; the student does
    in any case. Another guardian sees it from its opening: until then the student may still say no, or shut the
    guardian out (OHL 18 § 2). What was closed after a no has never been more than a proposal.
    """
    is_under_way = state in {CaseState.OPEN, CaseState.FOLLOW_UP}
    return is_asked or is_under_way or (state is CaseState.CLOSED and was_opened)
