"""The evaluation of a year's plan, at mid-year and at the end: goal by goal, and as a whole."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, Revised, coded, column
from welfare.rules.year_plans import Rating, Stage
from welfare.school_year.models.plan import LONGEST_WORDS


class PlanEvaluation(Revised):
    """One evaluation of one plan; finished once, and then no longer changed."""

    __tablename__ = "plan_evaluation"
    __table_args__ = (UniqueConstraint("plan_id", "stage"),)

    plan_id: Mapped[UUID] = column(INTERNAL, ForeignKey("year_plan.id"), nullable=False)
    stage: Mapped[Stage] = column(INTERNAL, coded(Stage), nullable=False)
    rating: Mapped[Rating | None] = column(INTERNAL, coded(Rating))
    evidence: Mapped[str] = column(INTERNAL, String(LONGEST_WORDS), nullable=False, default="")
    lessons: Mapped[str] = column(INTERNAL, String(LONGEST_WORDS), nullable=False, default="")
    published_on: Mapped[date | None] = column(INTERNAL)
    """When the main results were made public (OHL 26 §)."""
    finished_at: Mapped[datetime | None] = column(INTERNAL)
    finished_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))


class GoalEvaluation(Revised):
    """How far one goal was reached."""

    __tablename__ = "goal_evaluation"
    __table_args__ = (UniqueConstraint("evaluation_id", "goal_id"),)

    evaluation_id: Mapped[UUID] = column(INTERNAL, ForeignKey("plan_evaluation.id"), nullable=False)
    goal_id: Mapped[UUID] = column(INTERNAL, ForeignKey("year_goal.id"), nullable=False, index=True)
    rating: Mapped[Rating] = column(INTERNAL, coded(Rating), nullable=False)
    evidence: Mapped[str] = column(INTERNAL, String(LONGEST_WORDS), nullable=False)
    lessons: Mapped[str] = column(INTERNAL, String(LONGEST_WORDS), nullable=False, default="")
