"""Saves already done, so that a retried one is one save."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, Base, column


class DoneOnce(Base):
    """The idempotency key of one finished POST and where it led."""

    __tablename__ = "done_once"

    account_id: Mapped[UUID] = column(INTERNAL, primary_key=True)
    key_digest: Mapped[bytes] = column(INTERNAL, LargeBinary(32), primary_key=True)
    location: Mapped[str] = column(INTERNAL, String(500), nullable=False)
    at: Mapped[datetime] = column(INTERNAL, nullable=False)
