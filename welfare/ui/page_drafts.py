"""A draft of whatever form stands on a page: saved under its address, drawn into the form when it is opened again.

For forms that have no draft of their own. A form with a long text asks for it by itself; who keeps the drafts stands on
a floor above and is told here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from flask import Flask, current_app, request
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField
from wtforms.form import BaseForm

from welfare.ui.given_back import ASKED, Typed

FIELD: Final = "drafted_on"
"""The hidden field that says on which page a form was drawn, so that its draft can go when it has been sent."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft of the page at hand."""

    typed: Typed
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who keeps drafts of pages: what waits for the page at hand, and where one is saved and thrown away."""

    find: Callable[[], Waiting | None]
    is_open: Callable[[], bool]
    keep_url: Callable[[str], str]
    discard_url: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class PageDraft:
    """What a form is drawn with so that its texts are kept."""

    page: str
    keep_url: str
    discard_url: str


def init_page_drafts(app: Flask, keeper: Keeper) -> None:
    """Let the forms of ``app`` keep drafts."""
    app.extensions["page_drafts"] = keeper


def draft_for(form: BaseForm, formdata: Any) -> Waiting | None:  # noqa: ANN401 - what WTForms was given
    """What waits for this form: nothing for one that is filled in already, or has no field for what was typed."""
    keeper = _keeper()
    is_filled = formdata is None or isinstance(formdata, MultiDict) or ASKED in request.args
    if keeper is None or is_filled or request.method != "GET" or not has_long_text(form) or not keeper.is_open():
        return None
    waiting = keeper.find()
    own = {field.name for field in form if not isinstance(field, HiddenField)}
    return None if waiting is None or own.isdisjoint(waiting.typed) else waiting


def page_draft_of(form: BaseForm) -> PageDraft | None:
    """Where the texts of a form are kept while it is typed; None for short forms, and where nobody keeps any."""
    keeper = _keeper()
    page = request.path if request.method == "GET" else request.form.get(FIELD, "")
    if keeper is None or not page or not has_long_text(form) or not keeper.is_open():
        return None
    return PageDraft(page, keeper.keep_url(page), keeper.discard_url(page))


def has_long_text(form: BaseForm) -> bool:
    """Whether there is a text of many lines to be typed."""
    return any(getattr(field, "has_lines", False) for field in form)


def _keeper() -> Keeper | None:
    keeper: Keeper | None = current_app.extensions.get("page_drafts")
    return keeper
