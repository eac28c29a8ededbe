"""Gunicorn's worker with threads, made patient: who is slow to ask holds a socket and never a thread.

Gunicorn gives a thread to each connection while its request arrives, so a handful of half-sent requests would stop
the house (security plan § 0.6). Here the first request of a connection is gathered in the main loop's time; a thread
takes it when its head is whole. What follows (a body, the answer) must move on at a least speed.
"""

import socket
import time
from typing import Any, Final

from gunicorn import http, util
from gunicorn.http import wsgi
from gunicorn.workers import gthread

HEAD_SECONDS: Final = 15
"""For the head of a request, and before the least speed counts."""
LEAST_SPEED: Final = 4096
"""Bytes a second of a body: 64 MB in four hours and a half is slow, but it is no attack."""
ANSWER_SECONDS: Final = 30
"""For a piece of the answer to be taken."""
MOST_HEAD: Final = 64 * 1024
_PIECE: Final = 16 * 1024
_LEAST_WAIT: Final = 0.1


class Nameless(wsgi.Response):  # type: ignore[misc]  # gunicorn ships no types
    """An answer that does not say what serves it (ASVS V13.4.6)."""

    def default_headers(self) -> list[str]:
        """Gunicorn's own headers, less its name."""
        return [line for line in super().default_headers() if not line.startswith("Server:")]


class Paced:
    """A socket as gunicorn's parser reads it: too slow a sender is let go of."""

    def __init__(self, connection: socket.socket) -> None:
        """Count from now."""
        self._socket, self._began, self._read = connection, time.monotonic(), 0

    def recv(self, size: int) -> bytes:
        """What has come. Raises TimeoutError."""
        ends = self._began + HEAD_SECONDS + self._read / LEAST_SPEED
        self._socket.settimeout(max(ends - time.monotonic(), _LEAST_WAIT))
        got = self._socket.recv(size)
        self._read += len(got)
        self._socket.settimeout(ANSWER_SECONDS)
        return got

    def again(self) -> None:
        """Count from now: another request on the same connection."""
        self._began, self._read = time.monotonic(), 0


class PatientWorker(gthread.ThreadWorker):  # type: ignore[misc]  # gunicorn ships no types
    """Threads for whole requests only."""

    def init_process(self) -> None:
        """Begin in a forked process."""
        wsgi.Response = Nameless
        super().init_process()

    def handle(self, conn: Any) -> Any:  # noqa: ANN401 - gunicorn's own connection, and its mark for "later"
        """Gather the head of a request; answer it when it is whole."""
        if conn.parser is not None and conn.parser.unreader.buf.getvalue():
            return super().handle(conn)  # the next request came together with the last one
        gathered = _gathered(conn)
        if gathered is None:
            return gthread._DEFER  # noqa: SLF001 - gunicorn's own way to wait without a thread
        if not gathered:
            return False
        if conn.parser is None:
            conn.parser = http.get_parser(conn.cfg, Paced(conn.sock), conn.client)
        conn.parser.unreader.sock.again()
        conn.parser.unreader.unread(gathered)
        conn.data_ready = True
        return super().handle(conn)


def _gathered(conn: Any) -> bytes | None:  # noqa: ANN401 - gunicorn's own connection
    """The head of a request as far as it is needed; None while it is on its way, nothing when it will not come."""
    if getattr(conn, "gathering", None) is None:
        conn.gathering, conn.gathering_since = bytearray(), time.monotonic()
    conn.sock.settimeout(0)
    try:
        got = conn.sock.recv(_PIECE)
    except BlockingIOError:
        got = None
    except OSError:
        return b""
    conn.gathering += got or b""
    head = bytes(conn.gathering)
    if b"\r\n\r\n" in head:
        conn.gathering = None
        return head
    if len(head) >= MOST_HEAD:
        util.write_error(conn.sock, 431, "Request Header Fields Too Large", "")
        return b""
    is_late = time.monotonic() - conn.gathering_since > HEAD_SECONDS
    return b"" if got == b"" or is_late else None
