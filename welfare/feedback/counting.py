"""Adding answers to what belongs to nobody: some wait until there are enough of them to be shown together."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import func, select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.feedback.models import FeedbackTally, MeetingTally
from welfare.rules.feedback import GRADES, is_batch

Row = TypeVar("Row", FeedbackTally, MeetingTally)


def tallies_of_group(
    work: UnitOfWork, model: type[Row], provider_id: UUID, questions: Iterable[Any], group: dict[str, Any]
) -> Sequence[Row]:
    """Every count of one group; made all at once, so that their order tells nothing."""
    _wait_for_others(work, model.__tablename__, provider_id, group)
    found = {"provider_id": provider_id, **group}
    rows = work.session.scalars(select(model).filter_by(**found).with_for_update()).all()
    if not rows:
        places = [(question, grade) for question in questions for grade in GRADES]
        rows = [model(question=question, grade=grade, shown=0, waiting=0, **found) for question, grade in places]
        work.session.add_all(rows)
    return rows


def show_what_waits(rows: Sequence[Row]) -> None:
    """Add what waits to what is shown, all of it at once."""
    for row in rows:
        row.shown, row.waiting = row.shown + row.waiting, 0


def is_enough(rows: Iterable[Row], floor: int) -> bool:
    """Whether so many answers wait at these counts, which are those of one question. Raises FloorError."""
    return is_batch(sum(row.waiting for row in rows), floor)


def _wait_for_others(work: UnitOfWork, table: str, provider_id: UUID, group: dict[str, Any]) -> None:
    """One after the other; on SQLite all writers are."""
    if work.session.get_bind().dialect.name == "postgresql":
        place = sha256(repr((table, provider_id, sorted(group.items()))).encode()).digest()[:8]
        work.session.execute(select(func.pg_advisory_xact_lock(int.from_bytes(place, signed=True))))
