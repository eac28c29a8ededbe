"""Events as comma-separated values: ids and codes as the trail keeps them, no cell that is taken for a formula."""

from collections.abc import Iterable, Iterator

from welfare.audit.reading import Happening, read_body
from welfare.documents.comma_separated import csv_text
from welfare.oversight.queries import Found

MOST_ROWS = 10_000
HEADERS = (
    "time",
    "chain",
    "number",
    "account",
    "roles",
    "permission",
    "outcome",
    "grounds",
    "registers",
    "subjects",
    "opened",
    "written",
    "removed",
    "broken",
    "way",
    "address",
    "request",
)


def events_csv(found: Iterable[Found]) -> str:
    """A table of events, the newest first."""
    return csv_text(HEADERS, map(_row, found))


def _row(event: Found) -> tuple[str, ...]:
    account = event.actor_id.hex if event.actor_id else ""
    start = (event.at.isoformat(timespec="milliseconds"), event.chain_id.hex, str(event.seq), account)
    if event.body is None:
        return (*start, "", event.permission, event.outcome.value, *("…" for _ in range(len(HEADERS) - 7)))
    return (*start, *_said(read_body(event.chain_id, event.seq, event.at, event.body)))


def _said(said: Happening) -> Iterator[str]:
    yield " ".join(said.roles)
    yield said.permission
    yield said.outcome.value
    yield " ".join(said.grounds)
    yield " ".join(said.registers)
    yield " ".join(f"{kind}:{subject.hex}" for kind, subject in said.subjects)
    yield " ".join(f"{place}:{len(ids)}" for place, ids in sorted(said.opened.items()))
    yield " ".join(f"{table}:{row}" for table, row, *_ in said.written)
    yield " ".join(f"{table}:{row}" for table, row, *_ in said.removed)
    yield " ".join(f"{place}:{row}" for place, row in said.broken)
    yield said.way
    yield said.address
    yield said.request_id
