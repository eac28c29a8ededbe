"""What is written and agreed on while an item is handled, and what follows from it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.cases.models import OfCase
from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.db.base import INTERNAL, SECRET, coded, column
from welfare.rules.amendments import AmendmentState
from welfare.rules.measures import MeasureState
from welfare.rules.minutes import Section


class OfItem(OfCase):
    """A row that belongs to one item of a meeting."""

    __abstract__ = True

    item_id: Mapped[UUID] = column(INTERNAL, ForeignKey("meeting_item.id"), nullable=False, index=True)


class MinuteSection(OfItem):
    """One section of unfinished minutes, with its own revision, so that two may write; gone when the item is final."""

    __tablename__ = "minute_section"
    __table_args__ = (UniqueConstraint("item_id", "section"),)

    section: Mapped[Section] = column(INTERNAL, coded(Section), nullable=False)
    saved_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    saved_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    text: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)


class Measure(OfItem):
    """One measure of the plan: a line of the minutes first, a task of its two parties once they are final.

    ``document`` = {what, by, followed_by, note}. The parties are named in words, as the record keeps them, and by
    account where they have one, so that their worklists know.
    """

    __tablename__ = "measure"
    __table_args__ = (Index(None, "doer_account_id", "state"), Index(None, "follower_account_id", "state"))

    place: Mapped[int] = column(INTERNAL, nullable=False)
    state: Mapped[MeasureState] = column(INTERNAL, coded(MeasureState), nullable=False)
    doer_account_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    follower_account_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    until: Mapped[date | None] = column(INTERNAL)
    entry_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("journal_entry.id"))
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    ended_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)


class Amendment(OfItem):
    """A proposal to mend final minutes, and its answer; all are kept. ``document`` = {text, reason}."""

    __tablename__ = "amendment"

    section: Mapped[Section] = column(INTERNAL, coded(Section), nullable=False)
    state: Mapped[AmendmentState] = column(INTERNAL, coded(AmendmentState), nullable=False)
    proposed_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    proposed_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    on_behalf_of: Mapped[UUID | None] = column(INTERNAL, ForeignKey("meeting_attendee.id"))
    """The student or guardian whose wish a member wrote down."""
    decided_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    decided_at: Mapped[datetime | None] = column(INTERNAL)
    correction_id: Mapped[UUID | None] = column(INTERNAL, ForeignKey("journal_entry.id"))
    """The correction by which an accepted proposal came into the record."""
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
