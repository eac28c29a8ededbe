"""Rows with sealed columns: what every model that keeps a secret is built on."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from uuid import UUID

from sqlalchemy import inspect

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


def digest_of(blobs: Mapping[str, bytes | None]) -> str:
    """SHA-256 over a row's ciphertexts in the order of their columns' names: what the event of a write keeps."""
    parts = ((name.encode(), blob) for name, blob in sorted(blobs.items()) if blob is not None)
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
