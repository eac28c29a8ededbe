"""The end of the round of amendments: the record is locked, and marked when it has been read back (IND §4.4)."""

from datetime import date, datetime, time, timedelta

from welfare.access.gate import HOME_ZONE
from welfare.audit.unit_of_work import UnitOfWork
from welfare.meetings.models import MeetingItem
from welfare.meetings.queries.records import record_digest, record_of, round_of, undecided_in
from welfare.rules.amendments import may_lock
from welfare.rules.orders import JobOrder, MeetingJob
from welfare.rules.registers import Register


def plan_lock(work: UnitOfWork, item: MeetingItem) -> None:
    """Have the record locked when the last day of its round is over; to be called where the round begins."""
    if item.amend_until is None:
        return
    work.plan_job(
        JobOrder(
            kind=MeetingJob.LOCK,
            key=(item.id, item.amend_until),
            controller_id=item.controller_id,
            register=Register.WELFARE,
            payload={"item": item.id},
            not_before=_after(item.amend_until),
        )
    )


def lock_if_over(work: UnitOfWork, item: MeetingItem) -> bool:
    """Lock the record if its round is over and every proposal has its answer; tells whether it was locked now.

    Done by the round's job, by the answer to the last proposal, and by the lead's button, whichever comes first.
    """
    wait_for_others(work, item)
    if not may_lock(round_of(item, work.facts), undecided=undecided_in(work.session, item)):
        return False
    line = record_of(work.session, item)
    item.locked_at, item.lock_digest = work.now, record_digest(line)
    work.session.flush()
    subjects = [("meeting_item", item.id), *(("journal_entry", entry.id) for entry in line)]
    work.note(item.controller_id, Register.WELFARE, *subjects, lock=item.lock_digest)
    return True


def mark_read_back(work: UnitOfWork, item: MeetingItem, day: date) -> None:
    """Keep the day when the record was read back to the student."""
    item.read_back_on = day
    work.session.flush()


def wait_for_others(work: UnitOfWork, item: MeetingItem) -> None:
    """One after the other: on PostgreSQL by a lock on the item, on SQLite writers queue anyway."""
    work.session.refresh(item, with_for_update=True)


def _after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), HOME_ZONE)
