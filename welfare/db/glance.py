"""A glance at an SQLite database with nothing but Python: enough to see that there is nothing to do.

SQLAlchemy and the house take seconds to load on a small machine. A command that is called at every start, and mostly
has nothing to do, looks first.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

PREFIX = "sqlite:///"
VERSIONS = Path(__file__).parent / "migrations" / "versions"


def mark_of(database_url: str, name: str) -> str | None:
    """The value of an instance mark in a database that stands at this release; None means: look properly."""
    if not database_url.startswith(PREFIX):
        return None
    path = Path(database_url.removeprefix(PREFIX))
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as connection:
            release = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            mark = connection.execute("SELECT value FROM instance_mark WHERE name = ?", (name,)).fetchone()
    except sqlite3.Error:
        return None
    is_of_this_release = release is not None and release[0] == newest_release()
    return str(mark[0]) if mark is not None and is_of_this_release else None


def newest_release() -> str:
    """The newest schema revision, by the name of its file."""
    return max(path.name for path in VERSIONS.glob("[0-9]*.py")).partition("_")[0]
