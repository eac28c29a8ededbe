"""The declarative base and the column kinds every model is built of."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Date, DateTime, Dialect, Enum, Integer, MetaData, String, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column, registry
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class DataClass(StrEnum):
    """How much a column tells, and therefore how it is kept (security plan V14.1.1)."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PERSONAL = "personal"
    SECRET = "secret"  # noqa: S105 - the name of a class of data
    PLACE = "place"


PUBLIC, INTERNAL, PERSONAL = DataClass.PUBLIC, DataClass.INTERNAL, DataClass.PERSONAL
SECRET, PLACE = DataClass.SECRET, DataClass.PLACE


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept as naive UTC so that both databases compare it alike."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware datetime in; ValueError for a naive one."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            message = "a moment needs its time zone"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware UTC datetime out."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """The base of every table: UUIDv4 keys made here, constraint names fixed for migrations."""

    registry = registry(
        metadata=MetaData(naming_convention=NAMING),
        type_annotation_map={UUID: Uuid(), datetime: UtcDateTime(), date: Date(), str: String()},
    )


db = SQLAlchemy(model_class=Base)


def column(data: DataClass, *args: Any, **options: Any) -> MappedColumn[Any]:  # noqa: ANN401 - passed on untouched
    """A mapped column that says what class of data it holds; the schema test refuses one that does not."""
    return mapped_column(*args, info={"data": data}, **options)


def coded(kind: type[StrEnum]) -> Enum:
    """A column type for an enumeration, stored by its value, without a database type of its own."""
    return Enum(kind, native_enum=False, length=40, values_callable=lambda members: [str(m.value) for m in members])


class Identified(Base):
    """A row known by a random id made in the application, because ciphertext is bound to it before insert."""

    __abstract__ = True

    id: Mapped[UUID] = column(INTERNAL, primary_key=True, default=uuid4)


class Revised(Identified):
    """A row with a revision: a stale save updates nothing and raises StaleDataError."""

    __abstract__ = True

    revision: Mapped[int] = column(INTERNAL, Integer, nullable=False)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let SQLAlchemy count revisions and compare them at UPDATE."""
        return {"version_id_col": cls.revision}
