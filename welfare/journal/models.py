"""Table of the journal room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped

from welfare.cases.models import OfCase
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.journal import EntryKind


class JournalEntry(OfCase):
    """One entry, written once: the database refuses a second revision (TihL 15 §; rule 19).

    ``document`` holds the fields of OHL 20 § 4-5 that its kind needs; see `welfare.journal.content`.
    """

    __tablename__ = "journal_entry"
    __table_args__ = (Index(None, "case_id", "written_at"), CheckConstraint("revision = 1", name="written_once"))

    kind: Mapped[EntryKind] = column(INTERNAL, coded(EntryKind), nullable=False)
    occurred_on: Mapped[date] = column(INTERNAL, nullable=False)
    written_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    author_account_id: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    author_person_id: Mapped[UUID] = column(INTERNAL, ForeignKey("person.id"), nullable=False)
    author_office: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    """Role code of the author's profession or office when the entry was written."""
    corrects_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("journal_entry.id"), unique=True)
    """The entry that this one corrects; an entry has at most one correction (rules/corrections.py)."""
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
