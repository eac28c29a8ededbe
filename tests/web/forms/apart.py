"""What a route has said to the database, and whether it joins what the law keeps apart (rule 22; OHL 20-21 §)."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from tests.web.forms.scene import Scene
from welfare.audit.ledger import Ledger
from welfare.db.base import Base
from welfare.web.rooms import BLUEPRINTS

WELFARE_ROOMS = ("cases", "consents", "journal", "meetings", "plans", "arrangements", "disclosures")
"""Rooms that keep the education provider's register; one that does not exist yet has no tables and no files."""
SERVICE_ROOM = "service_notes"
SERVICE_TABLES = frozenset(
    {"client_file", "service_note", "note_disclosure", "appointment", "hand_over", "worker_cover"}
)
BRIDGE_ROOM = "service_disclosures"
ASSESSED = frozenset({"client_rectifications.assessed", "client_rectifications.assess"})
"""A correction asked for in a service's own record, where its own worker assesses it."""
BOTH_MAY = frozenset(
    {"worklist.show", f"{BRIDGE_ROOM}.choose", f"{BRIDGE_ROOM}.begin", f"{BRIDGE_ROOM}.give", *ASSESSED}
)
"""The landing page, and the one bridge: each has what either register has for its reader, by statements of its own."""
NAMED = re.compile(r"[a-z_]+")


def tables_of(*rooms: str) -> frozenset[str]:
    """The tables of rooms, by their models."""
    assert BLUEPRINTS, "every model is known once every room is"
    wanted = tuple(f"welfare.{room}." for room in rooms)
    mapped = (mapper.class_ for mapper in Base.registry.mappers if mapper.class_.__module__.startswith(wanted))
    return frozenset(kind.__tablename__ for kind in mapped if hasattr(kind, "__tablename__"))


class Statements(list[tuple[str, frozenset[str]]]):
    """Every statement with the tables it names."""

    known = frozenset(Base.metadata.tables)

    def hear(self, _connection: object, _cursor: object, statement: str, *_more: Any) -> None:  # noqa: ANN401 - the event's
        """Write one down."""
        self.append((statement, self.known & set(NAMED.findall(statement.lower()))))

    @property
    def tables(self) -> frozenset[str]:
        """All tables that were named."""
        return frozenset().union(*(tables for _statement, tables in self))


@contextmanager
def listening(house: Scene) -> Iterator[Statements]:
    """Write down what is said to the database of a house."""
    heard, ledger = Statements(), house.app.extensions["ledger"]
    assert isinstance(ledger, Ledger)
    event.listen(ledger.engine, "before_cursor_execute", heard.hear)
    try:
        yield heard
    finally:
        event.remove(ledger.engine, "before_cursor_execute", heard.hear)


def joined(heard: Statements) -> Sequence[str]:
    """Statements that name tables of both sides."""
    welfare = tables_of(*WELFARE_ROOMS)
    return [statement for statement, tables in heard if tables & SERVICE_TABLES and tables & welfare]


def trespasses(endpoint: str, tables: frozenset[str]) -> set[str]:
    """The tables of the other side that a route of one side has named."""
    room = endpoint.partition(".")[0]
    if room == SERVICE_ROOM:
        return set(tables & tables_of(*WELFARE_ROOMS))
    return set() if endpoint in BOTH_MAY else set(tables & SERVICE_TABLES)
