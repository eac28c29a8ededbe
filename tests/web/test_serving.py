"""What `welfare serve` starts: quickly, with limits, and nothing that a stranger can learn from."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.databases import Copies
from welfare.web.worker import MOST_HEAD

LEFT_OUT = ("alembic", "segno", "zxcvbn")
"""What a serving process needs seldom or never; together they take a fifth of its start."""
PATIENCE = 90.0
"""For a server to begin on a busy machine; only a broken one takes so long."""


@dataclass(frozen=True)
class Served:
    """A server on a port of its own."""

    port: int
    process: subprocess.Popen[str]

    def asked(self, path: str = "/healthz", method: str = "GET") -> tuple[int, dict[str, str]]:
        """The status and headers of an answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path)
            answer = connection.getresponse()
            answer.read()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}
        finally:
            connection.close()

    def told(self, *pieces: bytes) -> bytes:
        """The first line that answers these bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            for piece in pieces:
                connection.sendall(piece)
            return connection.makefile("rb").readline()

    def is_up(self) -> bool:
        """Whether it answers yet."""
        try:
            return self.asked()[0] == 200
        except OSError:
            return False


@pytest.fixture(scope="module")
def served(sqlite_template: Copies, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`welfare serve` with one worker."""
    with sqlite_template(tmp_path_factory.mktemp("served") / "instance") as store:
        yield from _serve(store.instance)


def _serve(instance: Path) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-c", "from welfare.web.cli import main; main()", "serve"]
    options = ["--port", str(port), "--workers", "1"]
    with subprocess.Popen(  # noqa: S603 - ourselves
        [*words, *options],
        text=True,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "WELFARE_INSTANCE": str(instance)},
    ) as process:
        server, ends = Served(port, process), time.monotonic() + PATIENCE
        while not server.is_up() and process.poll() is None and time.monotonic() < ends:
            time.sleep(0.1)
        yield server
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def test_serving_loads_nothing_that_only_other_commands_or_rare_pages_need() -> None:
    words = f"import sys, welfare.web.commands.serve; print([m for m in {LEFT_OUT} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert found.stdout.strip() == "[]"


def test_half_sent_and_silent_requests_do_not_keep_others_waiting(served: Served) -> None:
    with ExitStack() as held:
        for begun in (b"GET / HTTP/1.1\r\nHost: here\r\n", b"") * 20:
            connection = held.enter_context(socket.create_connection(("127.0.0.1", served.port)))
            connection.sendall(begun)
        assert served.asked()[0] == 200


def test_a_request_in_pieces_and_two_in_one_are_answered(served: Served) -> None:
    whole = b"GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n"
    assert b"200" in served.told(whole[:20], whole[20:])
    with socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as connection:
        connection.sendall(whole + whole)
        answers = connection.makefile("rb")
        assert [line for line in (answers.readline() for _ in range(40)) if line.startswith(b"HTTP/")] == [
            b"HTTP/1.1 200 OK\r\n"
        ] * 2


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET /" + b"a" * 5000 + b" HTTP/1.1\r\nHost: here\r\n\r\n", b"414"),
        (b"GET /healthz HTTP/1.1\r\nHost: here\r\n" + b"X-A: b\r\n" * 80 + b"\r\n", b"431"),
        (b"GET /healthz HTTP/1.1\r\nHost: here\r\nX-A: " + b"b" * 9000 + b"\r\n\r\n", b"431"),
        ((b"GET /healthz HTTP/1.1\r\nHost: here\r\nX-A: " + b"b" * MOST_HEAD)[:MOST_HEAD], b"431"),
        (b"nonsense\r\n\r\n", b"400"),
    ],
)
def test_a_head_beyond_the_limits_is_refused(served: Served, sent: bytes, status: bytes) -> None:
    assert status in served.told(sent)


def test_no_answer_says_what_serves_it(served: Served) -> None:
    for path, expected in (("/healthz", 200), ("/readyz", 200), ("/no/such/page", 404), ("/static/no", 404)):
        status, headers = served.asked(path)
        assert status == expected
        assert "server" not in headers
        assert "gunicorn" not in str(headers).lower()


@pytest.mark.parametrize("sig", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_it_is_told(sqlite_template: Copies, tmp_path: Path, sig: signal.Signals) -> None:
    with sqlite_template(tmp_path / "instance") as store:
        for server in _serve(store.instance):
            server.process.send_signal(sig)
            assert server.process.wait(PATIENCE) == 0
            assert not server.is_up()
