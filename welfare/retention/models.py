"""Tables of retention. None has a key to its things: what they name may be gone."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Float, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from welfare.crypto.encrypted import Encrypted, EncryptedText
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, Subject
from welfare.db.base import INTERNAL, SECRET, Identified, coded, column
from welfare.rules.registers import Register
from welfare.rules.retention import CountedFrom, Disposal, RecordKind
from welfare.rules.retention_ends import HoldReason, Thing

LONGEST_SOURCE = 300


class RunState(StrEnum):
    """How far a run has come."""

    PROPOSED = "proposed"
    REFUSED = "refused"
    APPROVED = "approved"
    DONE = "done"


class ItemState(StrEnum):
    """How far one thing has come. Whether one that is listed still is half-destroyed, the key store tells."""

    LISTED = "listed"
    DESTROYED = "destroyed"
    LEFT = "left"  # kept after all, for the reason in ``why``


class RetentionRule(Identified):
    """One version of a controller's rule for one kind; the newest is in force, the earlier ones are its history."""

    __tablename__ = "retention_rule"
    __table_args__ = (UniqueConstraint("controller_id", "kind", "version"),)

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    kind: Mapped[RecordKind] = column(INTERNAL, coded(RecordKind), nullable=False)
    version: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    years: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    counted_from: Mapped[CountedFrom] = column(INTERNAL, coded(CountedFrom), nullable=False)
    disposal: Mapped[Disposal] = column(INTERNAL, coded(Disposal), nullable=False)
    source: Mapped[str] = column(INTERNAL, String(LONGEST_SOURCE), nullable=False)
    """Where it was decided: the records management plan, its section and day."""
    saved_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    saved_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)


class RetentionHold(Sealed):
    """What keeps one thing beyond its time until somebody lifts it. ``document`` and ``lifting`` = {words}."""

    __tablename__ = "retention_hold"
    __table_args__ = (Index(None, "controller_id", "thing", "thing_id"),)

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    thing: Mapped[Thing] = column(INTERNAL, coded(Thing), nullable=False)
    thing_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    reason: Mapped[HoldReason] = column(INTERNAL, coded(HoldReason), nullable=False)
    placed_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    placed_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    review_on: Mapped[date] = column(INTERNAL, nullable=False)
    """When somebody looks whether it must stand still; it stands until it is lifted."""
    lifted_at: Mapped[datetime | None] = column(INTERNAL)
    lifted_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    document: Mapped[Encrypted] = column(SECRET, EncryptedText(), nullable=False)
    lifting: Mapped[Encrypted | None] = column(SECRET, EncryptedText())

    def key_holder(self) -> KeyHolder:
        """A key of its own beside the controller's log."""
        return KeyHolder(self.controller_id, Register.AUDIT, self.id)

    def about(self) -> tuple[Subject, ...]:
        """The hold, and the thing by its id."""
        return (("retention_hold", self.id), (self.thing.value, self.thing_id))


class ArchiveTransfer(Identified):
    """That a thing was handed over to the archive, so that what lies here may be destroyed.

    A matter that is reopened afterwards is handed over once more.
    """

    __tablename__ = "archive_transfer"
    __table_args__ = (Index(None, "thing", "thing_id"),)

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    thing: Mapped[Thing] = column(INTERNAL, coded(Thing), nullable=False)
    thing_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    reference: Mapped[str] = column(INTERNAL, String(LONGEST_SOURCE), nullable=False)
    """The archive's receipt."""
    recorded_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    recorded_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)


class RetentionRun(Identified):
    """One list of things to be destroyed: proposed, approved by somebody else, carried out."""

    __tablename__ = "retention_run"
    __table_args__ = (Index(None, "controller_id", "proposed_at"),)

    controller_id: Mapped[UUID] = column(INTERNAL, ForeignKey("organisation.id"), nullable=False)
    state: Mapped[RunState] = column(INTERNAL, coded(RunState), nullable=False)
    as_of: Mapped[date] = column(INTERNAL, nullable=False)
    proposed_at: Mapped[datetime] = column(INTERNAL, nullable=False)
    proposed_by: Mapped[UUID] = column(INTERNAL, ForeignKey("account.id"), nullable=False)
    answered_at: Mapped[datetime | None] = column(INTERNAL)
    answered_by: Mapped[UUID | None] = column(INTERNAL, ForeignKey("account.id"))
    ended_at: Mapped[datetime | None] = column(INTERNAL)
    certificate: Mapped[str | None] = column(INTERNAL, Text)
    """The signed list, as JSON."""


class RetentionItem(Identified):
    """One thing of a run, and by which rule."""

    __tablename__ = "retention_item"
    __table_args__ = (UniqueConstraint("run_id", "thing", "thing_id"), Index(None, "thing", "thing_id"))

    run_id: Mapped[UUID] = column(INTERNAL, ForeignKey("retention_run.id"), nullable=False)
    thing: Mapped[Thing] = column(INTERNAL, coded(Thing), nullable=False)
    thing_id: Mapped[UUID] = column(INTERNAL, nullable=False)
    kind: Mapped[RecordKind] = column(INTERNAL, coded(RecordKind), nullable=False)
    years: Mapped[int] = column(INTERNAL, Integer, nullable=False)
    counted_from: Mapped[CountedFrom] = column(INTERNAL, coded(CountedFrom), nullable=False)
    start_on: Mapped[date | None] = column(INTERNAL)
    last_day: Mapped[date] = column(INTERNAL, nullable=False)
    state: Mapped[ItemState] = column(INTERNAL, coded(ItemState), nullable=False)
    why: Mapped[str] = column(INTERNAL, String(40), nullable=False, default="")
    keys: Mapped[int] = column(INTERNAL, Integer, nullable=False, default=0)
    rows: Mapped[int] = column(INTERNAL, Integer, nullable=False, default=0)
    ended_at: Mapped[datetime | None] = column(INTERNAL)


class RetentionClock(Identified):
    """The second clock (rules/two_clocks.py); one row."""

    __tablename__ = "retention_clock"

    counted: Mapped[datetime] = column(INTERNAL, nullable=False)
    boot: Mapped[str] = column(INTERNAL, String(40), nullable=False)
    """Which running of the machine the seconds were measured in."""
    seconds: Mapped[float] = column(INTERNAL, Float, nullable=False)
