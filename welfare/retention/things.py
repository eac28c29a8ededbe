"""What belongs to a thing, row by row, and which data keys are its own.

A matter, a request, a client file and a log request each have a key of their own, never a pupil: destroying one leaves
every other record of the same pupil readable (crypto/holder.py). A matter takes along what lies under keys of its own
and is about it alone: its emergency openings, and a meeting of which no other matter has an item. The rows are found by
the ties of the schema itself, so that a new table of a matter is not forgotten.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from uuid import UUID

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import InstrumentedAttribute, Mapper, Session

from welfare.access_copies.models import AccessCopy
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.crypto import envelope
from welfare.crypto.holder import KeyHolder
from welfare.crypto.sealed import Sealed, sealed_columns
from welfare.datarights.models import LogRequest
from welfare.db.base import Base, Identified
from welfare.drafts.models import Draft
from welfare.meetings.models import Meeting, MeetingItem
from welfare.people.models import Person
from welfare.requests.models import ContactRequest
from welfare.retention.due import Key
from welfare.rules.retention_ends import Thing
from welfare.service_notes.models import ClientFile

ROOTS: Mapping[Thing, type[Identified]] = {
    Thing.MATTER: Case,
    Thing.REQUEST: ContactRequest,
    Thing.CLIENT_FILE: ClientFile,
    Thing.LOG_REQUEST: LogRequest,
    Thing.ACCESS_COPY: AccessCopy,
}
_MATTER_COLUMN = "case_id"
"""How a table names the matter, with a tie of the schema or, where a matter is optional, without."""
_WHOM = ("student_id", "subject_id", "asker_id")
_AT_ONCE = 500
Tie = tuple[type[Identified], str]


NUMBERS: Mapping[Thing, InstrumentedAttribute[str]] = {
    Thing.MATTER: Case.number,
    Thing.LOG_REQUEST: LogRequest.number,
    Thing.ACCESS_COPY: AccessCopy.number,
}


def numbers_of(session: Session, keys: Collection[Key]) -> dict[Key, str]:
    """What people know things by, of those that have a number and still are."""
    found: dict[Key, str] = {}
    for thing, number in NUMBERS.items():
        root, ids = ROOTS[thing], [thing_id for kind, thing_id in keys if kind is thing]
        for row in session.execute(select(root.id, number).where(root.id.in_(ids))) if ids else ():
            found[thing, row[0]] = row[1]
    return found


class StrayRowError(RuntimeError):
    """Something hangs on the thing that is another's: nothing of it is touched."""


@dataclass
class Whole:
    """All rows of one thing, by their models."""

    rows: dict[type[Identified], dict[UUID, Identified]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(len(found) for found in self.rows.values())

    def ids(self) -> set[UUID]:
        """The ids of all rows."""
        return {row_id for found in self.rows.values() for row_id in found}

    def holders(self, root: UUID) -> list[KeyHolder]:
        """The keys that are its own: of the root, or of a row that is among its rows. Raises StrayRowError."""
        own = self.ids() | {root}
        sealed = [row for found in self.rows.values() for row in found.values() if isinstance(row, Sealed)]
        holders = {row.key_holder() for row in sealed if not isinstance(row, Draft)}
        if any(holder.subject_id not in own for holder in holders):
            raise StrayRowError
        return sorted(holders, key=lambda holder: (holder.register.value, holder.subject_id.hex))

    def key_ids(self) -> set[UUID]:
        """The keys that its sealed values name."""
        return {key_id for found in self.rows.values() for row in found.values() for key_id in _named_by(row)}

    def only_under(self, key_ids: AbstractSet[UUID]) -> "Whole":
        """Without the rows that were sealed under other keys than these."""
        kept = {
            model: {row_id: row for row_id, row in found.items() if _named_by(row) <= key_ids}
            for model, found in self.rows.items()
        }
        return Whole(kept)

    def layers(self) -> Iterator[list[Identified]]:
        """The rows in an order in which they can be deleted: what points at others first."""
        order = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
        for model in sorted(self.rows, key=lambda each: order[each.__tablename__], reverse=True):
            yield from _layers_within(model, self.rows[model])


def whole_of(session: Session, key: Key) -> Whole:
    """Everything that belongs to a thing. Raises StrayRowError."""
    thing, thing_id = key
    whole = Whole()
    if thing is Thing.WILLS:
        _add_wills(session, whole, thing_id)
    else:
        root = session.get(ROOTS[thing], thing_id)
        _add(session, whole, [root] if root is not None else [])
    if thing is Thing.MATTER:
        _add_meetings(session, whole)
        _refuse_strays(whole, thing_id)
    _add_drafts(session, whole, thing_id)
    return whole


def lock(session: Session, key: Key) -> None:
    """Let nobody else change a thing, hold it back or begin to destroy it until the transaction ends."""
    thing, thing_id = key
    root = ROOTS.get(thing, Person)
    session.execute(select(root.id).where(root.id == thing_id).with_for_update())


def students_of(session: Session, keys: Iterable[Key]) -> set[UUID]:
    """Whom things are about; what is gone is about nobody any more."""
    found: set[UUID] = set()
    by_thing: dict[Thing, list[UUID]] = {}
    for thing, thing_id in keys:
        by_thing.setdefault(thing, []).append(thing_id)
    for thing, ids in by_thing.items():
        root = ROOTS.get(thing)
        if root is None:
            found.update(ids)
            continue
        named = [inspect(root).columns[name] for name in _WHOM if name in inspect(root).columns]
        for start in range(0, len(ids), _AT_ONCE):
            rows = session.execute(select(*named).where(root.id.in_(ids[start : start + _AT_ONCE])))
            found.update(person_id for row in rows for person_id in row if person_id is not None)
    return found


def _add(session: Session, whole: Whole, rows: list[Identified]) -> None:
    """Take rows in, and then whatever points at them."""
    fresh: dict[type[Identified], list[UUID]] = {}
    for row in rows:
        known = whole.rows.setdefault(type(row), {})
        if row.id not in known:
            known[row.id] = row
            fresh.setdefault(type(row), []).append(row.id)
    for model, ids in fresh.items():
        for child, name in _ties_to(model):
            for start in range(0, len(ids), _AT_ONCE):
                wanted = select(child).where(getattr(child, name).in_(ids[start : start + _AT_ONCE]))
                _add(session, whole, list(session.scalars(wanted)))


def _add_wills(session: Session, whole: Whole, student_id: UUID) -> None:
    """Everything under the pupil's own key in the register: what the consents room keeps outside any matter."""
    for mapper in _mappers():
        columns = mapper.columns
        if mapper.class_.__module__.startswith(_CONSENTS) and {_MATTER_COLUMN, "student_id"} <= set(columns.keys()):
            own = (columns["student_id"] == student_id, columns[_MATTER_COLUMN].is_(None))
            _add(session, whole, list(session.scalars(select(mapper.class_).where(*own))))


def _add_meetings(session: Session, whole: Whole) -> None:
    """The meetings that were about this matter alone."""
    items = whole.rows.get(MeetingItem, {})
    meetings = {getattr(row, "meeting_id") for row in items.values()}  # noqa: B009 - rows are known by their base alone
    for meeting_id in meetings:
        others = select(func.count()).where(MeetingItem.meeting_id == meeting_id, MeetingItem.id.not_in(list(items)))
        if not session.scalar(others):
            _add(session, whole, [session.get_one(Meeting, meeting_id)])


def _add_drafts(session: Session, whole: Whole, thing_id: UUID) -> None:
    """Whoever has left a form unfinished about any of it: the text goes, under whichever account."""
    ids = list(whole.ids() | {thing_id})
    for start in range(0, len(ids), _AT_ONCE):
        wanted = select(Draft).where(Draft.subject_id.in_(ids[start : start + _AT_ONCE]))
        whole.rows.setdefault(Draft, {}).update({row.id: row for row in session.scalars(wanted)})


def _refuse_strays(whole: Whole, case_id: UUID) -> None:
    rows = (row for found in whole.rows.values() for row in found.values())
    if any(getattr(row, _MATTER_COLUMN, None) not in {None, case_id} for row in rows):
        raise StrayRowError


def _named_by(row: Identified) -> set[UUID]:
    """The keys of a row's sealed values; none of a draft's, which are sealed under its writer's."""
    if not isinstance(row, Sealed) or isinstance(row, Draft):
        return set()
    values = (getattr(row, name) for name in sealed_columns(type(row)))
    return {UUID(bytes=envelope.key_id_of(value.blob)) for value in values if value is not None and value.blob}


_CONSENTS = ExpressionOfWill.__module__.rpartition(".")[0]


def _mappers() -> list[Mapper[Identified]]:
    found = [mapper for mapper in Base.registry.mappers if issubclass(mapper.class_, Identified)]
    return sorted(found, key=lambda mapper: mapper.class_.__tablename__)


@cache
def _ties_to(model: type[Identified]) -> tuple[Tie, ...]:
    """Which columns of which tables point at a table."""
    table, found = model.__tablename__, []
    for mapper in _mappers():
        for attribute in mapper.column_attrs:
            column = attribute.columns[0]
            is_tie = any(key.column.table.name == table for key in column.foreign_keys)
            if is_tie or (model is Case and attribute.key == _MATTER_COLUMN):
                found.append((mapper.class_, attribute.key))
    return tuple(found)


def _layers_within(model: type[Identified], rows: Mapping[UUID, Identified]) -> Iterator[list[Identified]]:
    """Within one table: first those that no other of them points at."""
    own = [name for child, name in _ties_to(model) if child is model]
    left = dict(rows)
    while left:
        pointed_at = {getattr(row, name) for row in left.values() for name in own} - {None}
        layer = [row for row_id, row in left.items() if row_id not in pointed_at] or list(left.values())
        yield layer
        for row in layer:
            del left[row.id]
