"""Serves an application on a free port of this machine for as long as a browser looks at it."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from threading import Thread
from typing import Any

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wsgi import ClosingIterator

_FIVE_MINUTES = 300


class _Quiet(WSGIRequestHandler):
    """Tells nobody of every request: the browser's own complaints are what a test reads."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        del code, size


class _Closing:
    """Closes every answer once it is sent: Werkzeug leaves the file open of a browser that has gone on meanwhile."""

    def __init__(self, app: Flask) -> None:
        self.app = app

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401 - WSGI
        with closing(ClosingIterator(self.app(environ, start_response))) as parts:
            yield from parts


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """The address of the application's front page, without the closing slash.

    Meanwhile the browser need not ask for every style and script again at every page.
    """
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = _FIVE_MINUTES
    server = make_server("127.0.0.1", 0, _Closing(app), threaded=True, request_handler=_Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
