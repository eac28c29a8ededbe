"""What one event says, and the canonical bytes that are hashed and stored."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from welfare.audit.models import milliseconds
from welfare.rules.actors import Actor

VERSION = 1
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode


class Outcome(StrEnum):
    """How a unit of work ended."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a unit of work came from: request id, client address, and how it was reached."""

    request_id: str = ""
    address: str = ""
    way: str = "web"


@dataclass(slots=True)
class Notes:
    """What one unit of work did within one controller's registers."""

    registers: set[str] = field(default_factory=set)
    subjects: set[tuple[str, UUID]] = field(default_factory=set)
    opened: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    """Row ids by ``table.column``, each once, in the order of opening."""
    written: list[tuple[str, str, int, str]] = field(default_factory=list)
    """Table, row id, revision and SHA-256 over all the row's cells, sealed and open."""
    removed: list[tuple[str, str, int]] = field(default_factory=list)
    """Table, row id and last revision."""
    broken: list[tuple[str, str]] = field(default_factory=list)
    codes: dict[str, str | int | list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event, complete but for its place in the chain."""

    at: datetime
    actor: Actor
    permission: str
    outcome: Outcome
    grounds: tuple[str, ...]
    origin: Origin
    notes: Notes

    def body(self, chain_id: UUID, seq: int) -> bytes:
        """Canonical JSON (sorted keys, UTF-8, integers only) of this event at its place in the chain."""
        post = self.actor.leading_post()
        content: dict[str, object] = {
            "v": VERSION,
            "chain": chain_id.hex,
            "seq": seq,
            "at": milliseconds(self.at),
            "actor": _hex(self.actor.account_id),
            "person": _hex(self.actor.person_id),
            "world": self.actor.world.value,
            "roles": sorted(role.value for role in self.actor.roles),
            "organisation": _hex(post.organisation_id if post else None),
            "session": _hex(self.actor.session_id),
            "permission": self.permission,
            "outcome": self.outcome.value,
            "grounds": list(self.grounds),
            "registers": sorted(self.notes.registers),
            "subjects": [[kind, subject.hex] for kind, subject in sorted(self.notes.subjects)],
            "request": self.origin.request_id,
            "address": self.origin.address,
            "way": self.origin.way,
        }
        content.update(_present(self.notes))
        return _canonical(content).encode()


def _present(notes: Notes) -> Iterable[tuple[str, object]]:
    found: dict[str, object] = {
        "opened": {place: list(ids) for place, ids in notes.opened.items()},
        "written": notes.written,
        "removed": notes.removed,
        "broken": notes.broken,
        "codes": notes.codes,
    }
    return ((name, value) for name, value in found.items() if value)


def _hex(value: UUID | None) -> str | None:
    return None if value is None else value.hex
