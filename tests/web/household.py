"""A furnished instance made once; whoever would change it is given a copy."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from flask import Flask

from config.settings import Settings
from tests.builders import Village
from tests.client import Client
from tests.conftest import Clock
from tests.databases import sqlite_url
from tests.signing_in import signed_in_client
from tests.web.cast import Cast, a_cast
from tests.web.found_forms import READERS, SENDERS, STRANGER, FoundForm, forms_of
from tests.web.furnishing import furnish
from welfare.web.app import close, create_app

ASIDE = {"audit_event", "audit_subject", "audit_head", "throttle", "wrong_tries", "sign_in_session", "draft"}
"""What may change though nothing is saved: the trail, counted tries, when a session was seen, drafts."""


@dataclass(frozen=True)
class Visit:
    """One copy with its application, and everybody who may come."""

    app: Flask
    folder: Path
    cast: Cast

    def client(self, who: str) -> Client:
        """Somebody's browser."""
        return Client(self.app) if who == STRANGER else signed_in_client(self.app, self.cast.people[who])

    def stored(self) -> dict[str, str]:
        """What is in each table, as a digest."""
        with closing(sqlite3.connect(self.folder / "welfare.db")) as database:
            names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            rows = {name: database.execute(f'SELECT * FROM "{name}"') for name in names if name not in ASIDE}  # noqa: S608
            return {name: sha256(repr(sorted(found, key=repr)).encode()).hexdigest() for name, found in rows.items()}


@dataclass(frozen=True)
class Household:
    """The first copy, and every form found in it."""

    folder: Path
    cast: Cast
    forms: list[FoundForm]

    @classmethod
    def furnished(cls, folder: Path) -> "Household":
        """Fill an empty instance."""
        with _open(folder) as app:
            village = Village.of(app)
            cast = a_cast(village)
            furnish(village, cast)
            visit = Visit(app, folder, cast)
            forms = forms_of(app, cast, {who: visit.client(who) for who in (*READERS, *SENDERS, STRANGER)})
        return cls(folder, cast, forms)

    @contextmanager
    def copy(self, folder: Path) -> Iterator[Visit]:
        """A copy of one's own."""
        shutil.copytree(self.folder, folder)
        with _open(folder) as app:
            yield Visit(app, folder, self.cast)
        shutil.rmtree(folder)


@contextmanager
def _open(folder: Path) -> Iterator[Flask]:
    settings = Settings.from_env({"WELFARE_INSTANCE": str(folder), "DATABASE_URL": sqlite_url(folder)})
    app = create_app(replace(settings, anchor_events=1_000_000), Clock())
    yield app
    close(app)
