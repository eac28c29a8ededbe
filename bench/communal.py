"""Communal work of a municipality: a principal's page, schools beside each other, the yearly report on paper.

    python -m bench.communal [--schools 60] [--rounds 7] [--seconds 3] [--keep FOLDER]

SQLite, gunicorn with two workers; the municipality is that of `welfare seed --profile municipality`, with three school
years of work. One JSON line a measure, in milliseconds. The page of a principal is cold: the server has just been
started and each school's page is asked for once, by its own principal; what the very first answers of the workers took
is told apart. `processor` is the processor time of one answer in this process. `ratio` is our rate by that of the
plaintext twin. Both municipalities take some minutes to be seeded: what is kept in a folder is measured again.

Wanted: p95 of the page under 250, of the comparison under 500, of the report under 3,000.
"""

import argparse
import http.client
import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask
from sqlalchemy import select

from bench.load import GOOD, LoadError, Page, ratio
from bench.pages import OURS, TWIN
from bench.plain import make_plain, plain_ledger
from bench.serving import served
from config.settings import Settings
from tests.builders import Someone
from tests.signing_in import signed_in_client
from welfare.accounts.models import Account
from welfare.people.models import Assignment
from welfare.rules.actors import Role
from welfare.web.app import close, create_app, utc_now
from welfare.web.commands.environment import progress
from welfare.web.seeding.opening import claim_empty, mark_finished, open_stage
from welfare.web.seeding.playing import play
from welfare.web.seeding.profiles import municipality_of

WORKERS, TIMES = 2, 20
WANTED = {"page": 250, "comparison": 500, "report": 3000}
COMPARISON = "/communal/comparison"
REPORTS = (f"{COMPARISON}/fi/report.pdf", f"{COMPARISON}/sv/report.pdf")


@dataclass(frozen=True, slots=True)
class Asked:
    """A page and the cookie of who asks for it."""

    path: str
    cookie: str

    def at(self, url: str) -> Page:
        """At the address of a server."""
        return Page(url + self.path, self.cookie)


@dataclass(frozen=True)
class Town:
    """A seeded municipality, or its plaintext twin."""

    folder: Path
    is_plain: bool

    def open(self) -> Flask:
        """Its application."""
        app = create_app(Settings.from_env({"WELFARE_INSTANCE": str(self.folder)}))
        return make_plain(app) if self.is_plain else app

    def asked(self) -> tuple[Sequence[Asked], Asked]:
        """Every school's page by its principal, and the comparison by the coordinator."""
        app = self.open()
        pages = [Asked(f"/communal/{place_id}", _cookie(app, who)) for who, place_id in _holders(app, Role.PRINCIPAL)]
        coordinator, _place_id = _holders(app, Role.PROVIDER_COORDINATOR)[0]
        comparison = Asked(COMPARISON, _cookie(app, coordinator))
        close(app)
        return pages, comparison


def build(folder: Path, schools: int, *, is_plain: bool = False) -> Town:
    """Seed a municipality, if the folder does not hold it yet."""
    if folder.exists():
        return Town(folder, is_plain)
    now = utc_now()
    with open_stage(Settings.from_env({"WELFARE_INSTANCE": str(folder)}), now, "seed") as stage:
        claim_empty(stage)
        if is_plain:
            stage.ledger = plain_ledger(stage.ledger)
        play(municipality_of(schools), stage, now, progress)
        mark_finished(stage, "municipality")
    return Town(folder, is_plain)


def measure(ours: Town, twin: Town, rounds: int, seconds: float) -> Iterator[dict[str, object]]:
    """Every measure, as a line."""
    pages, comparison = ours.asked()
    with ExitStack() as stack:
        url = stack.enter_context(_served(ours))
        first, cold = _times([page.at(url) for page in pages])
        yield _line("page", cold) | {"first": first, "processor": _processor(ours, pages[0])}
        first, times = _times([comparison.at(url)] * TIMES)
        yield _line("comparison", times) | {"first": first, "processor": _processor(ours, comparison)}
        reports = [Asked(path, comparison.cookie) for path in REPORTS]
        first, times = _times([report.at(url) for report in reports * 4])
        yield _line("report", times) | {"first": first, "processor": _processor(ours, reports[0])}
        beside = stack.enter_context(_served(twin))
        plain_pages, plain_comparison = twin.asked()
        for name, own, other in (("page", pages[0], plain_pages[0]), ("comparison", comparison, plain_comparison)):
            found = ratio(own.at(url), other.at(beside), rounds=rounds, seconds=seconds)
            quarters = [round(part, 2) for part in found.quarters]
            yield {"page": name, "ratio": round(found.median, 2), "quarters": quarters}


def _served(town: Town) -> AbstractContextManager[str]:
    return served(TWIN if town.is_plain else OURS, {"WELFARE_INSTANCE": str(town.folder)}, workers=WORKERS)


def _line(name: str, times: Sequence[float]) -> dict[str, object]:
    p95 = quantiles(times, n=20, method="inclusive")[-1]
    return {"page": name, "median": round(median(times)), "p95": round(p95), "wanted": WANTED[name]}


def _times(pages: Sequence[Page]) -> tuple[list[int], list[float]]:
    """How long each took, one after the other: the first answer of each worker, and all the others."""
    times = [_ask(page) for page in pages]
    return [round(each) for each in times[:WORKERS]], times[WORKERS:]


def _ask(page: Page) -> float:
    parts = urlsplit(page.url)
    connection = http.client.HTTPConnection(parts.hostname or "127.0.0.1", parts.port)
    start = perf_counter()
    connection.request("GET", parts.path, headers={"Cookie": page.cookie, "Accept-Language": "fi"})
    answer = connection.getresponse()
    answer.read()
    taken = 1000 * (perf_counter() - start)
    connection.close()
    if answer.status != GOOD:
        message = f"{page.url} answered {answer.status}"
        raise LoadError(message)
    return taken


def _processor(town: Town, asked: Asked) -> int:
    """The median of some answers, the first left out."""
    app = town.open()
    client, times = app.test_client(), []
    name, _, value = asked.cookie.partition("=")
    client.set_cookie(name, value)
    for _time in range(TIMES):
        start = process_time()
        client.get(asked.path)
        times.append(1000 * (process_time() - start))
    close(app)
    return round(median(times[1:]))


def _holders(app: Flask, role: Role) -> list[tuple[Someone, UUID]]:
    """Everybody in a role, and where."""
    statement = select(Account, Assignment.organisation_id).join(Assignment, Assignment.person_id == Account.person_id)
    with app.extensions["ledger"].transaction() as reading:
        rows = reading.session.execute(statement.where(Assignment.role == role).order_by(Assignment.id)).all()
        return [(Someone(account.person_id, account.id, ""), place_id) for account, place_id in rows]


def _cookie(app: Flask, who: Someone) -> str:
    name = app.extensions["visitors"].policy.cookie
    found = signed_in_client(app, who).flask.get_cookie(name)
    return f"{name}={found.value}" if found else ""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schools", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--keep", type=Path, help="where the municipalities are seeded once and kept")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = asked.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ours = build(folder / "ours", asked.schools)
        twin = build(folder / "twin", asked.schools, is_plain=True)
        for line in measure(ours, twin, asked.rounds, asked.seconds):
            print(json.dumps({"bench": "communal", "schools": asked.schools, **line}), flush=True)


if __name__ == "__main__":
    main()
