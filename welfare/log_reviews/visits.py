"""What a reader opened of whom, by visits: what is marked of it as done without a task makes the file of a breach."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from welfare.audit.event import Outcome
from welfare.audit.models import AuditEvent, AuditSubject
from welfare.breaches.actions import Touched
from welfare.log_reviews.models import Finding
from welfare.log_reviews.reading import is_opening
from welfare.people.models import Person, PersonKind
from welfare.rules.portal import VISIT

LOOKED_BACK = timedelta(days=90)
"""How long before a finding the earlier visits to the same pupil are listed beside it."""


@dataclass(slots=True)
class Visit:
    """Openings of one pupil's data by one reader, one after the other."""

    student_id: UUID
    seq: int
    """Of the first: the chain only grows, so a visit is known by it."""
    permissions: dict[str, None]
    events: int
    first_at: datetime
    last_at: datetime

    @property
    def key(self) -> str:
        """By what it is marked."""
        return f"{self.student_id.hex}-{self.seq}"

    def is_of(self, finding: Finding) -> bool:
        """Whether anything of it falls into the time of the finding."""
        return self.first_at <= finding.last_at and self.last_at >= finding.first_at

    def goes_on(self, at: datetime) -> bool:
        """Whether an opening at this moment belongs to it still."""
        return at - self.last_at <= VISIT


def visits_behind(session: Session, finding: Finding) -> Sequence[Visit]:
    """The visits of a finding, the oldest first; where it is about one pupil, also the reader's earlier ones there."""
    event, about = AuditEvent, and_(AuditSubject.chain_id == AuditEvent.chain_id, AuditSubject.seq == AuditEvent.seq)
    since = finding.first_at - (LOOKED_BACK if finding.student_id else timedelta())
    wanted = (
        select(AuditSubject.subject_id, event.seq, event.at, event.permission)
        .join(event, about)
        .join(Person, and_(Person.id == AuditSubject.subject_id, Person.kind == PersonKind.STUDENT))
        .where(
            event.chain_id == finding.controller_id,
            event.actor_id == finding.account_id,
            event.outcome == Outcome.DONE.value,
            event.at.between(since, finding.last_at),
        )
    )
    if finding.student_id is not None:
        wanted = wanted.where(AuditSubject.subject_id == finding.student_id)
    rows = session.execute(wanted.order_by(event.at, event.seq, AuditSubject.subject_id))
    return _grouped(row for row in rows if is_opening(row.permission))


def touched_in(visits: Iterable[Visit], marked: Collection[str]) -> Sequence[Touched]:
    """Of the marked visits: how much of each pupil's data was opened, and from when to when."""
    found: dict[UUID, list[Visit]] = {}
    for visit in visits:
        if visit.key in marked:
            found.setdefault(visit.student_id, []).append(visit)
    return [
        Touched(student_id, sum(each.events for each in own), own[0].first_at, max(each.last_at for each in own))
        for student_id, own in found.items()
    ]


def _grouped(rows: Iterable[Any]) -> list[Visit]:
    going_on: dict[UUID, Visit] = {}
    visits: list[Visit] = []
    for row in rows:
        visit = going_on.get(row.subject_id)
        if visit is None or not visit.goes_on(row.at):
            visit = going_on[row.subject_id] = Visit(row.subject_id, row.seq, {}, 0, row.at, row.at)
            visits.append(visit)
        visit.permissions[row.permission] = None
        visit.events, visit.last_at = visit.events + 1, row.at
    return visits
