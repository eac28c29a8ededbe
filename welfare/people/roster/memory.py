"""What an earlier roster of the same sender left in the database, and what this one leaves for the next."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import cast
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Table, bindparam, insert, select, update
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation
from welfare.people.models import RosterRecord
from welfare.people.roster.applying.days import batches
from welfare.people.roster.known import KnownRecords, KnownState
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import Ending, Stamped
from welfare.people.roster.records import Record

CHUNK = 5000
_records = cast("Table", RosterRecord.__table__)


@dataclass
class Memory:
    """Ids of one sender's records by file, known from before and made now."""

    sender: str
    targets: dict[RosterFile, dict[str, UUID]] = field(default_factory=lambda: defaultdict(dict))
    adopted: set[UUID] = field(default_factory=set)
    """Rows that stood here before under another sourcedId, or none: they go on, whatever becomes of that id."""
    is_first: bool = True
    """Whether this is the sender's first roster."""

    def target(self, file: RosterFile, source_id: str) -> UUID:
        """The id of the row a record became or is becoming."""
        known = self.targets[file]
        if source_id not in known:
            known[source_id] = uuid4()
        return known[source_id]

    def find(self, file: RosterFile, source_id: str) -> UUID | None:
        """The id of the row a record became, None when it never was one."""
        return self.targets[file].get(source_id)

    def move(self, file: RosterFile, source_id: str, target_id: UUID) -> None:
        """Let a record mean another row from now on."""
        self.targets[file][source_id] = target_id

    def adopt(self, file: RosterFile, source_id: str, target_id: UUID) -> None:
        """Let a new record mean a row that is here already."""
        self.move(file, source_id, target_id)
        self.adopted.add(target_id)


def recall(session: Session, sender: str) -> tuple[KnownState, Memory]:
    """What the sender's earlier rosters left: what is in force, what has ended, and what each record became."""
    memory = Memory(sender)
    active: dict[RosterFile, dict[str, bytes]] = defaultdict(dict)
    ended: dict[RosterFile, set[str]] = defaultdict(set)
    columns = (_records.c.file, _records.c.source_id, _records.c.target_id, _records.c.fingerprint, _records.c.ended_on)
    statement = select(*columns).where(_records.c.sender == sender).execution_options(yield_per=CHUNK)
    for name, source_id, target_id, fingerprint, ended_on in session.execute(statement):
        file = RosterFile(name)
        memory.targets[file][source_id] = target_id
        if ended_on is None:
            active[file][source_id] = fingerprint
        else:
            ended[file].add(source_id)
    memory.is_first = not memory.targets
    files = {file: KnownRecords(active[file], ended[file]) for file in RosterFile}
    codes = frozenset(
        session.scalars(select(Organisation.municipality_code).where(Organisation.municipality_code != ""))
    )
    return KnownState(files, codes), memory


def remember(session: Session, memory: Memory, file: RosterFile, added: Iterable[Stamped[Record]]) -> None:
    """Keep what new records became."""
    for some in batches(tuple(added), CHUNK):
        rows = [
            {
                "sender": memory.sender,
                "file": file.value,
                "source_id": stamped.record.source_id,
                "target_id": memory.target(file, stamped.record.source_id),
                "fingerprint": stamped.fingerprint,
            }
            for stamped in some
        ]
        session.execute(insert(_records), rows)


def remember_change(session: Session, memory: Memory, file: RosterFile, changed: Iterable[Stamped[Record]]) -> None:
    """Keep the new fingerprints of changed and returned records, and which rows they are now."""
    statement = (
        update(_records)
        .where(*_of_file(memory, file), _records.c.source_id == bindparam("the_id"))
        .values(fingerprint=bindparam("new_fingerprint"), target_id=bindparam("new_target"), ended_on=None)
    )
    rows = [
        {
            "the_id": stamped.record.source_id,
            "new_fingerprint": stamped.fingerprint,
            "new_target": memory.target(file, stamped.record.source_id),
        }
        for stamped in changed
    ]
    if rows:
        session.connection().execute(statement, rows)


def remember_endings(session: Session, memory: Memory, file: RosterFile, endings: Iterable[Ending]) -> None:
    """Keep that records are in force no more."""
    by_day: dict[date, list[str]] = defaultdict(list)
    for ending in endings:
        by_day[ending.on].append(ending.source_id)
    for day, ids in by_day.items():
        for some in batches(ids):
            statement = update(_records).where(*_of_file(memory, file), _records.c.source_id.in_(some))
            session.execute(statement.values(ended_on=day))


def _of_file(memory: Memory, file: RosterFile) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return _records.c.sender == memory.sender, _records.c.file == file.value
