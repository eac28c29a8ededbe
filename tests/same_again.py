"""What every application of a test run makes alike is made once: compiled templates and SQL.

Nearly every test has an application of its own. Without this each would translate the same templates to Python and
write the same statements again, which takes longer than most of what is tested.
"""

import shutil
from collections.abc import Callable, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from flask import Flask
from flask.templating import Environment
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from sqlalchemy import Engine
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes folders of its own there, for its user alone
_ROOM_IN_MEMORY = 4 * 1024**3
_STATEMENTS = 8000


def memory() -> Path | None:
    """A folder in memory, where there is room."""
    has_room = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM_IN_MEMORY
    return _MEMORY if has_room else None


def lie_in_memory(environ: MutableMapping[str, str]) -> None:
    """Let pytest's files lie in memory where there is room: no test waits for a disk."""
    if (folder := memory()) is not None:
        environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(folder))


class _Compiled(BytecodeCache):
    """The Python that Jinja made of each template, by its place; a template that has changed since is made anew."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._kept.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code is not None
        self._kept[bucket.key] = bucket.checksum, bucket.code


def remember_templates(patch: pytest.MonkeyPatch) -> None:
    """Keep the Python that Jinja makes of a template, whatever options an application gives its Jinja."""
    compiled = _Compiled()
    make_anew: Callable[[Flask], Environment] = Flask.create_jinja_environment

    def make(self: Flask) -> Environment:
        environment = make_anew(self)
        environment.bytecode_cache = compiled
        return environment

    patch.setattr(Flask, "create_jinja_environment", make)


def remember_statements(patch: pytest.MonkeyPatch) -> None:
    """Keep the SQL that SQLAlchemy makes of a statement, for every engine that speaks the same dialect."""
    shared: LRUCache[Any, Any] = LRUCache(_STATEMENTS)
    patch.setattr(Engine, "_compiled_cache", property(lambda _: shared, lambda _, __: None), raising=False)
    for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        patch.setattr(dialect, "__eq__", lambda one, other: type(one) is type(other))
        patch.setattr(dialect, "__hash__", lambda one: hash(type(one)))
