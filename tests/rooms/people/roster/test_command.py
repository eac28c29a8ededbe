"""`welfare roster import`: reasons on stderr, results on stdout, 0 done, 1 refused, 2 misused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from config.settings import Settings
from tests.databases import Store
from tests.rooms.people.roster.small import CLASS, PUPIL, SmallRoster, zipped
from welfare.people.roster.demo import LAKEUSKOSKI
from welfare.people.roster.turn import is_taken, take_turn
from welfare.web.cli import main
from welfare.web.instance import open_database

CODE = "metadata.personalIdentityCode"
Call = Callable[..., Result]


@pytest.fixture
def call(store: Store, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls the command on the test's own instance."""
    monkeypatch.setenv("WELFARE_INSTANCE", str(store.instance))
    monkeypatch.setenv("DATABASE_URL", store.url)
    monkeypatch.delenv("KEY_PROVIDER", raising=False)

    def run(source: Path, *options: str) -> Result:
        return CliRunner().invoke(main, ["roster", "import", str(source), *options], catch_exceptions=False)

    return run


def test_a_roster_is_imported_and_the_second_time_says_so(call: Call, small: SmallRoster) -> None:
    first = call(small.write())
    assert (first.exit_code, first.stderr) == (0, "")
    assert "users                     17" in first.stdout
    assert "records written" in first.stdout
    second = call(small.folder)
    assert (second.exit_code, "Nothing has changed" in second.stdout) == (0, True)


def test_a_zip_file_does_as_well_and_json_is_one_document(call: Call, tmp_path: Path) -> None:
    done = call(zipped(LAKEUSKOSKI, tmp_path / "roster.zip"), "--json")
    assert done.exit_code == 0
    document = json.loads(done.stdout)
    assert document["counts"]["users.add"] == 3269
    assert document["import_id"]
    assert (document["is_sound"], document["problems"], document["ends_unusually_many"]) == (True, [], False)


def test_a_dry_run_tells_and_changes_nothing(call: Call, small: SmallRoster) -> None:
    assert "Dry run: nothing was changed" in call(small.write(), "--dry-run").stdout
    assert "Nothing has changed" not in call(small.folder).stdout


def test_problems_are_told_with_place_reason_and_remedy_and_nothing_is_imported(call: Call, small: SmallRoster) -> None:
    small.change("users", PUPIL, CODE, "010115-9991")
    small.change("classes", CLASS, "classType", "party")
    failed = call(small.write())
    assert failed.exit_code == 1
    row = small.number("users", PUPIL)
    assert f"users.csv:{row}:{CODE}: error: " in failed.stderr
    assert "010115" not in failed.stderr
    assert (
        "classes.csv:2:classType: error: This value is not one of those in use here. (party) Use a value"
        in failed.stderr
    )
    assert "nothing was imported" in failed.stderr
    document = json.loads(call(small.folder, "--json").stdout)
    assert document["is_sound"] is False
    assert {"users.csv", "classes.csv"} <= {problem["file"] for problem in document["problems"]}
    small.change("classes", CLASS, "classType", "homeroom")
    small.change("users", PUPIL, CODE, "")
    assert call(small.write()).exit_code == 0


def test_what_is_only_listed_does_not_stop_the_import(call: Call, small: SmallRoster) -> None:
    small.change("users", "s000000", "metadata.title", "hovimestari")
    done = call(small.write())
    assert done.exit_code == 0
    assert "metadata.title: review: No role is known for this title" in done.stderr


def test_ending_unusually_many_asks_for_a_word(call: Call, small: SmallRoster) -> None:
    call(LAKEUSKOSKI)
    small.change("orgs", "o999", "name", "Lakeuskosken kunta")
    refused = call(small.write())
    assert refused.exit_code == 1
    assert "3269 people would be ended. If that is right, say --yes." in refused.stderr
    assert call(small.folder, "--dry-run").exit_code == 0
    assert call(small.folder, "--yes").exit_code == 0


def test_a_folder_that_is_not_there_is_a_misuse(call: Call, tmp_path: Path) -> None:
    assert call(tmp_path / "nowhere").exit_code == 2
    assert call(tmp_path).exit_code == 1


def test_an_instance_that_is_not_there_is_refused_with_the_way_out(
    small: SmallRoster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WELFARE_INSTANCE", str(tmp_path / "none"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    refused = CliRunner().invoke(main, ["roster", "import", str(small.write())])
    assert refused.exit_code == 1
    assert "welfare init" in refused.stderr
    assert not (tmp_path / "none" / "welfare.db").exists()


def test_only_one_roster_is_imported_at_a_time(call: Call, settings: Settings, small: SmallRoster) -> None:
    engine = open_database(settings)
    turn = take_turn(engine)
    try:
        assert is_taken(engine)
        refused = call(small.write())
        assert (refused.exit_code, "being imported right now" in refused.stderr) == (1, True)
    finally:
        turn.give_back()
    assert not is_taken(engine)
    assert call(small.folder).exit_code == 0
    engine.dispose()
