"""Every route against everybody: drawn from the running application, judged by the law, kept as a file for readers.

`access_matrix.txt` changes only on purpose: run `UPDATE_MATRIX=1 pytest tests/web/test_access_matrix.py` and read the
difference line by line.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.builders import Village
from tests.web.cast import Cast, a_cast
from tests.web.law import LAW, LAW_BESIDE
from welfare.access.gate import Gate, Passage
from welfare.access.needs import Public, Reading
from welfare.audit.ledger import Ledger
from welfare.rules.actors import Actor, Facts
from welfare.rules.permissions import GRANTS, Permission, decide

MATRIX = Path(__file__).parent / "access_matrix.txt"


ITEM = "item_id"
Things = Mapping[str, UUID]


@dataclass
class Visitor:
    """Somebody before the gate. What routes have in common is loaded once: by the loaders' kinds, in their order."""

    gate: Gate
    reading: Reading
    things: Things
    known: dict[tuple[tuple[str, str], ...], tuple[Mapping[str, object], Facts] | None] = field(default_factory=dict)

    def may_pass(self, passage: Passage) -> bool:
        """What the gate would say, by the application's own loaders and rules."""
        if isinstance(passage.needs, Public):
            return True
        found = self._facts(tuple(passage.subjects))
        return found is not None and decide(self.reading.actor, passage.needs, found[1]).is_granted

    def _facts(self, subjects: tuple[tuple[str, str], ...]) -> tuple[Mapping[str, object], Facts] | None:
        if not subjects:
            return {}, Facts(on=self.reading.now.date())
        if subjects not in self.known:
            self.known[subjects] = self._load(subjects)
        return self.known[subjects]

    def _load(self, subjects: tuple[tuple[str, str], ...]) -> tuple[Mapping[str, object], Facts] | None:
        before, (name, kind) = self._facts(subjects[:-1]), subjects[-1]
        if before is None:
            return None
        step = Reading(self.reading.session, self.reading.actor, self.reading.now, before[0])
        found = self.gate.loaders[kind](step, self.things[kind])
        return None if found is None else ({**before[0], name: found.thing}, found.facts)


@dataclass(frozen=True)
class Stage:
    """The whole cast before the routes of the application."""

    gate: Gate
    cast: Cast
    session: Session
    actors: Mapping[str, Actor]
    now: datetime

    def let_in(self, passages: Iterable[Passage], things: Things) -> dict[str, set[str]]:
        """Who may pass, by endpoint."""
        readings = {name: Reading(self.session, actor, self.now, {}) for name, actor in self.actors.items()}
        visitors = {name: Visitor(self.gate, reading, things) for name, reading in readings.items()}
        return {
            passage.endpoint: {who for who, each in visitors.items() if each.may_pass(passage)} for passage in passages
        }

    @property
    def all(self) -> dict[str, set[str]]:
        """Every route, with what is Aada's."""
        return self.let_in(self.gate.passages.values(), self.cast.things)

    @property
    def within_items(self) -> list[Passage]:
        """The routes to items of meetings and to what lies within them."""
        return [each for each in self.gate.passages.values() if ITEM in _kinds(each)]

    @property
    def deeper(self) -> list[Passage]:
        """The routes to what lies within an item."""
        return [each for each in self.within_items if _kinds(each)[-1] != ITEM]


@pytest.fixture
def stage(app: Flask, village: Village, ledger: Ledger) -> Iterator[Stage]:
    """Everybody is there."""
    cast, now = a_cast(village), ledger.clock()
    with ledger.transaction() as transaction:
        session = transaction.session
        yield Stage(app.extensions["gate"], cast, session, cast.actors(session, now), now)


def _kinds(passage: Passage) -> list[str]:
    return [kind for _name, kind in passage.subjects]


def wrongs(gate: Gate, allowed: Mapping[str, set[str]], law: Mapping[Permission, set[str]]) -> list[str]:
    """Where what runs is not the law."""
    wrong = []
    for endpoint, who in sorted(allowed.items()):
        needs = gate.passages[endpoint].needs
        if isinstance(needs, Permission) and who != law[needs]:
            too_many, too_few = sorted(who - law[needs]), sorted(law[needs] - who)
            wrong.append(f"{endpoint} ({needs}): let in wrongly {too_many}, shut out wrongly {too_few}")
    return wrong


def test_everybody_may_do_what_the_law_gives_and_nothing_else(stage: Stage) -> None:
    assert wrongs(stage.gate, stage.all, LAW) == []


def test_an_item_beside_is_there_for_its_own_people_alone(stage: Stage) -> None:
    allowed = stage.let_in(stage.within_items, stage.cast.beside)
    assert wrongs(stage.gate, allowed, LAW_BESIDE) == []
    assert {stage.gate.passages[endpoint].needs for endpoint in allowed} == set(LAW_BESIDE)


def test_what_lies_within_one_item_is_found_by_nobody_under_the_other(stage: Stage) -> None:
    astray = {**stage.cast.things, ITEM: stage.cast.beside[ITEM]}
    assert all(stage.let_in(stage.deeper, stage.cast.things).values())
    assert not any(stage.let_in(stage.deeper, astray).values())


def test_every_permission_has_its_law() -> None:
    assert set(LAW) == set(Permission) == set(GRANTS)


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_the_matrix_file_shows_what_runs(stage: Stage) -> None:
    beside = stage.let_in(stage.within_items, stage.cast.beside)
    lines = []
    for endpoint, allowed in sorted(stage.all.items()):
        needs = stage.gate.passages[endpoint].needs
        who = f"everybody: {needs.value}" if isinstance(needs, Public) else named(allowed)
        lines.append(f"{endpoint} [{needs.name.lower()}]\n    {who}\n")
        if endpoint in beside:
            lines.append(f"    of the item beside it: {named(beside[endpoint])}\n")
    text = "".join(lines)
    if os.environ.get("UPDATE_MATRIX"):
        MATRIX.write_text(text, encoding="utf-8")
    assert MATRIX.read_text(encoding="utf-8") == text


def named(who: set[str]) -> str:
    """Some of the cast, in a line."""
    return ", ".join(sorted(who)) or "nobody"
