"""The state of the chains: how long, last anchored, last verified."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from welfare.audit.anchors import AnchorFolder
from welfare.audit.checkpoint import Checkpoint, CheckpointError
from welfare.audit.unit_of_work import UnitOfWork
from welfare.oversight.pages.names import chain_name
from welfare.oversight.queries import heads_of, last_verified, own_controllers
from welfare.rules.registers import HOUSE


@dataclass(frozen=True, slots=True)
class ChainState:
    """One chain, as its heads and its anchor tell."""

    name: str
    events: int
    anchored_at: datetime | None
    anchored_events: int
    is_anchor_bad: bool
    verified_at: datetime | None


def chain_states(work: UnitOfWork, folder: AnchorFolder) -> list[ChainState]:
    """The chains an officer reads, the house's own last."""
    heads = heads_of(work.session, own_controllers(work.actor) | {HOUSE})
    return [_state(work, folder, chain_id, heads[chain_id]) for chain_id in sorted(heads, reverse=True)]


def _state(work: UnitOfWork, folder: AnchorFolder, chain_id: UUID, events: int) -> ChainState:
    anchor: Checkpoint | None = None
    is_bad = False
    try:
        anchor = folder.newest(chain_id)
    except CheckpointError:
        is_bad = True
    return ChainState(
        name=chain_name(work, chain_id),
        events=events,
        anchored_at=datetime.fromtimestamp(anchor.at / 1000, UTC) if anchor else None,
        anchored_events=anchor.size if anchor else 0,
        is_anchor_bad=is_bad,
        verified_at=last_verified(work.session, chain_id),
    )
