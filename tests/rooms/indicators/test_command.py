"""An operator imports a file from the command line: all of it or nothing, with the reasons by row."""

from pathlib import Path

import pytest
from sqlalchemy import select

from tests.builders import Village
from tests.databases import Store
from tests.rooms.indicators.files import BULLYING, REGIONS, sotkanet
from tests.web.command_line import run, run_json
from welfare.indicators.models import IndicatorImport, IndicatorValue
from welfare.organisations.models import Organisation

ROWS = (f"{BULLYING};658;2023;total;7.9;", f"{BULLYING};77001;2023;total;9.1;")


@pytest.fixture
def files(village: Village, tmp_path: Path) -> tuple[str, str]:
    with village.work() as work:
        work.session.get_one(Organisation, village.provider_id).municipality_code = "272"
    numbers, regions = tmp_path / "numbers.csv", tmp_path / "regions.json"
    numbers.write_bytes(sotkanet(*ROWS))
    regions.write_bytes(REGIONS)
    return str(numbers), str(regions)


def kept(village: Village) -> list[float]:
    with village.ledger.transaction() as transaction:
        return sorted(value or 0.0 for value in transaction.session.scalars(select(IndicatorValue.value)))


def test_a_file_is_imported_with_its_regions(store: Store, village: Village, files: tuple[str, str]) -> None:
    numbers, regions = files
    words = ("indicators", "import", numbers, "--unit", "272", "--regions", regions)
    assert run_json(store, *words)["counts"] == {"new": 2, "changed": 0, "same": 0, "left_out": 0}
    assert kept(village) == [7.9, 9.1]
    assert run_json(store, *words)["counts"]["same"] == 2


def test_a_dry_run_tells_and_leaves_nothing(store: Store, village: Village, files: tuple[str, str]) -> None:
    result = run(store, "indicators", "import", files[0], "--unit", "272", "--dry-run")
    assert "new: 1" in result.stdout
    assert "row 3" in result.stderr
    assert kept(village) == []
    with village.ledger.transaction() as transaction:
        assert transaction.session.scalars(select(IndicatorImport)).all() == []


def test_a_file_with_a_mistake_is_refused_by_row(store: Store, village: Village, files: tuple[str, str]) -> None:
    Path(files[0]).write_bytes(sotkanet(ROWS[0], f"{BULLYING};658;2021;total;6,0;"))
    result = run(store, "indicators", "import", files[0], "--unit", "272", code=1)
    assert "row 3" in result.stderr
    assert "decimal comma" in result.stderr
    assert kept(village) == []


def test_a_unit_that_is_not_here_is_refused(store: Store, files: tuple[str, str]) -> None:
    assert "999" in run(store, "indicators", "import", files[0], "--unit", "999", code=1).stderr
