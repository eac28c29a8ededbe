"""What every catalogue's two tables have."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String
from sqlalchemy.orm import Mapped

from welfare.db.base import INTERNAL, PUBLIC, Identified, Revised, coded, column
from welfare.rules.arrangements import CatalogueState

LONGEST_NAME = 120


class CatalogueItem(Revised):
    """One thing that a provider keeps. What it is called and says, its versions tell."""

    __abstract__ = True

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False, index=True)
    """The education provider."""
    state: Mapped[CatalogueState] = column(PUBLIC, coded(CatalogueState), nullable=False)
    newest: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    """The number of its newest version."""


class ItemVersion(Identified):
    """How an item was worded from one day to the next version; written once."""

    __abstract__ = True

    number: Mapped[int] = column(PUBLIC, Integer, nullable=False)
    name_fi: Mapped[str] = column(PUBLIC, String(LONGEST_NAME), nullable=False)
    name_sv: Mapped[str] = column(PUBLIC, String(LONGEST_NAME), nullable=False)
    saved_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    saved_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)

    def name(self, locale: str) -> str:
        """The name in the reader's language; Finnish stands for English."""
        return self.name_sv if locale == "sv" else self.name_fi
