"""Finding discussions, absences and inspections of schools."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access.needs import Loaded, Reading
from welfare.communal.loaders import unit_facts
from welfare.db.base import Revised
from welfare.indicators.models import AbsenceCount, AbsencePart, Defect, Inspection, ResultDiscussion
from welfare.organisations.models import Organisation
from welfare.rules.terms import SchoolTerm

ResultSet = tuple[str, int]
"""A sheet and a year."""


def load_discussion(reading: Reading, discussion_id: UUID) -> Loaded | None:
    """Loader of ``<discussion_id:discussion>`` within a unit."""
    return _within(reading, reading.session.get(ResultDiscussion, discussion_id), "discussion")


def load_inspection(reading: Reading, inspection_id: UUID) -> Loaded | None:
    """Loader of ``<inspection_id:inspection>`` within a unit."""
    return _within(reading, reading.session.get(Inspection, inspection_id), "inspection")


def load_defect(reading: Reading, defect_id: UUID) -> Loaded | None:
    """Loader of ``<defect_id:defect>`` within an inspection."""
    inspection, unit = reading.loaded.get("inspection"), reading.loaded.get("unit")
    row = reading.session.get(Defect, defect_id)
    if not isinstance(inspection, Inspection) or not isinstance(unit, Organisation) or row is None:
        return None
    if row.inspection_id != inspection.id:
        return None
    facts = unit_facts(reading, unit)
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, ("defect", row.id))))


def _within(reading: Reading, row: ResultDiscussion | Inspection | None, kind: str) -> Loaded | None:
    unit = reading.loaded.get("unit")
    if not isinstance(unit, Organisation) or row is None or row.unit_id != unit.id:
        return None
    facts = unit_facts(reading, unit)
    return Loaded(row, replace(facts, subject_ids=(*facts.subject_ids, (kind, row.id))))


def discussions_of(session: Session, unit_ids: Collection[UUID]) -> Mapping[UUID, Sequence[ResultDiscussion]]:
    """What has been talked through at these units, the newest first; nothing that was struck out."""
    statement = (
        select(ResultDiscussion)
        .where(ResultDiscussion.unit_id.in_(unit_ids), ResultDiscussion.struck_at.is_(None))
        .order_by(ResultDiscussion.held_on.desc(), ResultDiscussion.recorded_at.desc(), ResultDiscussion.id)
    )
    found: defaultdict[UUID, list[ResultDiscussion]] = defaultdict(list)
    for row in session.scalars(statement):
        found[row.unit_id].append(row)
    return found


def absence_rows(session: Session, unit_id: UUID, terms: Iterable[SchoolTerm]) -> Sequence[AbsenceCount]:
    """The counts of a school in some terms. For pages they pass rules/absences.py."""
    days = [term.starts_on for term in terms]
    statement = select(AbsenceCount).where(AbsenceCount.unit_id == unit_id, AbsenceCount.term_starts_on.in_(days))
    return session.scalars(statement).all()


def absence_parts(session: Session, unit_id: UUID, terms: Iterable[SchoolTerm]) -> Sequence[AbsencePart]:
    """What the counts of a school in some terms are made of. For pages they pass rules/absence_parts.py."""
    days = [term.starts_on for term in terms]
    statement = select(AbsencePart).where(AbsencePart.unit_id == unit_id, AbsencePart.term_starts_on.in_(days))
    return session.scalars(statement).all()


def rows_revision(rows: Iterable[Revised]) -> int:
    """A number that grows with each change of any of them."""
    return sum(row.revision for row in rows)


def inspections_of(session: Session, unit_ids: Collection[UUID]) -> Mapping[UUID, Sequence[Inspection]]:
    """The inspections of these schools, the newest first."""
    statement = select(Inspection).where(Inspection.unit_id.in_(unit_ids)).order_by(Inspection.held_on.desc())
    found: defaultdict[UUID, list[Inspection]] = defaultdict(list)
    for row in session.scalars(statement):
        found[row.unit_id].append(row)
    return found


def defects_of(session: Session, inspection_ids: Collection[UUID]) -> Mapping[UUID, Sequence[Defect]]:
    """What these inspections found wanting, what is due first at the top."""
    statement = select(Defect).where(Defect.inspection_id.in_(inspection_ids)).order_by(Defect.due_on, Defect.what)
    found: defaultdict[UUID, list[Defect]] = defaultdict(list)
    for row in session.scalars(statement):
        found[row.inspection_id].append(row)
    return found
