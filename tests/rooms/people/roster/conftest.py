"""The small roster, fresh for each test."""

from pathlib import Path

import pytest

from tests.rooms.people.roster.small import SmallRoster


@pytest.fixture
def small(tmp_path: Path) -> SmallRoster:
    return SmallRoster(tmp_path / "roster")
