"""Anchoring: adds a signed checkpoint of each chain that has grown, after a while or after so many events."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, Engine, select

from welfare.audit.anchors import AnchorFolder
from welfare.audit.chain import GENESIS
from welfare.audit.checkpoint import Checkpoint, CheckpointError, Notary
from welfare.audit.merkle import Frontier, leaf_hash
from welfare.audit.models import AuditEvent, AuditHead, milliseconds

_AT_ONCE = 1000


class ChainMovedError(RuntimeError):
    """A chain does not go on from its newest anchor: its end was cut, or an older database put back."""


@dataclass(frozen=True)
class Anchoring:
    """What anchoring needs; one for each process, all of a machine taking turns."""

    engine: Engine
    folder: AnchorFolder
    notary: Notary
    clock: Callable[[], datetime]
    every_seconds: int = 60
    every_events: int = 200

    def anchor_due(self) -> list[Checkpoint]:
        """Anchor the chains whose time has come. Raises OSError, CheckpointError, ChainMovedError."""
        return self._anchor(is_asked=False)

    def anchor_all(self) -> list[Checkpoint]:
        """Anchor every chain that has grown at all. Raises OSError, CheckpointError, ChainMovedError."""
        return self._anchor(is_asked=True)

    def accept(self) -> list[Checkpoint]:
        """Anchor every chain as it stands, whatever its anchors say: an operator answers for it. Raises OSError."""
        self.folder.found()
        with self.folder.turn(), self.engine.connect() as connection:
            chains = {*_heads(connection), *self.folder.chains()}
            return [
                self._add(connection, chain_id, None)
                for chain_id in sorted(chains)
                if self._wants_anchor(connection, chain_id)
            ]

    def _anchor(self, *, is_asked: bool) -> list[Checkpoint]:
        self.folder.check()
        added, troubles = [], []
        with self.folder.turn(), self.engine.connect() as connection:
            for chain_id, size in _heads(connection).items():
                try:
                    last = self.folder.newest(chain_id)
                    if last is None or self._is_due(last, size, is_asked=is_asked):
                        added.append(self._add(connection, chain_id, last))
                except (CheckpointError, ChainMovedError) as trouble:  # the others are anchored all the same
                    troubles.append(trouble)
        if troubles:
            raise troubles[0]
        return added

    def _is_due(self, last: Checkpoint, size: int, *, is_asked: bool) -> bool:
        grown = size - last.size
        waited = milliseconds(self.clock()) - last.at
        return grown != 0 and (is_asked or grown >= self.every_events or waited >= self.every_seconds * 1000)

    def _wants_anchor(self, connection: Connection, chain_id: UUID) -> bool:
        """Whether a chain has grown past its anchor, or has no anchor to go on from."""
        try:
            last = self.folder.newest(chain_id)
        except CheckpointError:
            return True
        return last is None or not goes_on(connection, last) or last.size != _heads(connection).get(chain_id, 0)

    def _add(self, connection: Connection, chain_id: UUID, last: Checkpoint | None) -> Checkpoint:
        if last is not None and not goes_on(connection, last):
            message = f"chain {chain_id.hex} does not go on from its anchor of {last.size} events"
            raise ChainMovedError(message)
        frontier = (self.folder.frontier(last) if last else None) or Frontier()
        mac = _grow(connection, chain_id, frontier)
        checkpoint = Checkpoint.of(chain_id, frontier.size, frontier.root(), mac, self.clock())
        self.folder.add(self.notary.sign(checkpoint), chain_id, frontier)
        return checkpoint


def goes_on(connection: Connection, last: Checkpoint) -> bool:
    """Whether the event at the anchor's size is still the one that was anchored."""
    if last.size == 0:
        return True
    place = (AuditEvent.chain_id == last.chain_id, AuditEvent.seq == last.size)
    mac = connection.execute(select(AuditEvent.mac).where(*place)).scalar_one_or_none()
    return mac is not None and last.has_mac(mac)


def _heads(connection: Connection) -> dict[UUID, int]:
    statement = select(AuditHead.chain_id, AuditHead.seq).order_by(AuditHead.chain_id)
    return {head.chain_id: head.seq for head in connection.execute(statement)}


def _grow(connection: Connection, chain_id: UUID, frontier: Frontier) -> bytes:
    """Add a chain's later events to its tree; the MAC of the last. Raises ChainMovedError when one is missing."""
    statement = (
        select(AuditEvent.seq, AuditEvent.body, AuditEvent.mac)
        .where(AuditEvent.chain_id == chain_id, AuditEvent.seq >= frontier.size)
        .order_by(AuditEvent.seq)
        .execution_options(yield_per=_AT_ONCE)
    )
    mac = GENESIS
    with connection.execute(statement) as events:
        for event in events:
            mac = event.mac
            if event.seq == frontier.size + 1:
                frontier.add(leaf_hash(event.body))
            elif event.seq != frontier.size:
                message = f"chain {chain_id.hex} lacks event {frontier.size + 1}"
                raise ChainMovedError(message)
    return mac
