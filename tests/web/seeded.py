"""One instance of the profile ``matrix`` for each kind of database, seeded once for a whole file of tests."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from config.settings import Settings
from tests.databases import Copies, Store
from tests.web.command_line import run_json
from welfare.web.app import close, create_app


@dataclass(frozen=True)
class Seeded:
    """A seeded store, and the document that `welfare seed` printed of it."""

    store: Store
    document: Any
    app: Flask


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def seeded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    """The matrix, as printed and as stored."""
    copies: Copies = request.getfixturevalue(f"{request.param}_template")
    folder: Path = tmp_path_factory.mktemp("seeded") / "instance"
    with copies(folder) as store:
        document = run_json(store, "seed", "--profile", "matrix")
        app = create_app(Settings.from_env({"WELFARE_INSTANCE": str(store.instance), "DATABASE_URL": store.url}))
        yield Seeded(store, document, app)
        close(app)
