"""Every route against everybody: drawn from the running application, judged by the law, kept as a file for readers.

`access_matrix.txt` changes only on purpose: run `UPDATE_MATRIX=1 pytest tests/web/test_access_matrix.py` and read the
difference line by line.
"""

import os
from pathlib import Path

import pytest
from flask import Flask

from tests.builders import Village
from tests.web.cast import Cast, a_cast
from tests.web.law import LAW
from welfare.access.gate import Gate, Passage
from welfare.access.needs import Public, Reading
from welfare.audit.ledger import Ledger
from welfare.rules.actors import Actor, Facts
from welfare.rules.permissions import GRANTS, Permission, decide

MATRIX = Path(__file__).parent / "access_matrix.txt"


def may_pass(gate: Gate, passage: Passage, reading: Reading, cast: Cast) -> bool:
    """What the gate would say, by the application's own loaders and rules."""
    if isinstance(passage.needs, Public):
        return True
    facts = Facts(on=reading.now.date())
    loaded: dict[str, object] = {}
    for name, kind in passage.subjects:
        step = Reading(reading.session, reading.actor, reading.now, loaded)
        found = gate.loaders[kind](step, cast.things[kind])
        if found is None:
            return False
        loaded[name], facts = found.thing, found.facts
    return decide(reading.actor, passage.needs, facts).is_granted


@pytest.fixture
def drawn(app: Flask, village: Village, ledger: Ledger) -> dict[str, set[str]]:
    """Endpoint -> who is let in."""
    gate: Gate = app.extensions["gate"]
    cast = a_cast(village)
    now = ledger.clock()
    with ledger.transaction() as transaction:
        actors: dict[str, Actor] = cast.actors(transaction.session, now)
        return {
            endpoint: {
                name
                for name, actor in actors.items()
                if may_pass(gate, passage, Reading(transaction.session, actor, now, {}), cast)
            }
            for endpoint, passage in gate.passages.items()
        }


def test_everybody_may_do_what_the_law_gives_and_nothing_else(app: Flask, drawn: dict[str, set[str]]) -> None:
    gate: Gate = app.extensions["gate"]
    wrong = []
    for endpoint, allowed in sorted(drawn.items()):
        needs = gate.passages[endpoint].needs
        if isinstance(needs, Permission) and allowed != LAW[needs]:
            too_many, too_few = sorted(allowed - LAW[needs]), sorted(LAW[needs] - allowed)
            wrong.append(f"{endpoint} ({needs}): let in wrongly {too_many}, shut out wrongly {too_few}")
    assert wrong == []


def test_every_permission_has_its_law() -> None:
    assert set(LAW) == set(Permission) == set(GRANTS)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_matrix_file_shows_what_runs(drawn: dict[str, set[str]], app: Flask) -> None:
    gate: Gate = app.extensions["gate"]
    lines = []
    for endpoint, allowed in sorted(drawn.items()):
        needs = gate.passages[endpoint].needs
        who = f"everybody: {needs.value}" if isinstance(needs, Public) else ", ".join(sorted(allowed)) or "nobody"
        lines.append(f"{endpoint} [{needs.name.lower()}]\n    {who}\n")
    text = "".join(lines)
    if os.environ.get("UPDATE_MATRIX"):
        MATRIX.write_text(text, encoding="utf-8")
    assert MATRIX.read_text(encoding="utf-8") == text
