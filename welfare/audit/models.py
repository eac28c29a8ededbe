"""Tables of the audit trail. Rows are only ever added; triggers refuse everything else."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import BigInteger, Dialect, Index, LargeBinary, String
from sqlalchemy.orm import Mapped
from sqlalchemy.types import TypeDecorator

from welfare.db.base import INTERNAL, Base, column

_ONE_TREE = {"sqlite_with_rowid": False}
"""On SQLite the primary key is the table itself: half the pages to write in every transaction."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def milliseconds(moment: datetime) -> int:
    """Whole milliseconds since 1970, by integers alone, so that every reader counts the same."""
    return (moment - _EPOCH) // _MILLISECOND


class Milliseconds(TypeDecorator[datetime]):
    """An aware moment, kept as whole milliseconds since 1970, just as the hashed bytes have it."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Aware datetime in."""
        del dialect
        return None if value is None else milliseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Aware UTC datetime out."""
        del dialect
        return None if value is None else _EPOCH + value * _MILLISECOND


class AuditEvent(Base):
    """One event of one controller's chain. ``body`` holds the bytes that were hashed; the rest is its index."""

    __tablename__ = "audit_event"

    chain_id: Mapped[UUID] = column(INTERNAL, primary_key=True)
    seq: Mapped[int] = column(INTERNAL, BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = column(INTERNAL, Milliseconds(), nullable=False)
    actor_id: Mapped[UUID | None] = column(INTERNAL)
    permission: Mapped[str] = column(INTERNAL, String(60), nullable=False)
    outcome: Mapped[str] = column(INTERNAL, String(10), nullable=False)
    body: Mapped[bytes] = column(INTERNAL, LargeBinary, nullable=False)
    mac: Mapped[bytes] = column(INTERNAL, LargeBinary, nullable=False)

    __table_args__ = (Index(None, "chain_id", "at"), Index(None, "actor_id", "at"))


class AuditSubject(Base):
    """Which events are about whom, so that a person's log report is one indexed query."""

    __tablename__ = "audit_subject"
    __table_args__ = (Index(None, "chain_id", "seq"), _ONE_TREE)

    subject_id: Mapped[UUID] = column(INTERNAL, primary_key=True)
    chain_id: Mapped[UUID] = column(INTERNAL, primary_key=True)
    seq: Mapped[int] = column(INTERNAL, BigInteger, primary_key=True, autoincrement=False)
    kind: Mapped[str] = column(INTERNAL, String(40), nullable=False)


class AuditHead(Base):
    """The newest link of each chain; locked last in a transaction."""

    __tablename__ = "audit_head"
    __table_args__ = _ONE_TREE

    chain_id: Mapped[UUID] = column(INTERNAL, primary_key=True)
    seq: Mapped[int] = column(INTERNAL, BigInteger, nullable=False)
    mac: Mapped[bytes] = column(INTERNAL, LargeBinary, nullable=False)
