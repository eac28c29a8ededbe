"""The table of letters."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, Identified, column


class FamilyLetter(Identified):
    """One letter to one person. Of its code only a keyed hash is kept."""

    __tablename__ = "family_letter"

    person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False, index=True)
    digest: Mapped[bytes] = column(INTERNAL, LargeBinary(32), nullable=False, unique=True)
    made_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    made_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    expires_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    used_at: Mapped[datetime | None] = column(INTERNAL)
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    """When a newer letter to the same person took its place."""
