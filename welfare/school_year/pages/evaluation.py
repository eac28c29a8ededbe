"""One evaluation of a plan as a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.communal.pages import UnitHead
from welfare.organisations.models import Organisation
from welfare.rules.school_years import SchoolYear
from welfare.rules.year_plans import EvaluationLack, Stage, evaluation_due_on
from welfare.school_year.actions.evaluating import lacks_of
from welfare.school_year.models import GoalEvaluation, PlanEvaluation, YearPlan
from welfare.school_year.pages.plan import GoalPart, Look, goal_parts
from welfare.school_year.queries.evaluation import evaluation_of, goal_ratings
from welfare.school_year.queries.plan import whole_plan
from welfare.school_year.words import EVALUATION_LACK_WORDS, RATING_LOOKS, RATING_WORDS, STAGE_WORDS
from welfare.ui.formats import date_text


@dataclass(frozen=True, slots=True)
class FindingLine:
    """What was found, in words; empty where nothing was written yet."""

    rating: str = ""
    look: Look = ("", "")
    evidence: str = ""
    lessons: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationPage:
    """One evaluation: goals with what was found of each, and the whole."""

    head: UnitHead
    year: int
    name: str
    stage: str
    title: str
    due: str
    finished: str
    published: str
    goals: Sequence[tuple[GoalPart, FindingLine]]
    whole: FindingLine
    lacks: Sequence[str]
    was_approved: bool

    @classmethod
    def of(cls, work: UnitOfWork, unit: Organisation, plan: YearPlan, stage: Stage) -> "EvaluationPage":
        """Read one."""
        year, row = SchoolYear(plan.year), evaluation_of(work.session, plan, stage)
        ratings = goal_ratings(work.session, row) if row else {}
        lacks = lacks_of(work, plan, row)
        return cls(
            head=UnitHead.of(work, unit),
            year=plan.year,
            name=year.name,
            stage=stage.value,
            title=str(STAGE_WORDS[stage]),
            due=date_text(evaluation_due_on(year, stage)),
            finished=date_text(row.finished_at) if row and row.finished_at else "",
            published=date_text(row.published_on) if row and row.published_on else "",
            goals=[(part, _line(ratings.get(part.id))) for part in goal_parts(work, whole_plan(work.session, plan))],
            whole=_line(row),
            lacks=[str(EVALUATION_LACK_WORDS[lack]) for lack in lacks],
            was_approved=EvaluationLack.NEVER_APPROVED not in lacks,
        )


def goal_part_of(work: UnitOfWork, plan: YearPlan, goal_id: UUID) -> GoalPart:
    """One goal as the form of its evaluation shows it."""
    return next(part for part in goal_parts(work, whole_plan(work.session, plan)) if part.id == goal_id)


def _line(row: GoalEvaluation | PlanEvaluation | None) -> FindingLine:
    if row is None or row.rating is None:
        return FindingLine()
    return FindingLine(str(RATING_WORDS[row.rating]), RATING_LOOKS[row.rating], row.evidence, row.lessons)
