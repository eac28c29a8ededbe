"""The address by which a person's own calendar asks for the times of meetings."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, Identified, column


class CalendarFeed(Identified):
    """One address; only the SHA-256 of its token is kept. It tells times and nothing else, until it is revoked."""

    __tablename__ = "calendar_feed"

    account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False, index=True)
    token_digest: Mapped[bytes] = column(INTERNAL, LargeBinary(32), nullable=False, unique=True)
    made_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    asked_at: Mapped[datetime | None] = column(INTERNAL)
    revoked_at: Mapped[datetime | None] = column(INTERNAL)
