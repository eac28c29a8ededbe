"""Measures as pages show them: what, who, by when, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.journal.measure_words import MEASURE_LOOKS, MEASURE_WORDS, OVERDUE_LOOK
from welfare.meetings.models import Measure
from welfare.meetings.queries.loading import facts_of_measure
from welfare.meetings.queries.measures import Task
from welfare.rules.actors import Facts
from welfare.rules.measures import MeasureState, is_overdue
from welfare.rules.permissions import Permission, decide


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure of final minutes."""

    id: UUID
    what: str
    by: str
    followed_by: str
    until: date | None
    words: str
    look: tuple[str, str]
    is_open: bool
    note: str
    ended_at: datetime | None
    end_url: str
    """Where the reader tells what became of it; empty for one whose task it is not."""


def agreed_on(work: UnitOfWork, measure: Measure) -> dict[str, Any]:
    """What was agreed on, opened."""
    return work.decrypt_document(measure, Measure.document)


def measure_lines(work: UnitOfWork, facts: Facts, tasks: Iterable[Task]) -> Sequence[MeasureLine]:
    """Measures of one matter, to which the reader stands by these facts."""
    rows = list(tasks)
    work.prefetch(measure for measure, _meeting_id in rows)
    return [_line(work, facts, measure, meeting_id) for measure, meeting_id in rows]


def _line(work: UnitOfWork, facts: Facts, measure: Measure, meeting_id: UUID) -> MeasureLine:
    words = agreed_on(work, measure)
    is_late = is_overdue(measure.state, measure.until, work.facts.on)
    may_end = measure.state is MeasureState.OPEN and _may_end(work, facts, measure)
    return MeasureLine(
        id=measure.id,
        what=words["what"],
        by=words["by"],
        followed_by=words["followed_by"],
        until=measure.until,
        words=_("Late") if is_late else str(MEASURE_WORDS[measure.state]),
        look=OVERDUE_LOOK if is_late else MEASURE_LOOKS[measure.state],
        is_open=measure.state is MeasureState.OPEN,
        note=words.get("note", ""),
        ended_at=measure.ended_at,
        end_url=end_url((measure, meeting_id)) if may_end else "",
    )


def end_url(task: Task) -> str:
    """Where one tells what became of a measure."""
    measure, meeting_id = task
    return url_for("meetings.begin_ending_measure", meeting=meeting_id, item=measure.item_id, measure=measure.id)


def _may_end(work: UnitOfWork, facts: Facts, measure: Measure) -> bool:
    """As the gate would say: owner carries it out, handler follows it up."""
    return decide(work.actor, Permission.MEASURE_END, facts_of_measure(facts, measure)).is_granted
