"""Error pages: one word of what happened, one way on, never a trace, and no word that tells existing from not."""

import logging

from flask import Flask, Response, current_app, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import ClientDisconnected, HTTPException, MethodNotAllowed

from welfare.accounts.visitors import Visitors
from welfare.audit.accidents import trace_of
from welfare.audit.ledger import AuditUnavailableError
from welfare.crypto.keyring import KeyGoneError
from welfare.crypto.providers import KeyProviderError
from welfare.ui.expired import typed_back
from welfare.ui.setup import go_bare

_HAS_PAGE = frozenset({400, 403, 404, 409, 413, 429, 500, 503})
_GIVE_BACK = frozenset({400, 409, 503})
"""Where the fault was not the writer's, what was typed is given back."""
_log = logging.getLogger("welfare")


def init_errors(app: Flask) -> None:
    """Register the pages."""
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(StaleDataError, lambda _: _page(409))
    for kind in (AuditUnavailableError, DBAPIError, PoolTimeoutError, KeyProviderError, KeyGoneError):
        app.register_error_handler(kind, _unavailable)
    app.register_error_handler(Exception, _unexpected)


def _http(error: HTTPException) -> Response:
    code = error.code or 500
    if isinstance(error, ClientDisconnected):
        return make_response("", code)  # nobody is there to read a page, and the form cannot be read either
    if code < 400 or error.response is not None:  # noqa: PLR2004 - redirects pass
        return make_response(error.get_response())
    if code == 503 and error.description == "read-only":  # noqa: PLR2004
        return _page(503, "errors/read_only.html")
    if code in _HAS_PAGE:
        return _page(code)
    answer = _page(code, "errors/400.html" if code < 500 else "errors/500.html")  # noqa: PLR2004
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        answer.allow.update(error.valid_methods)
    return answer


def _expired(error: CSRFError) -> Response:
    """Whose session has run out is led to the way in, where what was typed is given back; others get it here."""
    del error
    visitors: Visitors = current_app.extensions["visitors"]
    return visitors.way_back() or _page(400, "errors/expired.html")


def _unavailable(error: Exception) -> Response:
    _log.error("unavailable: %s", type(error).__name__)
    return _page(503)


def _unexpected(error: Exception) -> Response:
    _log.error("unexpected %s at %s\n%s", type(error).__name__, request.endpoint, trace_of(error))
    return _page(500)


def _page(code: int, template: str = "") -> Response:
    go_bare()
    typed = typed_back(request.form) if code in _GIVE_BACK else []
    page = render_template(template or f"errors/{code}.html", home_url="/", typed=typed)
    return make_response(page, code)
