"""Prohibitions that wait for a professional: wishes not assessed yet, and those to be assessed anew (OHL 18 § 2).

A wish about all of the student's welfare is every professional's of the school, one in a matter the group's own.
Before the day of review whoever assessed it last is reminded; from that day on all who may assess it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from welfare.consents.models import ExpressionOfWill, InterestAssessment
from welfare.consents.prohibitions import IS_PROHIBITION, prohibitions_in
from welfare.people.bonds import holds_on, selves_of
from welfare.people.models import Enrolment, Guardianship, Person
from welfare.rules.actors import WELFARE_PROFESSIONALS, Actor
from welfare.rules.prohibition import ProhibitionStatus, prohibition_status, review_is_due, review_is_near


@dataclass(frozen=True, slots=True)
class ToAssess:
    """One prohibition; without a day it has not been assessed at all."""

    row: ExpressionOfWill
    review_on: date | None


def to_assess(session: Session, actor: Actor, on: date, case_ids: Collection[UUID]) -> Iterator[ToAssess]:
    """What waits for an actor who may assess, of pupils at the actor's schools, and of the actor's own matters.

    Nothing about an own child: nobody assesses what shuts oneself out (HL 27-28 §).
    """
    schools = actor.schools(*WELFARE_PROFESSIONALS)
    if not schools or actor.person_id is None:
        return
    statement = (
        select(ExpressionOfWill)
        .join(Person, Person.id == ExpressionOfWill.student_id)
        .where(
            IS_PROHIBITION,
            or_(Person.of_age_on.is_(None), Person.of_age_on > on),
            exists().where(
                Enrolment.student_id == Person.id, Enrolment.school_id.in_(schools), holds_on(Enrolment, on)
            ),
            ~exists().where(
                Guardianship.student_id == Person.id, Guardianship.guardian_id.in_(selves_of(actor.person_id))
            ),
        )
        .order_by(ExpressionOfWill.given_on, ExpressionOfWill.recorded_at, ExpressionOfWill.id)
    )
    rows = session.scalars(statement).all()
    if not rows:
        return
    newest = {(row.student_id, row.case_id, row.named_person_id): row for row in rows}
    assessors = _last_assessors(session, [row.id for row in rows])
    for (student_id, case_id, guardian_id), prohibitions in prohibitions_in(session, rows).items():
        row, status = newest[student_id, case_id, guardian_id], prohibition_status(prohibitions, guardian_id, on)
        is_ours = case_id is None or case_id in case_ids
        if status is ProhibitionStatus.AWAITS_ASSESSMENT and is_ours:
            yield ToAssess(row, None)
        elif status is ProhibitionStatus.STANDS:
            said = prohibitions[-1]
            last = said.latest_assessment(on)
            is_own = assessors.get(row.id) == actor.account_id
            if last and ((is_own and review_is_near(said, on)) or (is_ours and review_is_due(said, on))):
                yield ToAssess(row, last.review_on)


def _last_assessors(session: Session, expression_ids: Collection[UUID]) -> dict[UUID, UUID]:
    order = (InterestAssessment.assessed_on, InterestAssessment.recorded_at, InterestAssessment.id)
    made = (
        select(InterestAssessment.expression_id, InterestAssessment.assessor_account_id)
        .where(InterestAssessment.expression_id.in_(expression_ids))
        .order_by(*order)
    )
    return {row.expression_id: row.assessor_account_id for row in session.execute(made)}
