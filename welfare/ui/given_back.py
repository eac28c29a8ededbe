"""Puts what was typed too late back into its form: the page is asked with ``?kept``, and each form takes its own.

The form then carries a mark, so that the kept text can go when the form has been sent.
"""

from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Flask, current_app, g, request
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField
from wtforms.form import BaseForm

ASKED: Final = "kept"
MARK: Final = "given_back"
MARKED: Final = "1"
Typed = MultiDict[str, str]


def init_given_back(app: Flask, typed_too_late: Callable[[], Typed | None]) -> None:
    """Tell the forms of ``app`` what waits for the page that is asked for, if anything does."""
    app.extensions["typed_too_late"] = typed_too_late


def address_with_text(page: str) -> str:
    """The address of a page that is to be given its text back; what else it was asked with stays."""
    parts = urlsplit(page)
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name != ASKED]
    return f"{parts.path}?{urlencode([*asked, (ASKED, MARKED)])}"


def waiting() -> Typed | None:
    """What is to be put back on this page; None where nothing is."""
    if request.method != "GET" or ASKED not in request.args:
        return None
    if "given_back" not in g:
        g.given_back = current_app.extensions["typed_too_late"]()
    found: Typed | None = g.given_back
    return found


def take(form: BaseForm) -> Typed | None:
    """What waits for this form: None unless it has a field for something typed."""
    typed = waiting()
    own = {field.name for field in form if not isinstance(field, HiddenField)}
    if typed is None or own.isdisjoint(typed):
        return None
    g.is_given_back = True
    return MultiDict([*typed.items(multi=True), (MARK, MARKED)])


def is_lost() -> bool:
    """Whether something waits that no form of the page has taken."""
    return waiting() is not None and not g.get("is_given_back", False)


def is_marked() -> bool:
    """Whether the form that was sent held text given back."""
    return request.method == "POST" and request.form.get(MARK) == MARKED
