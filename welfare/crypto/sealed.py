"""Rows with sealed columns: what every model that keeps a secret is built on."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Column, inspect

from welfare.crypto.encrypted import EncryptedText
from welfare.crypto.envelope import bind
from welfare.crypto.holder import KeyHolder
from welfare.db.base import Revised

Subject = tuple[str, UUID]
"""What an audit event is about: a kind word and an id."""


class Sealed(Revised):
    """A revised row whose sealed columns open only under its holder's key, in its own place, at its own revision."""

    __abstract__ = True

    def key_holder(self) -> KeyHolder:
        """Whose data key seals this row; every model says so itself."""
        raise NotImplementedError

    def about(self) -> tuple[Subject, ...]:
        """Subjects an audit event names when this row is opened or written."""
        return ((self.__tablename__, self.id),)


@cache
def sealed_columns(kind: type[Sealed]) -> tuple[str, ...]:
    """Names of the sealed attributes of a model."""
    columns = inspect(kind).column_attrs
    return tuple(attribute.key for attribute in columns if isinstance(attribute.columns[0].type, EncryptedText))


@cache
def open_columns(kind: type[Sealed]) -> Mapping[str, Column[Any]]:
    """The other columns of a model by their attributes: states, days and ids, by which the rules decide who may see."""
    apart = {"id", "revision", *sealed_columns(kind)}
    found = {attribute.key: attribute.columns[0] for attribute in inspect(kind).column_attrs}
    return {name: cast("Column[Any]", column) for name, column in found.items() if name not in apart}


def open_cells(row: Sealed) -> dict[str, bytes | None]:
    """What a row will hold in its other columns once it has been written."""
    return {name: cell_of(_value_of(row, name, column)) for name, column in open_columns(type(row)).items()}


def cell_of(value: object) -> bytes | None:
    """One value in bytes: the same for what the application writes and for what either database gives back."""
    if value is None or isinstance(value, bytes):
        return value
    return _text_of(value).encode(errors="surrogatepass")


def _text_of(value: object) -> str:
    match value:
        case UUID():
            return value.hex
        case datetime():
            naive = value if value.tzinfo is None else value.astimezone(UTC).replace(tzinfo=None)
            return naive.isoformat(" ", "microseconds")
        case bool():
            return str(int(value))
        case _:
            return str(value)


def _value_of(row: Sealed, name: str, column: Column[Any]) -> object:
    value = getattr(row, name)
    default = column.default
    is_left_to_default = value is None and not column.nullable and default is not None and default.is_scalar
    return default.arg if is_left_to_default else value  # type: ignore[union-attr]


def digest_of(cells: Mapping[str, bytes | None]) -> str:
    """SHA-256 over a row's cells in the order of their columns' names: what the event of a write keeps."""
    parts = ((name.encode(), cell) for name, cell in sorted(cells.items()) if cell is not None)
    return sha256(bind(part for pair in parts for part in pair)).hexdigest()


def place_of(row: Sealed, attribute: str, revision: int) -> bytes:
    """Additional data that ties a ciphertext to tenant, table, column, row, subject and revision."""
    holder = row.key_holder()
    return bind(
        (
            b"sw1",
            holder.controller_id.bytes,
            holder.register.encode(),
            row.__tablename__.encode(),
            attribute.encode(),
            row.id.bytes,
            holder.subject_id.bytes,
            b"%d" % revision,
        )
    )
