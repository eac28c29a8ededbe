"""`welfare init` makes an instance whose only way in is a one-time code, and refuses with reasons."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from config.settings import Settings
from tests.builders import Village
from tests.databases import Store, sqlite_url
from tests.web.command_line import run
from welfare.accounts.models import Account, SetUpCode
from welfare.rules.actors import Role
from welfare.web.cli import COMMANDS, main
from welfare.web.instance import open_database

CODE = re.compile(r"^ {4}([a-z2-7]{4,6}(?:-[a-z2-7]{4,6})+)$", re.MULTILINE)


@pytest.fixture
def bare(tmp_path: Path) -> Store:
    """A folder where no instance is yet."""
    return Store(sqlite_url(tmp_path / "bare"), tmp_path / "bare")


def test_it_makes_an_instance_that_is_its_users_alone(bare: Store) -> None:
    printed = run(bare, "init").stdout
    assert CODE.search(printed)
    assert "/set-up" in printed
    assert bare.instance.stat().st_mode & 0o777 == 0o700
    files = [path for path in bare.instance.rglob("*") if path.is_file()]
    assert {"keys.json", "keys.db", "welfare.db"} <= {path.name for path in files}
    assert all(path.stat().st_mode & 0o077 == 0 for path in files)
    run(bare, "check")


def test_no_account_comes_with_it(store: Store) -> None:
    run(store, "init")
    assert count(store, Account) == 0


def test_each_call_prints_another_code_and_only_the_last_lives(store: Store) -> None:
    first, second = (CODE.search(run(store, "init").stdout) for _ in range(2))
    assert first is not None
    assert second is not None
    assert first[1] != second[1]
    assert count(store, SetUpCode) == 1


def test_where_somebody_has_an_account_no_code_is_made(store: Store, village: Village) -> None:
    village.staff(Role.ADMINISTRATOR, "Sirkku Kortelahti")
    printed = run(store, "init").stdout
    assert "ready" in printed
    assert not CODE.search(printed)
    assert count(store, SetUpCode) == 0


def test_it_does_not_make_a_new_key_for_an_old_database(store: Store) -> None:
    (store.instance / "keys.json").unlink()
    assert "missing although the database is not new" in run(store, "init", code=1).stderr
    assert not (store.instance / "keys.json").exists()


def test_it_says_when_the_key_is_another_instances(store: Store, bare: Store) -> None:
    run(store, "init")
    run(bare, "init")
    (store.instance / "keys.json").write_bytes((bare.instance / "keys.json").read_bytes())
    assert "not the one this instance was made with" in run(store, "init", code=1).stderr


def test_a_key_file_open_to_others_is_refused(store: Store) -> None:
    (store.instance / "keys.json").chmod(0o644)
    assert "chmod 600" in run(store, "init", code=1).stderr


@pytest.mark.parametrize(
    ("variable", "value", "code", "words"),
    [
        ("DATABASE_URL", "nonsense", 2, "DATABASE_URL"),
        ("DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/nowhere", 1, "does not answer"),
        ("WELFARE_HTTPS", "perhaps", 2, "WELFARE_HTTPS"),
        ("KEY_PROVIDER", "pigeon", 1, "KEY_PROVIDER"),
        ("WELFARE_INSTANCE", "/proc/nowhere", 1, "cannot be used"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(bare: Store, variable: str, value: str, code: int, words: str) -> None:
    refused = run(bare, "init", code=code, **{variable: value})
    assert words in refused.stderr
    assert refused.stdout == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_tells_what_it_does(name: str) -> None:
    told = CliRunner().invoke(main, [name, "--help"])
    assert told.exit_code == 0
    assert len(told.stdout.splitlines()) > 3


def test_an_unknown_command_is_a_mistake_of_usage() -> None:
    assert CliRunner().invoke(main, ["conjure"]).exit_code == 2


def count(store: Store, table: type[Account] | type[SetUpCode]) -> int:
    engine = open_database(Settings.from_env({"WELFARE_INSTANCE": str(store.instance), "DATABASE_URL": store.url}))
    with Session(engine) as session:
        found = session.scalar(select(func.count()).select_from(table)) or 0
    engine.dispose()
    return found
