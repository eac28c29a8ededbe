"""The round of amendments after a meeting's minutes are final, and the lock that ends it (IND §4.4; rules 17 and 19).

The act knows no such round: it is the house's way to let those who sat there mend the record while they remember.
What is accepted becomes a correction linked to the entry (TihL 15 §); nothing is ever overwritten.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from welfare.rules.working_days import WorkingDays, nth_working_day

DEFAULT_DAYS = 5
"""Policy: working days for proposals, counted from the day after the minutes became final."""


class AmendmentState(StrEnum):
    """What became of a proposal; all are kept."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class AmendmentBlock(StrEnum):
    """Why a proposal cannot be made or decided."""

    NOT_FINAL = "not_final"
    LOCKED = "locked"
    ROUND_IS_OVER = "round_is_over"
    DID_NOT_ATTEND = "did_not_attend"
    DECIDED_ALREADY = "decided_already"
    REASON = "reason"  # a refusal says why


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundFacts:
    """Where the minutes of an item are."""

    is_final: bool
    is_locked: bool
    last_day: date | None
    on: date

    @property
    def is_running(self) -> bool:
        """Whether proposals are taken today."""
        return self.is_final and not self.is_locked and self.last_day is not None and self.on <= self.last_day


def last_day_of_round(finalised_on: date, days: WorkingDays, length: int = DEFAULT_DAYS) -> date:
    """The last day for proposals. Raises CalendarEndsError if the calendar has no such day."""
    return nth_working_day(days, finalised_on, length)


def what_blocks_proposal(round_: RoundFacts, *, attended: bool) -> tuple[AmendmentBlock, ...]:
    """Why somebody cannot propose an amendment: those who were there may, while the round runs."""
    blocks = {
        AmendmentBlock.NOT_FINAL: not round_.is_final,
        AmendmentBlock.LOCKED: round_.is_locked,
        AmendmentBlock.ROUND_IS_OVER: round_.is_final and not round_.is_locked and not round_.is_running,
        AmendmentBlock.DID_NOT_ATTEND: not attended,
    }
    return tuple(block for block, is_blocking in blocks.items() if is_blocking)


def what_blocks_decision(
    state: AmendmentState, wanted: AmendmentState, *, is_locked: bool, has_reason: bool
) -> tuple[AmendmentBlock, ...]:
    """Why a proposal cannot be decided so. One made in time may be decided after the round, until the lock."""
    blocks = {
        AmendmentBlock.LOCKED: is_locked,
        AmendmentBlock.DECIDED_ALREADY: state is not AmendmentState.PROPOSED,
        AmendmentBlock.REASON: wanted is AmendmentState.REJECTED and not has_reason,
    }
    return tuple(block for block, is_blocking in blocks.items() if is_blocking)


def may_lock(round_: RoundFacts, *, undecided: int) -> bool:
    """Whether the record is locked now: the round is over and every proposal in it has its answer."""
    return round_.is_final and not round_.is_locked and not round_.is_running and undecided == 0
