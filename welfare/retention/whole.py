"""All rows of one thing, whose keys they name, and in which order they can be taken away."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import inspect
from sqlalchemy.orm import Mapper

from welfare.cases.models import Case
from welfare.crypto import envelope
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, sealed_columns
from welfare.db.base import Base, Identified
from welfare.drafts.models import Draft
from welfare.people.models import Person, PersonKind

MATTER_COLUMN = "case_id"
"""How a table names the matter, with a tie of the schema or, where a matter is optional, without."""
Tie = tuple[type[Base], str]
Identity = tuple[Any, ...]


class StrayRowError(RuntimeError):
    """Something hangs on the thing that is another's: nothing of it is touched."""


@dataclass
class Whole:
    """All rows of one thing, by their models."""

    rows: dict[type[Base], dict[Identity, Base]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(len(found) for found in self.rows.values())

    def add(self, row: Base) -> bool:
        """Take a row in; whether it is new."""
        known, identity = self.rows.setdefault(type(row), {}), identity_of(row)
        is_new = identity not in known
        known[identity] = row
        return is_new

    def all(self) -> Iterator[Base]:
        """Every row."""
        for found in self.rows.values():
            yield from found.values()

    def ids(self, *models: type[Base]) -> set[UUID]:
        """The ids of all rows that have one, or of those of some tables."""
        return {row.id for row in self.all() if isinstance(row, Identified) and isinstance(row, models or Identified)}

    def holders(self, root: UUID) -> list[KeyHolder]:
        """The keys that are its own: of the root, or of a row that is among its rows. Raises StrayRowError."""
        own = self.ids() | {root}
        sealed = (row for row in self.all() if isinstance(row, Sealed) and not _is_under_anothers(row))
        holders = {row.key_holder() for row in sealed}
        if any(holder.subject_id not in own for holder in holders):
            raise StrayRowError
        return sorted(holders, key=lambda holder: (holder.register.value, holder.subject_id.hex))

    def key_ids(self) -> set[UUID]:
        """The keys that its sealed values name."""
        return {key_id for row in self.all() for key_id in _named_by(row)}

    def only_under(self, key_ids: AbstractSet[UUID]) -> "Whole":
        """Without the rows that were sealed under other keys than these."""
        kept = Whole()
        for row in self.all():
            if _named_by(row) <= key_ids:
                kept.add(row)
        return kept

    def layers(self) -> Iterator[list[Base]]:
        """The rows in an order in which they can be deleted: what points at others first."""
        order = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
        for model in sorted(self.rows, key=lambda each: order[each.__tablename__], reverse=True):
            yield from _layers_within(model, self.rows[model])


@cache
def ties_to(model: type[Base]) -> tuple[Tie, ...]:
    """Which columns of which tables point at a table."""
    table, found = model.__tablename__, []
    for mapper in mappers():
        for attribute in mapper.column_attrs:
            column = attribute.columns[0]
            is_tie = any(key.column.table.name == table for key in column.foreign_keys)
            if is_tie or (model is Case and attribute.key == MATTER_COLUMN):
                found.append((mapper.class_, attribute.key))
    return tuple(found)


def mappers() -> list[Mapper[Base]]:
    """Every table, in the order of their names."""
    return sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__tablename__)


def identity_of(row: Base) -> Identity:
    """By what the database knows a row."""
    return tuple(inspect(type(row)).primary_key_from_instance(row))


def _is_under_anothers(row: Base) -> bool:
    """A draft is sealed under its writer's key, the staff under their employer's: only the row can go."""
    return isinstance(row, Draft) or (isinstance(row, Person) and row.kind is PersonKind.STAFF)


def _named_by(row: Base) -> set[UUID]:
    if not isinstance(row, Sealed) or _is_under_anothers(row):
        return set()
    values = (getattr(row, name) for name in sealed_columns(type(row)))
    return {UUID(bytes=envelope.key_id_of(value.blob)) for value in values if value is not None and value.blob}


def _layers_within(model: type[Base], rows: Mapping[Identity, Base]) -> Iterator[list[Base]]:
    """Within one table: first those that no other of them points at."""
    own = [name for child, name in ties_to(model) if child is model]
    left = dict(rows)
    while left:
        pointed_at = {(getattr(row, name),) for row in left.values() for name in own} - {(None,)}
        layer = [row for identity, row in left.items() if identity not in pointed_at] or list(left.values())
        yield layer
        for row in layer:
            del left[identity_of(row)]
