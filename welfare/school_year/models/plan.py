"""The action plan of a unit's school year: goals that cite a datum, measures, approvals."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Identified, Revised, coded, column
from welfare.rules.year_plans import MeasureState, PlanState, Strength
from welfare.school_year.models.owned import Owned

LONGEST_LINE, LONGEST_WORDS, LONGEST_VALUE, LONGEST_CODE = 200, 4000, 60, 60


class YearPlan(Revised):
    """One unit's plan of one year."""

    __tablename__ = "year_plan"
    __table_args__ = (UniqueConstraint("unit_id", "year"),)

    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    year: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    state: Mapped[PlanState] = column(INTERNAL, coded(PlanState), nullable=False)
    beginning: Mapped[str] = column(INTERNAL, String(LONGEST_WORDS), nullable=False, default="")
    """Where the work begins from."""
    heard: Mapped[str] = column(INTERNAL, String(LONGEST_WORDS), nullable=False, default="")
    """Who was heard, and how: by groups and seats, never by name."""


class PlanApproval(Identified):
    """Somebody who leads the unit approved the plan as it stood; never changed."""

    __tablename__ = "year_plan_approval"

    plan_id: Mapped[UUID] = column(INTERNAL, ForeignKey("year_plan.id"), nullable=False, index=True)
    approved_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    approved_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    comment: Mapped[str] = column(INTERNAL, String(LONGEST_WORDS), nullable=False, default="")


class YearGoal(Owned):
    """One goal. Its datum is an indicator of the library or a source in words, with the value and the year."""

    __tablename__ = "year_goal"

    plan_id: Mapped[UUID] = column(INTERNAL, ForeignKey("year_plan.id"), nullable=False, index=True)
    place: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    """Its place among the goals of the plan."""
    title_fi: Mapped[str] = column(INTERNAL, String(LONGEST_LINE), nullable=False)
    title_sv: Mapped[str] = column(INTERNAL, String(LONGEST_LINE), nullable=False)
    indicator: Mapped[str] = column(INTERNAL, String(LONGEST_CODE), nullable=False, default="")
    """The code of an indicator in the library."""
    datum_source: Mapped[str] = column(INTERNAL, String(LONGEST_LINE), nullable=False, default="")
    datum_value: Mapped[str] = column(INTERNAL, String(LONGEST_VALUE), nullable=False)
    datum_year: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    target: Mapped[str] = column(INTERNAL, String(LONGEST_WORDS), nullable=False)
    """By what it is seen that the goal has been reached."""
    carried_from_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("year_goal.id"), index=True)
    """The same goal in the plan of the year before."""


class YearMeasure(Owned):
    """What is done for a goal, by when, for whom."""

    __tablename__ = "year_measure"

    goal_id: Mapped[UUID] = column(INTERNAL, ForeignKey("year_goal.id"), nullable=False, index=True)
    what_fi: Mapped[str] = column(INTERNAL, String(LONGEST_LINE), nullable=False)
    what_sv: Mapped[str] = column(INTERNAL, String(LONGEST_LINE), nullable=False)
    due_on: Mapped[date] = column(INTERNAL, nullable=False)
    strength: Mapped[Strength] = column(INTERNAL, coded(Strength), nullable=False)
    state: Mapped[MeasureState] = column(INTERNAL, coded(MeasureState), nullable=False)
    done_on: Mapped[date | None] = column(INTERNAL)
