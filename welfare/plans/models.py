"""Tables of the plans room. What a version says is sealed as one document; states, days and ids lie beside it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.cases.models import OfCase
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.goals import Outcome, Rater
from welfare.rules.measures import MeasureState


class Plan(OfCase):
    """The plan of one matter: which version is the newest, and when it is to be reviewed."""

    __tablename__ = "welfare_plan"
    __table_args__ = (UniqueConstraint("case_id"),)

    newest: Mapped[int] = column(INTERNAL, nullable=False)
    """The number of the newest version, from 1."""
    first_agreed_on: Mapped[date] = column(INTERNAL, nullable=False)
    agreed_on: Mapped[date] = column(INTERNAL, nullable=False)
    review_on: Mapped[date] = column(INTERNAL, nullable=False)


class OfPlan(OfCase):
    """A row that belongs to one plan."""

    __abstract__ = True

    plan_id: Mapped[UUID] = column(INTERNAL, ForeignKey("welfare_plan.id"), nullable=False, index=True)


class PlanVersion(OfPlan):
    """One version as it was agreed on, written once: the database refuses a second revision (TihL 15 §; rule 19).

    ``document`` is what `welfare.plans.content.PlanText` holds, all of it opened together.
    """

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("plan_id", "number"), CheckConstraint("revision = 1", name="written_once"))

    number: Mapped[int] = column(INTERNAL, nullable=False)
    agreed_on: Mapped[date] = column(INTERNAL, nullable=False)
    review_on: Mapped[date] = column(INTERNAL, nullable=False)
    written_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    author_account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    author_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    author_office: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    """Role code of the author's profession or office at that time (OHL 20 § 4 k. 6)."""
    entry_id: Mapped[UUID] = column(INTERNAL, ForeignKey("journal_entry.id"), nullable=False, unique=True)
    """The journal entry that tells of it and holds its measures with their parties."""
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)


class PlanGoal(OfPlan):
    """One goal through all versions, known by its number. ``note`` tells why it was closed so."""

    __tablename__ = "plan_goal"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)

    number: Mapped[int] = column(INTERNAL, nullable=False)
    set_on: Mapped[date] = column(INTERNAL, nullable=False)
    rated_on: Mapped[date | None] = column(INTERNAL)
    """When it was first rated: from then on its levels are fixed, or the ratings could not be compared."""
    outcome: Mapped[Outcome | None] = column(INTERNAL, coded(Outcome))
    closed_at: Mapped[datetime | None] = column(INTERNAL)
    closed_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    note: Mapped[Encrypted | None] = column(SECRET, EncryptedText())


class PlanMeasure(OfPlan):
    """One measure as a task of its two parties. What it is stands in the version; ``note`` tells what became of it."""

    __tablename__ = "plan_measure"
    __table_args__ = (
        UniqueConstraint("goal_id", "number"),
        Index(None, "doer_account_id", "state"),
        Index(None, "follower_account_id", "state"),
    )

    goal_id: Mapped[UUID] = column(INTERNAL, ForeignKey("plan_goal.id"), nullable=False)
    number: Mapped[int] = column(INTERNAL, nullable=False)
    version: Mapped[int] = column(INTERNAL, nullable=False)
    """The newest version in which it stands: what a later one has left out waits for nobody."""
    state: Mapped[MeasureState] = column(INTERNAL, coded(MeasureState), nullable=False)
    doer_account_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    follower_account_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    until: Mapped[date] = column(INTERNAL, nullable=False)
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    ended_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    note: Mapped[Encrypted | None] = column(SECRET, EncryptedText())


class Rating(OfPlan):
    """What one of the three thought of the goals on one day, written once; a later one of the same day stands for it.

    ``document`` = {levels: {goal number: level}, note, feeling}: opened together, so sealed together.
    """

    __tablename__ = "plan_rating"
    __table_args__ = (Index(None, "plan_id", "rated_on"), CheckConstraint("revision = 1", name="written_once"))

    rater: Mapped[Rater] = column(INTERNAL, coded(Rater), nullable=False)
    rated_on: Mapped[date] = column(INTERNAL, nullable=False)
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    """The student or guardian, or the worker who wrote down what they said."""
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
