"""A server of two gunicorn workers on loopback for the length of a measurement."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 120.0


@contextmanager
def served(app: str, environment: Mapping[str, str], *, workers: int = 2) -> Iterator[str]:
    """The address at which gunicorn serves ``module:app``. Raises TimeoutError when it does not come up."""
    port = _free_port()
    command = [sys.executable, "-m", "gunicorn", app, "--bind", f"127.0.0.1:{port}", "--workers", str(workers)]
    command += ["--threads", "8", "--worker-class", "gthread", "--log-level", "warning", "--keep-alive", "30"]
    process = subprocess.Popen(command, env={**os.environ, **environment})  # noqa: S603 - our own interpreter
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    message = "the server did not come up"
    raise TimeoutError(message)
