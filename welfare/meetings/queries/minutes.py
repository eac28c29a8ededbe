"""The rows that unfinished minutes are made of. Who may read them is asked of their item."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.meetings.models import Measure, MinuteSection
from welfare.rules.measures import MeasureState
from welfare.rules.minutes import Section


def sections_of(session: Session, item_id: UUID) -> Mapping[Section, MinuteSection]:
    """The sections that somebody has saved."""
    rows = session.scalars(select(MinuteSection).where(MinuteSection.item_id == item_id))
    return {row.section: row for row in rows}


def draft_measures_of(session: Session, item_id: UUID) -> Mapping[int, Measure]:
    """The lines of the plan that somebody has saved, by their place."""
    statement = select(Measure).where(Measure.item_id == item_id, Measure.state == MeasureState.DRAFT)
    return {row.place: row for row in session.scalars(statement.order_by(Measure.place))}
