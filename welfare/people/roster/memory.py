"""What an earlier roster of the same sender left in the database, and what this one leaves for the next."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, insert, select, tuple_, update
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation
from welfare.people.models import RosterRecord
from welfare.people.roster.content import RosterContent
from welfare.people.roster.known import KnownRecords, KnownState
from welfare.people.roster.names import RosterFile
from welfare.people.roster.plan import Ending, Stamped
from welfare.people.roster.records import OrgType, Record

BATCH = 500


class UnknownSenderError(LookupError):
    """The roster names no provider and it is not clear whose earlier one it continues."""


@dataclass
class Memory:
    """Ids of one sender's records by file, known from before and made now."""

    sender: str
    targets: dict[RosterFile, dict[str, UUID]] = field(default_factory=lambda: defaultdict(dict))

    def target(self, file: RosterFile, source_id: str) -> UUID:
        """The id of the row a record became or is becoming."""
        known = self.targets[file]
        if source_id not in known:
            known[source_id] = uuid4()
        return known[source_id]

    def find(self, file: RosterFile, source_id: str) -> UUID | None:
        """The id of the row a record became, None when it never was one."""
        return self.targets[file].get(source_id)


def sender_of(session: Session, content: RosterContent) -> str:
    """Whose roster it is: its first provider, or the only sender known. Raises UnknownSenderError."""
    providers = sorted(org.source_id for org in content.orgs.records.values() if org.type is OrgType.DISTRICT)
    if providers:
        return providers[0]
    senders = session.scalars(select(RosterRecord.sender).distinct()).all()
    if len(senders) != 1:
        raise UnknownSenderError
    return senders[0]


def recall(session: Session, sender: str) -> tuple[KnownState, Memory]:
    """What the sender's earlier rosters left: what is in force, what has ended, and what each record became."""
    memory = Memory(sender)
    active: dict[RosterFile, dict[str, bytes]] = defaultdict(dict)
    ended: dict[RosterFile, set[str]] = defaultdict(set)
    columns = (
        RosterRecord.file,
        RosterRecord.source_id,
        RosterRecord.target_id,
        RosterRecord.fingerprint,
        RosterRecord.ended_on,
    )
    statement = select(*columns).where(RosterRecord.sender == sender).execution_options(yield_per=5000)
    for name, source_id, target_id, fingerprint, ended_on in session.execute(statement):
        file = RosterFile(name)
        memory.targets[file][source_id] = target_id
        if ended_on is None:
            active[file][source_id] = fingerprint
        else:
            ended[file].add(source_id)
    files = {file: KnownRecords(active[file], ended[file]) for file in RosterFile}
    codes = frozenset(
        session.scalars(select(Organisation.municipality_code).where(Organisation.municipality_code != ""))
    )
    return KnownState(files, codes), memory


def remember(session: Session, memory: Memory, file: RosterFile, added: Iterable[Stamped[Record]]) -> None:
    """Keep what new records became."""
    rows = [
        {
            "sender": memory.sender,
            "file": file.value,
            "source_id": stamped.record.source_id,
            "target_id": memory.target(file, stamped.record.source_id),
            "fingerprint": stamped.fingerprint,
            "ended_on": None,
        }
        for stamped in added
    ]
    if rows:
        session.execute(insert(RosterRecord.__table__), rows)  # type: ignore[arg-type]  # a declared table is a Table


def remember_change(session: Session, memory: Memory, file: RosterFile, changed: Iterable[Stamped[Record]]) -> None:
    """Keep the new fingerprints of changed and returned records."""
    for stamped in changed:
        session.execute(
            update(RosterRecord)
            .where(*_key(memory, file), RosterRecord.source_id == stamped.record.source_id)
            .values(fingerprint=stamped.fingerprint, ended_on=None)
        )


def remember_endings(session: Session, memory: Memory, file: RosterFile, endings: Iterable[Ending]) -> None:
    """Keep that records are in force no more."""
    by_day: dict[date, list[str]] = defaultdict(list)
    for ending in endings:
        by_day[ending.on].append(ending.source_id)
    for day, ids in by_day.items():
        for start in range(0, len(ids), BATCH):
            some = tuple_(RosterRecord.source_id).in_([(each,) for each in ids[start : start + BATCH]])
            session.execute(update(RosterRecord).where(*_key(memory, file), some).values(ended_on=day))


def _key(memory: Memory, file: RosterFile) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return RosterRecord.sender == memory.sender, RosterRecord.file == file.value
