"""Keeping an order in the transaction of the deed it follows from."""

from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.db.upsert import insert_into
from welfare.jobs.models import LONGEST_KEY, Job, JobState
from welfare.rules.orders import JobOrder, spell


class LongKeyError(ValueError):
    """The parts of a job's key do not fit into one."""


def plan_job(work: UnitOfWork, order: JobOrder) -> UUID:
    """Keep an order, unless it has been given before with the same kind and key; the id of its job.

    Raises WordInOrderError, LongKeyError, WriteOutsideUnitOfWorkError.
    """
    key = ":".join(str(spell(part)) for part in order.key)
    if len(key) > LONGEST_KEY:
        raise LongKeyError(order.kind)
    statement = insert_into(
        work.session,
        Job,
        id=uuid4(),
        kind=order.kind.value,
        key=key,
        payload={name: spell(code) for name, code in order.payload.items()},
        controller_id=order.controller_id,
        register=order.register,
        ordered_by=work.actor.account_id,
        planned_at=work.now,
        due_at=order.not_before or work.now,
        state=JobState.PLANNED,
        tries=0,
        failure="",
    )
    work.session.execute(statement.on_conflict_do_nothing(index_elements=[Job.kind, Job.key]))
    found: UUID = work.session.scalars(select(Job.id).where(Job.kind == order.kind.value, Job.key == key)).one()
    return found
