"""What was reached each time a matter was closed, as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from welfare.audit.gap import Gap
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case, CaseEvaluation
from welfare.cases.words import JUDGE_WORDS
from welfare.rules.cases import Judge


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """One evaluation."""

    at: datetime
    reached: str
    judges: str


def evaluation_lines(work: UnitOfWork, case: Case) -> Sequence[EvaluationLine]:
    """The newest first."""
    statement = select(CaseEvaluation).where(CaseEvaluation.case_id == case.id)
    rows = work.session.scalars(statement.order_by(CaseEvaluation.at.desc(), CaseEvaluation.id)).all()
    work.prefetch(rows)
    return [_line(work, row) for row in rows]


def _line(work: UnitOfWork, row: CaseEvaluation) -> EvaluationLine:
    words = work.decrypt_document(row, CaseEvaluation.document)
    judges = words["judges"]
    named = judges if isinstance(judges, Gap) else ", ".join(str(JUDGE_WORDS[Judge(each)]) for each in judges)
    return EvaluationLine(row.at, words["reached"], named)
