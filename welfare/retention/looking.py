"""One look at what a controller keeps, and what such a look finds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from welfare.access.gate import HOME_ZONE
from welfare.access_copies.models import AccessCopy
from welfare.breaches.models import Breach
from welfare.cases.models import Case
from welfare.datarights.models import LogRequest
from welfare.log_reviews.models import Finding
from welfare.people.models import Enrolment, Person
from welfare.rectifications.models import Rectification
from welfare.requests.models import ContactRequest
from welfare.rules.retention import KeepingRule, RecordKind
from welfare.rules.retention_ends import Life, Thing, Verdict, verdict
from welfare.service_notes.models import ClientFile

Key = tuple[Thing, UUID]
Root = Case | ContactRequest | ClientFile | LogRequest | AccessCopy | Rectification | Finding | Breach | Person


@dataclass(frozen=True, slots=True)
class Found:
    """One thing and its judgement. ``number`` is what people know it by, where it has one."""

    thing: Thing
    id: UUID
    student_id: UUID | None
    number: str
    verdict: Verdict
    ended_at: datetime | None = None
    """When it was closed the last time: what the archive has taken over before is not what lies here now."""


@dataclass(frozen=True, slots=True)
class Looking:
    """On a day, by the rules in force, at one thing where only that is asked."""

    session: Session
    controller_id: UUID
    today: date
    rules: Mapping[RecordKind, KeepingRule]
    only: Key | None = None

    def judge(self, kinds: list[RecordKind], life: Life) -> Verdict:
        """By this look's rules and day."""
        return verdict(self.rules, kinds, life, self.today)

    def own(self, model: type[Root]) -> ColumnElement[bool]:
        """The rows of a table that are looked at."""
        own: ColumnElement[bool] = model.controller_id == self.controller_id
        return own if self.only is None else own & (model.id == self.only[1])

    def studies(self) -> dict[UUID, date | None]:
        """When the studies of each pupil ended; None while they go on."""
        ends = (
            select(
                Enrolment.student_id,
                func.max(Enrolment.ends_on).label("last"),
                func.count().label("all"),
                func.count(Enrolment.ends_on).label("ended"),
            )
            .join(Person, Person.id == Enrolment.student_id)
            .where(Person.controller_id == self.controller_id)
            .group_by(Enrolment.student_id)
        )
        if self.only is not None:
            thing, thing_id = self.only
            of_matter = select(Case.student_id).where(Case.id == thing_id).scalar_subquery()
            ends = ends.where(Enrolment.student_id == (of_matter if thing is Thing.MATTER else thing_id))
        rows = self.session.execute(ends)
        return {row.student_id: row.last if row.all == row.ended and row.last <= self.today else None for row in rows}

    def cases_with(self, case_id: InstrumentedAttribute[UUID], controller: InstrumentedAttribute[UUID]) -> set[UUID]:
        """The matters that hold something."""
        wanted = select(case_id).where(controller == self.controller_id, case_id.is_not(None)).distinct()
        if self.only is not None:
            wanted = wanted.where(case_id == self.only[1])
        return set(self.session.scalars(wanted))


def day_of(moment: datetime | None) -> date | None:
    """The day in Finland."""
    return None if moment is None else moment.astimezone(HOME_ZONE).date()
