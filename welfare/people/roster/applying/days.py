"""Setting a last day on many rows at once."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar, cast
from uuid import UUID

from sqlalchemy import ColumnElement, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from welfare.people.bonds import Bond, lasts

Thing = TypeVar("Thing")
BATCH = 500
ONE_DAY = timedelta(days=1)


def batches(things: Sequence[Thing], size: int = BATCH) -> Iterator[Sequence[Thing]]:
    """The things in order, some at a time, so that no statement grows with the roster."""
    for start in range(0, len(things), size):
        yield things[start : start + size]


def end_bonds(
    session: Session, column: InstrumentedAttribute[UUID], ids: Collection[UUID], on: date, *also: ColumnElement[bool]
) -> None:
    """Give every bond whose column names one of these ids the day before ``on`` as its last; an earlier one stands."""
    model = cast("type[Bond]", column.class_)
    for some in batches(list(ids)):
        statement = update(model).where(column.in_(some), lasts(model, on), *also).values(ends_on=on - ONE_DAY)
        session.execute(statement, execution_options={"synchronize_session": False})
