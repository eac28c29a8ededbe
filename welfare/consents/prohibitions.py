"""The minor's prohibition as it is stored, and whom it shuts out (OHL 18 § 2; rules 12 and 13)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from welfare.consents.models import ExpressionOfWill, InterestAssessment
from welfare.consents.wills import will_of
from welfare.rules.consent import ConsentKind
from welfare.rules.prohibition import InterestAssessment as Assessed
from welfare.rules.prohibition import Prohibition, ProhibitionStatus, prohibition_status, review_is_due, shuts_out

Shut = tuple[UUID | None, UUID]
"""The matter (None = all of the student's welfare) and the guardian shut out of it."""
IS_PROHIBITION = ExpressionOfWill.kind == ConsentKind.MINOR_PROHIBITION


def is_shut_out(session: Session, guardian_id: UUID, student_id: UUID, on: date, case_id: UUID | None = None) -> bool:
    """Whether a guardian sees nothing, not even that there is anything.

    With a case: of that matter. Without one: as soon as any prohibition of this student stands against the guardian,
    because what is told of the student's welfare at large could tell of the matter that was closed to the guardian.
    """
    from_what = {
        case for case, guardian in shut_out_in(session, [student_id], on)[student_id] if guardian == guardian_id
    }
    return bool(from_what) if case_id is None else bool(from_what & {None, case_id})


def shut_out_in(session: Session, student_ids: Iterable[UUID], on: date) -> defaultdict[UUID, frozenset[Shut]]:
    """For each student, who is shut out of what on a day; two queries, however many students."""
    return shut_out_by(session, _said_by(session, student_ids), on)


def shut_out_by(session: Session, rows: Iterable[ExpressionOfWill], on: date) -> defaultdict[UUID, frozenset[Shut]]:
    """The same, by what these students have said: every prohibition of theirs must be among the rows."""
    shut: defaultdict[UUID, frozenset[Shut]] = defaultdict(frozenset)
    for (student_id, case_id, guardian_id), prohibitions in prohibitions_in(session, rows).items():
        if shuts_out(prohibitions, guardian_id, on):
            shut[student_id] |= {(case_id, guardian_id)}
    return shut


def _said_by(session: Session, student_ids: Iterable[UUID]) -> Sequence[ExpressionOfWill]:
    return session.scalars(
        select(ExpressionOfWill).where(IS_PROHIBITION, ExpressionOfWill.student_id.in_(set(student_ids)))
    ).all()


def prohibitions_in(
    session: Session, expressions: Iterable[ExpressionOfWill]
) -> Mapping[tuple[UUID, UUID | None, UUID], list[Prohibition]]:
    """The prohibitions among these by student, matter and guardian, with their assessments in the order made."""
    rows = [row for row in expressions if row.kind is ConsentKind.MINOR_PROHIBITION]
    assessed: defaultdict[UUID, list[Assessed]] = defaultdict(list)
    for made in session.scalars(_assessments([row.id for row in rows])) if rows else ():
        finding = Assessed(
            made.assessor_role, made.assessed_on, made.is_clearly_against_interest, made.review_on, made.is_partly
        )
        assessed[made.expression_id].append(finding)
    found: defaultdict[tuple[UUID, UUID | None, UUID], list[Prohibition]] = defaultdict(list)
    for row in rows:
        if row.named_person_id is not None:
            prohibition = Prohibition(will_of(row), row.has_weighty_reason, tuple(assessed[row.id]))
            found[row.student_id, row.case_id, row.named_person_id].append(prohibition)
    return found


def expressions_of(session: Session, student_id: UUID) -> Sequence[ExpressionOfWill]:
    """Every word of one student about leaving a guardian out, in a matter or at large, newest first."""
    of_kind = (IS_PROHIBITION, ExpressionOfWill.student_id == student_id)
    order = (ExpressionOfWill.given_on.desc(), ExpressionOfWill.recorded_at.desc(), ExpressionOfWill.id)
    return session.scalars(select(ExpressionOfWill).where(*of_kind).order_by(*order)).all()


def newest_words(session: Session, student_id: UUID) -> Sequence[ExpressionOfWill]:
    """The student's newest word about each guardian in each matter and at large, newest first."""
    newest: dict[tuple[UUID | None, UUID | None], ExpressionOfWill] = {}
    for row in expressions_of(session, student_id):
        newest.setdefault((row.case_id, row.named_person_id), row)
    return list(newest.values())


def status_of_row(session: Session, row: ExpressionOfWill, on: date) -> ProhibitionStatus | None:
    """Where a prohibition stands; None for an earlier word that the newest about the same guardian has replaced."""
    guardian_id = row.named_person_id
    if guardian_id is None:
        return ProhibitionStatus.INCOMPLETE
    of_student = prohibitions_in(session, _said_by(session, [row.student_id]))
    said = of_student[row.student_id, row.case_id, guardian_id]
    newest = max((each.expression for each in said), key=lambda will: (will.given_on, will.recorded_at))
    return prohibition_status(said, guardian_id, on) if newest.id == row.id else None


def is_review_due(session: Session, row: ExpressionOfWill, on: date) -> bool:
    """Whether a prohibition that stands has come to the day on which the interest was to be assessed anew."""
    if status_of_row(session, row, on) is not ProhibitionStatus.STANDS:
        return False
    of_student = prohibitions_in(session, _said_by(session, [row.student_id]))
    said = of_student[row.student_id, row.case_id, row.named_person_id or row.id]
    return any(review_is_due(each, on) for each in said if each.expression.id == row.id)


def trail_of(session: Session, row: ExpressionOfWill) -> Sequence[ExpressionOfWill]:
    """Every word about the same guardian in the same matter (or at large), in the order said."""
    said = expressions_of(session, row.student_id)
    same = [each for each in said if (each.case_id, each.named_person_id) == (row.case_id, row.named_person_id)]
    return same[::-1]


def assessments_of(session: Session, expression_id: UUID) -> Sequence[InterestAssessment]:
    """The assessments of one prohibition in the order made."""
    return session.scalars(_assessments([expression_id])).all()


def _assessments(expression_ids: Sequence[UUID]) -> Select[InterestAssessment]:
    order = (InterestAssessment.assessed_on, InterestAssessment.recorded_at, InterestAssessment.id)
    return select(InterestAssessment).where(InterestAssessment.expression_id.in_(expression_ids)).order_by(*order)
