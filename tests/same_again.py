"""What every application of a test run makes alike is made once: compiled templates, and the builders of addresses.

Nearly every test has an application of its own. Without this each would translate the same templates to Python and
compile the same two hundred rules again, which takes longer than most of what is tested.
"""

import shutil
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache
from werkzeug.routing import Rule

_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes folders of its own there, for its user alone
_ROOM_IN_MEMORY = 4 * 1024**3
Builder = Callable[..., tuple[str, str]]


def memory() -> Path | None:
    """A folder in memory, where there is room."""
    has_room = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM_IN_MEMORY
    return _MEMORY if has_room else None


def lie_in_memory(environ: MutableMapping[str, str]) -> None:
    """Let pytest's files lie in memory where there is room: no test waits for a disk."""
    if (folder := memory()) is not None:
        environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(folder))


def remember_templates(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Keep the Python that Jinja makes of a template, by its content, in a folder."""
    folder.mkdir(exist_ok=True)
    patch.setattr(
        Flask, "jinja_options", {**Flask.jinja_options, "bytecode_cache": FileSystemBytecodeCache(str(folder))}
    )


def remember_rules(patch: pytest.MonkeyPatch) -> None:
    """Keep the function that Werkzeug makes of a rule: it asks the rule that it is bound to for everything else."""
    known: dict[tuple[object, ...], Builder] = {}
    compile_anew: Callable[[Rule, bool], Builder] = Rule._compile_builder

    def compile_once(self: Rule, append_unknown: bool = True) -> Builder:  # noqa: FBT001, FBT002 - Werkzeug's own
        defaults: dict[str, Any] = dict(self.defaults or {})
        key = (self.rule, self.subdomain, self.host, append_unknown, repr(defaults))
        if key not in known:
            known[key] = compile_anew(self, append_unknown)
        return known[key]

    patch.setattr(Rule, "_compile_builder", compile_once)
