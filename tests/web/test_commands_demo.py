"""`welfare demo`: loaded once, printed at every start; a newcomer is at work within a minute."""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bench.make_roster import make_roster
from config.settings import Settings
from tests.builders import Village
from tests.client import Client, Page
from tests.databases import Copies, Store, sqlite_url
from tests.web.command_line import environment, run
from welfare.accounts.models import Account, InstanceMark
from welfare.audit.models import AuditEvent
from welfare.cases.models import Case
from welfare.people.models import Person
from welfare.people.roster.demo import LAKEUSKOSKI
from welfare.requests.models import ContactRequest
from welfare.rules.actors import Role
from welfare.web.app import close, create_app
from welfare.web.instance import open_database
from welfare.web.seeding.cast import CAST, LOADED, PASSWORD
from welfare.web.seeding.demo import ready

LIGHTLY = (
    "import sys; from welfare.web.cli import main; main(standalone_mode=False); print('sqlalchemy' in sys.modules)"
)


@dataclass(frozen=True)
class Demo:
    """A loaded demonstration and what was printed."""

    store: Store
    printed: str
    app: Flask


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The demonstration, loaded once for this file."""
    copies: Copies = request.getfixturevalue(f"{request.param}_template")
    with copies(tmp_path_factory.mktemp("demo") / "instance") as store:
        printed = run(store, "demo", PORT="9123").stdout
        app = create_app(settings_of(store))
        yield Demo(store, printed, app)
        close(app)


@pytest.fixture
def bare(tmp_path: Path) -> Store:
    """A folder where no instance is yet."""
    return Store(sqlite_url(tmp_path / "bare"), tmp_path / "bare")


def test_everybody_is_printed_with_role_names_password_and_place(demo: Demo) -> None:
    for part in CAST:
        assert part.name in demo.printed
        assert part.username in demo.printed
        assert (part.totp_secret in demo.printed) == part.has_second_factor
    assert PASSWORD in demo.printed
    assert "http://127.0.0.1:9123" in demo.printed


def test_the_cast_has_the_roles_of_a_school_and_its_families() -> None:
    roles = {part.role for part in CAST}
    assert roles == set(Role) - {Role.SCHOOL_ASSISTANT, Role.SCHOOL_SECRETARY}


def test_the_cast_is_called_as_the_shipped_municipality_calls_it() -> None:
    with (LAKEUSKOSKI / "users.csv").open(encoding="utf-8") as file:
        users = {row["sourcedId"]: row for row in csv.DictReader(file)}
    for part in CAST:
        if part.source_id:
            row = users[part.source_id]
            assert part.name == f"{row['givenName']} {row['familyName']}"
            assert part.username == row["username"] or not row["username"]


def test_a_card_on_the_sign_in_page_lets_each_of_them_in(demo: Demo) -> None:
    for part in CAST:
        page = enter(demo, part.name)
        assert page.url != "/sign-in"
        assert page.status == 200


def test_the_curator_comes_to_a_lively_desk(demo: Demo) -> None:
    page = enter(demo, "Elli Puhakka")
    for name in ("Santeri Kivinen", "Viljami Räsänen", "Milja Nevalainen", "Hilda Lehtonen"):
        assert page.has(name)
    matters = page.client.get("/cases")
    for name in ("Viljami Jussila", "Helmi Suominen", "Samuli Valkonen", "Amanda Lindqvist"):
        assert matters.has(name)


def test_its_trail_is_whole_and_agrees_with_the_data(demo: Demo) -> None:
    run(demo.store, "audit", "verify", "--data")


def test_calling_it_again_prints_the_same_and_changes_nothing(demo: Demo) -> None:
    before = counts(demo.store)
    assert run(demo.store, "demo", PORT="9123").stdout == demo.printed
    assert counts(demo.store) == before
    assert before["accounts"] == len(CAST)


@pytest.mark.parametrize("demo", ["sqlite"], indirect=True)
def test_calling_it_again_does_not_even_load_the_house(demo: Demo) -> None:
    known = {name: value for name, value in {**os.environ, **environment(demo.store)}.items() if value is not None}
    words = [sys.executable, "-c", LIGHTLY, "demo"]
    found = subprocess.run(words, env=known, capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert "Elli Puhakka" in found.stdout
    assert found.stdout.rstrip().endswith("False")


@pytest.mark.parametrize("demo", ["sqlite"], indirect=True)
def test_a_roster_does_not_come_on_top_of_the_demonstration(demo: Demo) -> None:
    assert "another folder" in run(demo.store, "demo", "--roster", str(LAKEUSKOSKI), code=1).stderr


def test_a_roster_of_ones_own_gives_accounts_by_role_and_no_matters(bare: Store, tmp_path: Path) -> None:
    folder = tmp_path / "roster"
    make_roster(folder, pupils=60)
    printed = run(bare, "demo", "--roster", str(folder)).stdout
    assert (bare.instance / "keys.json").stat().st_mode & 0o777 == 0o600
    for role in ("Teacher", "Curator", "Psychologist", "Nurse", "Principal", "Administrator"):
        assert role in printed
    found = counts(bare)
    assert (found["cases"], found["requests"]) == (0, 0)
    assert found["people"] > 100
    assert run(bare, "demo", "--roster", str(folder)).stdout == printed
    assert {**counts(bare), "events": 0} == {**found, "events": 0}


def test_a_roster_with_mistakes_is_refused_before_anything_is_made(bare: Store, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    refused = run(bare, "demo", "--roster", str(broken), code=1)
    assert "problems" in refused.stderr
    assert not bare.instance.exists()


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_it_never_enters_an_instance_of_real_people(store: Store, village: Village) -> None:
    village.staff(Role.CURATOR, "Saara Lehtovirta")
    assert "not empty" in run(store, "demo", code=1).stderr
    assert counts(store)["accounts"] == 1


def test_production_settings_refuse_invented_people(bare: Store) -> None:
    assert "WELFARE_PRODUCTION" in run(bare, "demo", code=1, WELFARE_PRODUCTION="1").stderr
    assert not bare.instance.exists()


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_an_interrupted_loading_is_not_taken_for_a_demonstration(store: Store, village: Village) -> None:
    with village.work() as work:
        work.session.add(InstanceMark(name="demo", value="loading"))
    assert "interrupted" in run(store, "demo", code=1).stderr


@pytest.mark.parametrize("day", ["2027-07-15", "2028-08-14"])
def test_the_story_holds_in_the_holidays_and_in_later_years(bare: Store, day: str) -> None:
    now = datetime.fromisoformat(day).replace(hour=9, tzinfo=UTC)
    assert ready(settings_of(bare), clock=lambda: now) == CAST
    found = counts(bare)
    of_former_pupils = 5
    assert (found["cases"], found["requests"]) == (6 + of_former_pupils, 11)
    with open_database(settings_of(bare)).connect() as connection, Session(connection) as session:
        assert session.get_one(InstanceMark, "demo").value == LOADED
        waiting = session.scalars(select(ContactRequest).where(ContactRequest.closed_at.is_(None))).all()
        assert any(each.due_on and each.due_on < now.date() for each in waiting)
        assert any(each.due_on and each.due_on > now.date() for each in waiting)


def settings_of(store: Store) -> Settings:
    return Settings.from_env({"WELFARE_INSTANCE": str(store.instance), "DATABASE_URL": store.url})


def enter(demo: Demo, name: str) -> Page:
    form = next(
        form for form in Client(demo.app).get("/sign-in").forms if any(name in button for button in form.buttons)
    )
    return form.submit()


def counts(store: Store) -> dict[str, int]:
    """How many rows of what there are."""
    tables = {"accounts": Account, "people": Person, "cases": Case, "requests": ContactRequest}
    engine = open_database(settings_of(store))
    with Session(engine) as session:
        found = {name: session.scalar(select(func.count()).select_from(table)) or 0 for name, table in tables.items()}
        events = session.scalar(select(func.count()).select_from(AuditEvent)) or 0
    engine.dispose()
    return {**found, "events": events}
