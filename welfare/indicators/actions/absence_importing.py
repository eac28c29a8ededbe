"""Writing the absences of a file: each category's total, and what it is made of in the place of what it was."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from sqlalchemy import delete

from welfare.audit.unit_of_work import UnitOfWork
from welfare.indicators.importing.absence_plan import AbsenceLine
from welfare.indicators.models import AbsenceCount, AbsencePart


def write_absences(work: UnitOfWork, keeper_id: UUID, lines: Iterable[AbsenceLine]) -> None:
    """Write what is new or changed."""
    for line in lines:
        told = line.told
        unit_id, term, category = told.place
        where = {"unit_id": unit_id, "term_starts_on": term.starts_on, "category": category}
        row = line.standing or AbsenceCount(id=uuid4(), controller_id=keeper_id, **where)
        row.pupils, row.hours, row.enrolled = told.total.pupils, told.total.hours, told.enrolled
        row.recorded_at, row.recorded_by = work.now, work.actor.account_id
        work.session.add(row)
        work.session.execute(delete(AbsencePart).filter_by(**where))
        for part, count in told.parts.items():
            share = {"part": part, "pupils": count.pupils, "hours": count.hours}
            work.session.add(AbsencePart(id=uuid4(), controller_id=keeper_id, **where, **share))
    work.session.flush()
