"""The company on each database: furnished once, and copied for each deed that changes something."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.databases import Copies
from tests.web.forms.scene import Company, Scene, furnish, raised

Raise = Callable[[Path], AbstractContextManager[Scene]]


@pytest.fixture(scope="session")
def sqlite_company(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Copies) -> Iterator[Raise]:
    with company_in(sqlite_template, tmp_path_factory.mktemp("company") / "sqlite") as company:
        yield company


@pytest.fixture(scope="session")
def postgresql_company(tmp_path_factory: pytest.TempPathFactory, postgresql_template: Copies) -> Iterator[Raise]:
    with company_in(postgresql_template, tmp_path_factory.mktemp("company") / "postgresql") as company:
        yield company


@contextmanager
def company_in(empty: Copies, folder: Path) -> Iterator[Raise]:
    made: list[Company] = []
    with empty.changed(folder, lambda store: made.append(furnish(store))) as copies:
        yield lambda folder: raised(copies, folder, made[0])


@pytest.fixture(scope="session")
def sqlite_house(sqlite_company: Raise, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """One house for all that must change nothing."""
    with sqlite_company(tmp_path_factory.mktemp("house") / "sqlite") as scene:
        yield scene


@pytest.fixture(scope="session")
def postgresql_house(postgresql_company: Raise, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    """The same on the larger database."""
    with postgresql_company(tmp_path_factory.mktemp("house") / "postgresql") as scene:
        yield scene


@pytest.fixture(params=["sqlite", "postgresql"])
def house(request: pytest.FixtureRequest) -> Scene:
    """The common house, on one database after the other."""
    found: Scene = request.getfixturevalue(f"{request.param}_house")
    return found.anew()


@pytest.fixture(params=["sqlite", "postgresql"])
def own_house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Scene]:
    """A house of the test's own, on one database after the other."""
    company: Raise = request.getfixturevalue(f"{request.param}_company")
    with company(tmp_path / "house") as scene:
        yield scene
