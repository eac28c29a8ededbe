"""Tables of the arrangements room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.cases.models import OfCase
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.db.base import INTERNAL, PUBLIC, SECRET, Identified, Revised, coded, column
from welfare.rules.arrangements import CatalogueState

LONGEST_NAME, LONGEST_TEXT = 120, 2000


class Arrangement(Revised):
    """One thing that a provider offers. What it is called and on what conditions, its versions say."""

    __tablename__ = "arrangement"

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False, index=True)
    """The education provider."""
    state: Mapped[CatalogueState] = column(PUBLIC, coded(CatalogueState), nullable=False)
    newest: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    """The number of its newest version."""


class ArrangementVersion(Identified):
    """How an arrangement was worded from one day to the next version; written once."""

    __tablename__ = "arrangement_version"
    __table_args__ = (UniqueConstraint("arrangement_id", "number"),)

    arrangement_id: Mapped[UUID] = column(PUBLIC, ForeignKey("arrangement.id"), nullable=False)
    number: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    name_fi: Mapped[str] = column(PUBLIC, String(LONGEST_NAME), nullable=False)
    name_sv: Mapped[str] = column(PUBLIC, String(LONGEST_NAME), nullable=False)
    description_fi: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)
    description_sv: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)
    conditions_fi: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)
    conditions_sv: Mapped[str] = column(PUBLIC, String(LONGEST_TEXT), nullable=False)
    saved_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    saved_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)

    def name(self, locale: str) -> str:
        """The name in the reader's language; Finnish stands for English."""
        return self.name_sv if locale == "sv" else self.name_fi

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
