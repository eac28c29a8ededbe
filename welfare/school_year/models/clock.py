"""The annual clock: its tasks, and the addresses at which calendars ask for them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Identified, column
from welfare.rules.school_years import SchoolYear
from welfare.school_year.models.owned import Owned

LONGEST_TITLE, LONGEST_NOTE = 160, 2000


class ClockTask(Owned):
    """One task of one unit's year."""

    __tablename__ = "clock_task"
    __table_args__ = (Index(None, "unit_id", "year"),)

    unit_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    year: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    """The calendar year in which the school year begins."""
    month: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    day: Mapped[int | None] = column(INTERNAL, Integer)
    """The day of the month at the latest; by the end of the month where none is named."""
    template: Mapped[str] = column(INTERNAL, String(40), nullable=False, default="")
    """The key of the template it began from."""
    title_fi: Mapped[str] = column(INTERNAL, String(LONGEST_TITLE), nullable=False)
    title_sv: Mapped[str] = column(INTERNAL, String(LONGEST_TITLE), nullable=False)
    note: Mapped[str] = column(INTERNAL, String(LONGEST_NOTE), nullable=False, default="")
    carried_from_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("clock_task.id"), index=True)
    """The same task of the year before."""
    done_on: Mapped[date | None] = column(INTERNAL)
    done_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))

    @property
    def due_on(self) -> date:
        """The last day on which it is in time."""
        return SchoolYear(self.year).nearest(self.month, self.day)


class ClockFeed(Identified):
    """One person's address for one unit's clock; only the SHA-256 of its token is kept, until it is revoked."""

    __tablename__ = "clock_feed"

    unit_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False, index=True)
    token_digest: Mapped[bytes] = column(INTERNAL, LargeBinary(32), nullable=False, unique=True)
    made_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    asked_at: Mapped[datetime | None] = column(INTERNAL)
    revoked_at: Mapped[datetime | None] = column(INTERNAL)
