"""Tables of the arrangements room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.cases.models import OfCase
from welfare.catalogues.models import CatalogueItem, ItemVersion
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.db.base import INTERNAL, PUBLIC, SECRET, column

LONGEST_TEXT = 2000


class Arrangement(CatalogueItem):
    """One thing that a provider offers."""

    __tablename__ = "arrangement"


class ArrangementVersion(ItemVersion):
    """What an arrangement is, and on what conditions."""

    __tablename__ = "arrangement_version"
    __table_args__ = (UniqueConstraint("arrangement_id", "number"),)

    arrangement_id: Mapped[UUID] = column(PUBLIC, ForeignKey("arrangement.id"), nullable=False)
    description_fi: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)
    description_sv: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)
    conditions_fi: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)
    conditions_sv: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)

    def description(self, locale: str) -> str:
        """What it is."""
        return self.description_sv if locale == "sv" else self.description_fi

    def conditions(self, locale: str) -> str:
        """When it can be used."""
        return self.conditions_sv if locale == "sv" else self.conditions_fi


class ArrangementUse(OfCase):
    """One arrangement agreed on in a matter. ``document`` = {conditions, outcome}."""

    __tablename__ = "arrangement_use"

    arrangement_id: Mapped[UUID] = column(INTERNAL, ForeignKey("arrangement.id"), nullable=False, index=True)
    version: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    """The version that was agreed on."""
    starts_on: Mapped[date] = column(INTERNAL, nullable=False)
    ends_on: Mapped[date | None] = column(INTERNAL)
    agreed_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    agreed_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    """When somebody told that it had ended; what only runs to its last day has none."""
    ended_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
