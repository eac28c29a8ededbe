"""Table of the phrases room."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped

from welfare.db.base import PUBLIC, Revised, coded, column
from welfare.rules.arrangements import CatalogueState
from welfare.rules.phrases import PhraseKind, PhrasePlace

LONGEST = 4000


class Phrase(Revised):
    """One phrase or template of a provider, in both languages."""

    __tablename__ = "phrase"
    __table_args__ = (Index(None, "controller_id", "place"),)

    controller_id: Mapped[UUID] = column(PUBLIC, ForeignKey("organisation.id"), nullable=False)
    """The education provider."""
    place: Mapped[PhrasePlace] = column(PUBLIC, coded(PhrasePlace), nullable=False)
    kind: Mapped[PhraseKind] = column(PUBLIC, coded(PhraseKind), nullable=False)
    state: Mapped[CatalogueState] = column(PUBLIC, coded(CatalogueState), nullable=False)
    text_fi: Mapped[str] = column(PUBLIC, String(LONGEST), nullable=False)
    text_sv: Mapped[str] = column(PUBLIC, String(LONGEST), nullable=False)

    def text(self, locale: str) -> str:
        """In the reader's language; Finnish stands for English."""
        return self.text_sv if locale == "sv" else self.text_fi
