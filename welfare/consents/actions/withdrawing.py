"""Taking a consent back: as easy as giving it, and no reason is asked (IND §3.6, §6.3)."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.actions.recording import RecordWill, Where, record_will
from welfare.consents.models import ExpressionOfWill
from welfare.rules.answers import ConsentStatus
from welfare.rules.consent import Answer, Way

ENDS_BY_WITHDRAWAL = frozenset({ConsentStatus.VALID, ConsentStatus.COMING})
"""Only what holds, or will hold, can be taken back."""


class WithdrawalError(ValueError):
    """A consent cannot be taken back before it was given, or twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawWill:
    """How a consent was taken back by its giver."""

    given_on: date
    way: Way
    words: dict[str, str] = field(default_factory=dict)


def withdraw_will(
    work: UnitOfWork, where: Where, row: ExpressionOfWill, command: WithdrawWill, case_id: UUID | None = None
) -> ExpressionOfWill:
    """Record that a consent was taken back; what rested on it ends in this transaction.

    Raises WithdrawalError, IncompleteWillError.
    """
    work.session.refresh(row, with_for_update=True)
    if row.answer is not Answer.GIVEN or command.given_on < row.given_on or _is_taken_back(work, row):
        raise WithdrawalError
    taken_back = RecordWill(
        kind=row.kind,
        answer=Answer.WITHDRAWN,
        giver_id=row.giver_person_id,
        capacity=row.capacity,
        named_person_id=row.named_person_id,
        outsider_id=row.outsider_id,
        given_on=command.given_on,
        way=command.way,
        language=row.language,
        answers_id=row.id,
        words=command.words,
    )
    return record_will(work, where, taken_back, case_id)


def _is_taken_back(work: UnitOfWork, row: ExpressionOfWill) -> bool:
    """Whether somebody at another window was quicker."""
    taken = (ExpressionOfWill.answers_id == row.id, ExpressionOfWill.answer == Answer.WITHDRAWN)
    return work.session.scalars(select(ExpressionOfWill.id).where(*taken).limit(1)).first() is not None
