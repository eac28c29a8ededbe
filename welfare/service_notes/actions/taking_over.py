"""Taking over the client of a colleague who has left the service: nobody is there to offer it (TihL 16 §; ATL 9 §).

Who takes a client over declares to have no conflict of interest (HL 27-28 §). A conflict that is recorded in the
student welfare register cannot be asked for here: nothing may join the registers (rule 22; OHL 20-21 §). So the taker's
own word is what there is, and it stands in the log beside the name of whoever gave it.
"""

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.service_workers import HandOverAnswer
from welfare.service_notes.actions.drafting import forget_drafts
from welfare.service_notes.actions.handing import take_offer_back
from welfare.service_notes.actions.writing import office_in
from welfare.service_notes.models import ClientFile, HandOver
from welfare.service_notes.queries.parts import open_offer_of
from welfare.service_notes.queries.vacant import may_take_over


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver:
    """Why it is this worker who takes the client over, kept in the register; and the declaration, kept in the log."""

    reason: str
    declares_no_conflict: bool


class ClientNotVacantError(RuntimeError):
    """The client has a worker, or it is not the actor's to take over."""


class ConflictNotDeniedError(ValueError):
    """The actor has not declared to have no conflict of interest."""


def take_over(work: UnitOfWork, file: ClientFile, command: TakeOver) -> HandOver:
    """Make the client one's own; what the former worker had begun to write ends.

    Raises ConflictNotDeniedError, ClientNotVacantError.
    """
    if not command.declares_no_conflict:
        raise ConflictNotDeniedError
    lock = select(ClientFile).where(ClientFile.id == file.id).with_for_update()
    work.session.scalars(lock.execution_options(populate_existing=True)).one()
    if not may_take_over(work.session, work.actor, work.facts.on, file) or work.actor.account_id is None:
        raise ClientNotVacantError
    return make_own(work, file, work.actor.account_id, command.reason)


def make_own(work: UnitOfWork, file: ClientFile, taker_id: UUID, reason: str) -> HandOver:
    """Put the actor, who has declared to have no conflict of interest, in the place of a worker who has left."""
    if open_offer_of(work.session, file.id) is not None:
        take_offer_back(work, file)
    former = file.worker_account_id
    row = _told(work, file, taker_id, reason)
    file.worker_account_id, file.worker_person_id = row.to_account_id, row.to_person_id
    forget_drafts(work, file, former)
    work.session.add(file)
    work.session.flush()
    office = office_in(work.actor, file)
    codes = {"hand_over": HandOverAnswer.TAKEN_OVER.value, "office": office.value, "conflict": "declared_none"}
    work.note(file.controller_id, file.register, ("account", former), **codes)
    return row


def _told(work: UnitOfWork, file: ClientFile, taker_id: UUID, reason: str) -> HandOver:
    """Who had the client and who has it now: a hand-over that nobody offered, answered as it was made."""
    row = HandOver(
        id=uuid4(),
        file_id=file.id,
        student_id=file.student_id,
        controller_id=file.controller_id,
        register=file.register,
        from_account_id=file.worker_account_id,
        from_person_id=file.worker_person_id,
        to_account_id=taker_id,
        to_person_id=work.actor.person_id,
        offered_at=work.now,
        answer=HandOverAnswer.TAKEN_OVER,
        answered_at=work.now,
    )
    work.encrypt(row, HandOver.reason, reason)
    work.session.add(row)
    return row
