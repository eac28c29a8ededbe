"""How a delivery stands, as its page shows it."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from welfare.audit.ledger import Ledger
from welfare.people.actions.deliveries import UNDER_WAY
from welfare.people.models import DeliveryState, RosterDelivery, RosterImport
from welfare.people.roster.errands import Failure
from welfare.people.roster.turn import is_taken
from welfare.people.words import FAILURE_WORDS


class Stage(StrEnum):
    """What the page is about."""

    READING = "reading"
    READY = "ready"
    UNSOUND = "unsound"
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class Progress:
    """The stage, and how far it is."""

    stage: Stage
    done: int
    total: int
    reason: str
    row: RosterImport | None

    @property
    def is_running(self) -> bool:
        """Whether looking again will show something else."""
        return self.stage in {Stage.READING, Stage.WRITING}

    @classmethod
    def of(cls, ledger: Ledger, delivery_id: UUID) -> "Progress":
        """How a delivery stands now.

        Whether somebody works on it is asked first and the row read afterwards, in a transaction of its own: work that
        ends in between is then seen as ended, not as interrupted.
        """
        is_worked_on = is_taken(ledger.engine)
        with ledger.transaction() as transaction:
            session = transaction.session
            statement = select(RosterDelivery, RosterImport).outerjoin(
                RosterImport, RosterImport.id == RosterDelivery.import_id
            )
            delivery, row = session.execute(statement.where(RosterDelivery.id == delivery_id)).one()
            session.expunge_all()
        stage = Stage(delivery.state.value)
        if delivery.state in UNDER_WAY and not is_worked_on:
            stage = Stage.INTERRUPTED
        reason = str(FAILURE_WORDS[Failure(delivery.failure)]) if delivery.state is DeliveryState.FAILED else ""
        return cls(stage, delivery.done, delivery.total, reason, row)
