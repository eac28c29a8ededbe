"""Tables of the climate survey. Nothing leads from an answer to anybody, or from a group to an answer."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Identified, Revised, coded, column
from welfare.rules.climate import Audience

LONGEST_GROUP = 40


class ClimateSurvey(Revised):
    """One survey of a school: who is asked, from when to when, and who answers for it."""

    __tablename__ = "climate_survey"

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    """The controller, who is named to whoever answers."""
    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False, index=True)
    audience: Mapped[Audience] = column(PUBLIC, coded(Audience), nullable=False)
    opens_on: Mapped[date] = column(PUBLIC, nullable=False)
    closes_on: Mapped[date] = column(PUBLIC, nullable=False)
    begun_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    ended_at: Mapped[datetime | None] = column(INTERNAL)


class ClimateCode(Identified):
    """The code by which one group answers, and how many of its answers have been given."""

    __tablename__ = "climate_code"
    __table_args__ = (UniqueConstraint("code"),)

    survey_id: Mapped[UUID] = column(PUBLIC, ForeignKey("climate_survey.id"), nullable=False, index=True)
    code: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    group_name: Mapped[str] = column(INTERNAL, String(LONGEST_GROUP), nullable=False)
    seats: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    used: Mapped[int] = column(INTERNAL, Integer, nullable=False)


class ClimateTally(Identified):
    """How often one grade was given to one question of a survey, by all groups together."""

    __tablename__ = "climate_tally"
    __table_args__ = (UniqueConstraint("survey_id", "question", "grade"),)

    survey_id: Mapped[UUID] = column(PUBLIC, ForeignKey("climate_survey.id"), nullable=False)
    question: Mapped[str] = column(PUBLIC, String(40), nullable=False)
    grade: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    count: Mapped[int] = column(INTERNAL, Integer, nullable=False)
