"""Table of the jobs service."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import JSON, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, Identified, coded, column
from welfare.rules.registers import Register

LONGEST_KEY = 200


class JobState(StrEnum):
    """How far a job has come."""

    PLANNED = "planned"
    DONE = "done"
    GIVEN_UP = "given_up"


class Job(Identified):
    """One job. While a worker is at it, ``claim_id`` says which, and ``due_at`` when others may take it over."""

    __tablename__ = "job"
    __table_args__ = (UniqueConstraint("kind", "key"), Index(None, "state", "due_at"))

    kind: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    key: Mapped[str] = column(INTERNAL, String(LONGEST_KEY), nullable=False)
    payload: Mapped[dict[str, str | int]] = column(INTERNAL, JSON, nullable=False)
    controller_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    register: Mapped[Register] = column(INTERNAL, coded(Register), nullable=False)
    ordered_by: Mapped[UUID | None] = column(INTERNAL)
    """The account whose deed it follows from; nobody's for the system's own."""
    planned_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    due_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    state: Mapped[JobState] = column(INTERNAL, coded(JobState), nullable=False)
    tries: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    claim_id: Mapped[UUID | None] = column(INTERNAL)
    failure: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    """Why the last try came to nothing, a code; empty where none has failed."""
    ended_at: Mapped[datetime | None] = column(INTERNAL)
