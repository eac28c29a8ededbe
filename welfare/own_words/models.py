"""The table of own words."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.cases.models import OfCase
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.db.base import INTERNAL, SECRET, column


class OwnWords(OfCase):
    """One version of what somebody of the family says in a matter. Its text never changes, only whether it is shown."""

    __tablename__ = "own_words"
    __table_args__ = (UniqueConstraint("case_id", "writer_person_id", "number"),)

    writer_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    number: Mapped[int] = column(INTERNAL, nullable=False)
    """Counts the versions of one writer in one matter, from 1."""
    written_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    shared_at: Mapped[datetime | None] = column(INTERNAL)
    """When the writer first let the group see it."""
    taken_back_at: Mapped[datetime | None] = column(INTERNAL)
    text: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)

    @property
    def is_shown(self) -> bool:
        """Whether the group sees it."""
        return self.shared_at is not None and self.taken_back_at is None
