"""The records of communal work: meetings with memos, groups, hearings, ideas, trainings, inspections, surveys, reviews.

They hold no pupil and have no key of their own; they end by the rule of the controller all the same (TihL 21 §). The
wall stands: nothing of communal work is imported here. A table is known by its name and by the column that tells when
such a record was over; what hangs on it is found by the ties of the schema.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import inspect, literal, select
from sqlalchemy.orm import Session

from welfare.db.base import Base, Identified
from welfare.retention.looking import Found, Looking, day_of
from welfare.retention.whole import mappers
from welfare.rules.retention import RecordKind
from welfare.rules.retention_ends import Life, Thing


@dataclass(frozen=True, slots=True)
class Ending:
    """By which column a record of one table was over, in which state it is not, and what is to end before it."""

    over: str
    open_in: str = ""
    after: str = ""
    """``table.column`` of records that belong to it and end by themselves."""


ENDINGS: Mapping[str, Ending] = {
    "communal_meeting": Ending("ends_at", open_in="planned"),
    "community_review": Ending("signed_at"),
    "climate_survey": Ending("closes_on"),
    "hearing": Ending("held_on"),
    "idea": Ending("given_on"),
    "inspection": Ending("held_on"),
    "result_discussion": Ending("held_on"),
    "training": Ending("held_on"),
    "welfare_group": Ending("ends_on", after="communal_meeting.group_id"),
}


def communal(look: Looking) -> Iterator[Found]:
    """Each record of the controller's communal work that can be over."""
    for model in communal_models():
        columns, ending = inspect(model).columns, ENDINGS[model.__tablename__]
        own = columns["controller_id"] == look.controller_id
        if look.only is not None:
            own &= columns["id"] == look.only[1]
        state = columns["state"] if ending.open_in else literal("")
        wanted = select(columns["id"], columns[ending.over], state).where(own)
        waiting = _waiting(look, ending)
        for row_id, over, stands in look.session.execute(wanted.order_by(columns[ending.over], columns["id"])).all():
            is_open = over is None or row_id in waiting or bool(ending.open_in and stands == ending.open_in)
            day = day_of(over) if isinstance(over, datetime) else over
            verdict = look.judge([RecordKind.COMMUNAL_RECORD], Life(is_open=is_open, closed_on=day))
            yield Found(Thing.COMMUNAL, row_id, None, "", verdict)


def communal_models() -> list[type[Identified]]:
    """The tables, by their names."""
    models = (mapper.class_ for mapper in mappers() if mapper.class_.__tablename__ in ENDINGS)
    return [model for model in models if issubclass(model, Identified)]


def record_of(session: Session, row_id: UUID) -> Identified | None:
    """A record by its id, whatever table it lies in."""
    return next((row for model in communal_models() if (row := session.get(model, row_id)) is not None), None)


def _waiting(look: Looking, ending: Ending) -> set[UUID]:
    """What others belong to that are kept still."""
    if not ending.after:
        return set()
    table, _dot, column = ending.after.partition(".")
    return set(look.session.scalars(select(Base.metadata.tables[table].c[column]).distinct()))
