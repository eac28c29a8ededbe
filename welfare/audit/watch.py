"""The watch: compares each chain with its newest anchor, and keeps the instance from writing while they disagree."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from uuid import UUID

from sqlalchemy import Connection, Engine, select, tuple_
from sqlalchemy.exc import SQLAlchemyError

from welfare.audit.anchors import AnchorFolder
from welfare.audit.checkpoint import Checkpoint, CheckpointError
from welfare.audit.models import AuditEvent, AuditHead

_log = logging.getLogger("welfare")
_AT_ONCE = 200
LATE = 10
"""A chain without any anchor may be this many times the promised number of events long before it is called lost."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with an anchor, or with the chain it witnesses."""

    chain_id: UUID | None
    words: str


class Watch:
    """Looks at start and then at most once a minute; whoever asks in between is told what was seen."""

    def __init__(
        self, engine: Engine, folder: AnchorFolder, clock: Callable[[], datetime], *, most_unanchored: int = 200
    ) -> None:
        """Of an instance's database and anchors. ``most_unanchored``: the promised number of events in between."""
        self._engine, self._folder, self._clock = engine, folder, clock
        self._most_unanchored = most_unanchored * LATE
        self._every = timedelta(seconds=60)
        self._looked_at: datetime | None = None
        self._lock = Lock()
        self.troubles: tuple[Trouble, ...] = ()

    def is_read_only(self) -> bool:
        """Whether writing must wait; looks anew when the last look is a minute old."""
        now = self._clock()
        is_stale = self._looked_at is None or abs(now - self._looked_at) >= self._every
        if is_stale and self._lock.acquire(blocking=self._looked_at is None):
            try:
                self.look()
            finally:
                self._lock.release()
        return bool(self.troubles)

    def look(self) -> tuple[Trouble, ...]:
        """Compare now. A database that does not answer changes nothing; every trouble is an alarm in the log."""
        try:
            troubles = tuple(self._find())
        except SQLAlchemyError as error:
            _log.warning("the audit chains could not be compared with their anchors: %s", type(error).__name__)
            return self.troubles
        for trouble in troubles:
            _log.critical("ALARM audit: %s; only reading is possible", trouble.words)
        if self.troubles and not troubles:
            _log.warning("audit: every chain agrees with its anchor again; writing is possible")
        self.troubles, self._looked_at = troubles, self._clock()
        return troubles

    def _find(self) -> Iterator[Trouble]:
        try:
            chains = self._folder.chains()
        except CheckpointError as error:
            yield Trouble(None, str(error))
            return
        anchors = []
        for chain_id in chains:
            try:
                anchors.append(self._folder.newest(chain_id))
            except CheckpointError as error:
                yield Trouble(chain_id, str(error))
        with self._engine.connect() as connection:
            yield from _moved(connection, [anchor for anchor in anchors if anchor])
            yield from self._never_anchored(connection, set(chains))

    def _never_anchored(self, connection: Connection, known: set[UUID]) -> Iterator[Trouble]:
        statement = select(AuditHead.chain_id).where(AuditHead.seq > self._most_unanchored)
        for chain_id in connection.scalars(statement):
            if chain_id not in known:
                yield Trouble(chain_id, f"chain {chain_id.hex} has lost its anchors")


def _moved(connection: Connection, anchors: list[Checkpoint]) -> Iterator[Trouble]:
    """Anchors whose event is no longer there, or is another one."""
    for start in range(0, len(anchors), _AT_ONCE):
        some = [anchor for anchor in anchors[start : start + _AT_ONCE] if anchor.size]
        place = tuple_(AuditEvent.chain_id, AuditEvent.seq)
        statement = select(AuditEvent.chain_id, AuditEvent.mac).where(place.in_([(a.chain_id, a.size) for a in some]))
        macs: dict[UUID, bytes] = {event.chain_id: event.mac for event in connection.execute(statement)}
        for anchor in some:
            mac = macs.get(anchor.chain_id)
            if mac is None:
                yield Trouble(
                    anchor.chain_id, f"chain {anchor.chain_id.hex} ends before its anchor of {anchor.size} events"
                )
            elif not anchor.has_mac(mac):
                yield Trouble(
                    anchor.chain_id, f"chain {anchor.chain_id.hex} is not the one anchored at {anchor.size} events"
                )
