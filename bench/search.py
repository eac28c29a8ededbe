"""Seeking pupils by name among many: sealed names in memory and an event, against a plaintext twin with an FTS5 index.

    python -m bench.search [NAMES ...] [--rounds 10]

SQLite, one client in this process, processor time. For each number of names one JSON line: `cold_ms`, the first search
of a searcher, in as many requests as the page makes of it; `match_ms`, the matching alone; `search_ms`, a warm search
from its words to the page's lines; `page_ms`, the whole request; and the last two by the twin's. Wanted warm: 900 names
in less than 20 ms, 20,000 in less than 150 ms.
"""

import argparse
import json
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any
from uuid import UUID, uuid4

from flask import Flask

from bench.plain import make_plain
from bench.scene import founded, laid_down
from config.settings import Settings
from tests.builders import BEGINNING, Someone, Village
from tests.client import Client
from tests.signing_in import signed_in_client
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.finding import NameIndex, parts_of
from welfare.people.models import Enrolment, Person, PersonKind
from welfare.people.pages.names import student_lines
from welfare.people.pages.seeking import MOST_FOUND, Sought, seek
from welfare.people.queries import Reach
from welfare.rules.actors import Role
from welfare.rules.names import folded
from welfare.web.app import close, create_app
from welfare.worklist.pages import hits

CHUNK = 2000
BEGINNINGS = ("Ai", "Ee", "Il", "Kai", "Lau", "Mä", "Nii", "Öh", "Pel", "Rau", "Sää", "Tuu", "Vä", "Å", "Jo", "Han")
MIDDLES = ("ka", "la", "ma", "no", "ri", "si", "ta", "vo", "li", "pu", "he", "jä")
ENDS = ("nen", "koski", "niemi", "mäki", "lahti", "berg", "ström", "la", "salo", "ranta")


@dataclass
class Times:
    """Milliseconds of the processor, search by search."""

    spent: list[float] = field(default_factory=list)

    def take(self, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the work gives
        """Do it, and note what it took."""
        began = process_time()
        found = work()
        self.spent.append((process_time() - began) * 1000)
        return found

    def usual(self, at_once: int) -> float:
        """The mean of so many searches, the median of all rounds of them."""
        return median(mean(self.spent[start : start + at_once]) for start in range(0, len(self.spent), at_once))


def names(count: int) -> Iterator[str]:
    """So many invented names, the same ones each time; as in life, many share a part."""
    chance = random.Random(20261123)  # noqa: S311 - names, no keys
    for _ in range(count):
        given = [chance.choice(BEGINNINGS) + chance.choice(MIDDLES) for _ in range(1 + (chance.random() < 0.2))]
        family = chance.choice(BEGINNINGS) + chance.choice(MIDDLES) + chance.choice(MIDDLES) + chance.choice(ENDS)
        yield f"{'-'.join(given)} {family}"


def typed() -> list[str]:
    """As people type: whole names either way, beginnings, a name without its dots, and slips."""
    found = []
    for number, name in enumerate(names(12)):
        given, _, family = name.partition(" ")
        swapped = f"{family[:2]}{family[3]}{family[2]}{family[4:]}"
        ways = (f"{family} {given}", family[:4], f"{given[:3]} {family[:3]}", folded(family), swapped, given)
        found.append(ways[number % len(ways)])
    return found


def build(folder: Path, count: int, *, is_plain: bool) -> Someone:
    """An instance with one school of so many pupils, and its curator."""
    app = founded(folder, is_plain=is_plain)
    village = Village.of(app)
    class_id = village.a_class()
    with village.work() as work:
        for number, name in enumerate(names(count)):
            _add(work, village, class_id, name)
            if number % CHUNK == CHUNK - 1:
                work.flush_chunk()
    curator = village.staff(Role.CURATOR, "Saara Lehtovirta")
    laid_down(app)
    return curator


def _add(work: UnitOfWork, village: Village, class_id: UUID, name: str) -> None:
    id = uuid4()
    person = Person(
        id=id,
        kind=PersonKind.STUDENT,
        controller_id=village.provider_id,
        key_subject_id=id,
        of_age_on=date(2030, 1, 1),
        is_restricted=False,
    )
    given, _, family = name.partition(" ")
    words = {"given_name": given, "family_name": family, "language": "fi", "birth_date": "2012-05-05"}
    work.encrypt_document(person, Person.identity, words)
    work.session.add(person)
    work.session.flush()
    place = {"class_id": class_id, "school_id": village.school_id, "begins_on": BEGINNING}
    work.session.add(Enrolment(student_id=id, **place))


class Fts5:
    """The twin's search: an index of folded names in plain text, beginnings only, ranked by FTS5."""

    def __init__(self) -> None:
        """An empty index in memory."""
        self._index = sqlite3.connect(":memory:", check_same_thread=False)
        self._index.execute("CREATE VIRTUAL TABLE names USING fts5(id UNINDEXED, words, tokenize='unicode61')")

    def fill(self, work: UnitOfWork, reach: Reach) -> None:
        """Take in every name within reach."""
        placed = reach.placed(work.session, work.facts.on, reach.ids(work.session, work.facts.on))
        rows = [(line.id.hex, folded(line.name.full)) for line in student_lines(work, placed)]
        self._index.executemany("INSERT INTO names VALUES (?, ?)", rows)

    def ids(self, text: str) -> list[UUID]:
        """Who answers to the words."""
        wanted = " ".join(f'"{word}"*' for word in folded(text).split())
        statement = "SELECT id FROM names WHERE names MATCH ? ORDER BY rank LIMIT ?"
        return [UUID(row[0]) for row in self._index.execute(statement, (wanted, MOST_FOUND + 1))]

    def seek(self, work: UnitOfWork, reach: Reach, text: str) -> Sought:
        """What `seeking.seek` gives."""
        placed = {p.student.id: p for p in reach.placed(work.session, work.facts.on, self.ids(text))}
        return Sought(tuple(student_lines(work, placed.values())), placed)

    def close(self) -> None:
        """Let go of it."""
        self._index.close()


@dataclass
class Side:
    """One application being asked, and what its searches cost."""

    client: Client
    search: Callable[[UnitOfWork, Reach, str], Sought]
    searches: Times = field(default_factory=Times)
    pages: Times = field(default_factory=Times)
    token: str = ""

    def ask(self, words: str) -> str:
        """The page of one search."""
        if not self.token:
            self.token = self.client.get("/search").form("#seek").data["csrf_token"]
        vars(hits)["seek"] = self._timed
        answer = self.pages.take(
            lambda: self.client.flask.post("/search", data={"q": words, "csrf_token": self.token}, **LOCAL)
        )
        if answer.status_code != 200:
            raise SystemExit(answer.status)
        return str(answer.text)

    def warm(self) -> float:
        """Search until every name is in memory; what all that took."""
        began = process_time()
        while "data-ask-again" in self.ask("x"):
            pass
        self.searches, self.pages = Times(), Times()
        return (process_time() - began) * 1000

    def _timed(self, work: UnitOfWork, reach: Reach, text: str) -> Sought:
        found: Sought = self.searches.take(lambda: self.search(work, reach, text))
        return found


LOCAL: dict[str, Any] = {"base_url": "http://localhost"}


def opened(stack: ExitStack, folder: Path, *, is_plain: bool) -> Flask:
    """The application of an instance that has been built."""
    app = create_app(Settings.from_env({"WELFARE_INSTANCE": str(folder)}))
    stack.callback(close, app)
    return make_plain(app) if is_plain else app


def measure(count: int, rounds: int) -> dict[str, object]:
    """Everything for so many names."""
    wanted = typed()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        curator, other = build(folder / "ours", count, is_plain=False), build(folder / "twin", count, is_plain=True)
        index = stack.enter_context(closing(Fts5()))
        ours = Side(signed_in_client(opened(stack, folder / "ours", is_plain=False), curator), seek)
        twin = Side(signed_in_client(opened(stack, folder / "twin", is_plain=True), other), _filling(index))
        cold = ours.warm()
        twin.warm()
        twin.search = index.seek
        for _ in range(rounds):
            for words in wanted:
                ours.ask(words)
                twin.ask(words)
    matching = Times()
    known = NameIndex((uuid4(), name) for name in sorted(names(count)))
    for words in wanted * rounds:
        matching.take(lambda words=words: known.find(words))  # type: ignore[misc]
    return {
        "bench": "search",
        "names": count,
        "parts": len({part for name in names(count) for part in parts_of(name)}),
        "cold_ms": round(cold),
        "match_ms": round(matching.usual(len(wanted)), 2),
        "search_ms": round(ours.searches.usual(len(wanted)), 1),
        "page_ms": round(ours.pages.usual(len(wanted)), 1),
        "search_by_twin": round(ours.searches.usual(len(wanted)) / twin.searches.usual(len(wanted)), 2),
        "page_by_twin": round(ours.pages.usual(len(wanted)) / twin.pages.usual(len(wanted)), 2),
    }


def _filling(index: Fts5) -> Callable[[UnitOfWork, Reach, str], Sought]:
    def fill_and_seek(work: UnitOfWork, reach: Reach, text: str) -> Sought:
        index.fill(work, reach)
        return index.seek(work, reach, text)

    return fill_and_seek


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", type=int, nargs="*", default=[900, 1_000, 20_000, 100_000])
    parser.add_argument("--rounds", type=int, default=10)
    asked = parser.parse_args()
    for count in asked.names:
        print(json.dumps(measure(count, asked.rounds)), flush=True)


if __name__ == "__main__":
    main()
