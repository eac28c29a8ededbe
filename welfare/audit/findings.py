"""What a verification finds, and the exit code it ends with."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from uuid import UUID


class Flaw(StrEnum):
    """What kind of thing is wrong."""

    LINK = "link"  # an event is not the one that was written
    MISSING = "missing"  # an event is not there, or there twice
    INDEX = "index"  # columns or subjects beside an event say something else than the event
    HEAD = "head"  # the head row is not the last event
    SHORTER = "shorter"  # the chain ends before its anchor
    OTHER = "other"  # the anchored event has been replaced
    ANCHOR = "anchor"  # an anchor is missing or badly signed
    DATA = "data"  # a row is not the one that was last written


class ExitCode(IntEnum):
    """How `welfare audit verify` ends; the gravest flaw decides."""

    GOOD = 0
    BROKEN = 3
    SHORTER = 4
    ANCHOR = 5
    DATA = 6


_GRAVEST_FIRST: tuple[tuple[ExitCode, frozenset[Flaw]], ...] = (
    (ExitCode.BROKEN, frozenset({Flaw.LINK, Flaw.MISSING, Flaw.INDEX})),
    (ExitCode.SHORTER, frozenset({Flaw.SHORTER, Flaw.OTHER})),
    (ExitCode.BROKEN, frozenset({Flaw.HEAD})),
    (ExitCode.ANCHOR, frozenset({Flaw.ANCHOR})),
    (ExitCode.DATA, frozenset({Flaw.DATA})),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, and where."""

    flaw: Flaw
    words: str
    chain_id: UUID | None = None
    seq: int | None = None
    table: str | None = None
    row: str | None = None


@dataclass
class Report:
    """What a verification went through, and what it found."""

    chains: dict[UUID, int] = field(default_factory=dict)
    """Events by chain."""
    rows: int = 0
    """Sealed rows compared with their digests."""
    anchors: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def events(self) -> int:
        """Events of all chains."""
        return sum(self.chains.values())

    @property
    def exit_code(self) -> ExitCode:
        """The code of the gravest finding."""
        found = Counter(finding.flaw for finding in self.findings)
        return next((code for code, flaws in _GRAVEST_FIRST if any(found[flaw] for flaw in flaws)), ExitCode.GOOD)

    def first_bad(self, chain_id: UUID) -> int | None:
        """The first event of a chain that is wrong or missing."""
        places = [f.seq for f in self.findings if f.chain_id == chain_id and f.seq is not None]
        return min(places, default=None)

    def add(self, findings: Iterable[Finding]) -> None:
        """Take findings in."""
        self.findings.extend(findings)

    def document(self) -> dict[str, object]:
        """The report as JSON values."""
        return {
            "exit_code": int(self.exit_code),
            "events": self.events,
            "anchors": self.anchors,
            "rows": self.rows,
            "chains": [
                {"chain": chain_id.hex, "events": count, "first_bad": self.first_bad(chain_id)}
                for chain_id, count in sorted(self.chains.items())
            ],
            "findings": [
                {
                    "flaw": found.flaw.value,
                    "chain": found.chain_id.hex if found.chain_id else None,
                    "seq": found.seq,
                    "table": found.table,
                    "row": found.row,
                    "words": found.words,
                }
                for found in self.findings
            ],
        }
