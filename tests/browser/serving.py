"""Serves an application on a free port of this machine for as long as a browser looks at it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from threading import Thread
from typing import Any

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wsgi import ClosingIterator

_FILES = ("/static/", "/bootstrap/static/", "/modules/")
_KEPT = ("Cache-Control", "public, max-age=3600, immutable")
_Answer = tuple[str, list[tuple[str, str]], bytes]


class _Quiet(WSGIRequestHandler):
    """Tells nobody of every request: the browser's own complaints are what a test reads."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        del code, size


class _Door:
    """Hands on what the application answers; a style, script or picture is asked of it once, and kept by the browser.

    Otherwise every page would ask again for some fifteen files, and most of a story would be spent on them. Every
    answer is closed once it is sent: Werkzeug leaves the file open of a browser that has gone on meanwhile.
    """

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.files: dict[str, _Answer] = {}

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = str(environ["PATH_INFO"])
        if path.startswith(_FILES) and environ["REQUEST_METHOD"] == "GET":
            status, headers, body = self._file(f"{path}?{environ['QUERY_STRING']}", environ)
            start_response(status, headers)
            return [body]
        return self._page(environ, start_response)

    def _page(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterator[bytes]:
        with closing(ClosingIterator(self.app(environ, start_response))) as parts:
            yield from parts

    def _file(self, address: str, environ: dict[str, Any]) -> _Answer:
        if address not in self.files:
            head: list[Any] = []
            whole = {name: value for name, value in environ.items() if not name.startswith("HTTP_IF_")}
            body = b"".join(self._page(whole, lambda *answer: head.extend(answer[:2])))
            status, headers = head
            if not status.startswith("200"):
                return status, headers, body
            kept = [*((name, value) for name, value in headers if name not in {"Cache-Control", "Expires"}), _KEPT]
            self.files[address] = status, kept, body
        return self.files[address]


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The address of the application's front page, without the closing slash."""
    server = make_server("127.0.0.1", 0, _Door(app), threaded=True, request_handler=_Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
