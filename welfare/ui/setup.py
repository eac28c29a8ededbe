"""Puts the look, the language and the shared template tools into an application."""

from collections.abc import Callable

from flask import Flask, g
from flask_bootstrap import Bootstrap5

from welfare.ui.chrome import Chrome
from welfare.ui.formats import FILTERS
from welfare.ui.gaps import mark_gaps
from welfare.ui.given_back import Typed, init_given_back
from welfare.ui.locale import brand, current_locale, init_locale


def init_ui(
    app: Flask,
    *,
    chrome: Callable[[], Chrome],
    locale_of_user: Callable[[], str | None] = lambda: None,
    bare: Callable[[], Chrome] = Chrome,
    typed_too_late: Callable[[], Typed | None] = lambda: None,
) -> None:
    """Make every template of ``app`` know the house's filters, the brand, the language and the ``chrome``.

    ``bare`` is the chrome of pages with nothing around them; ``typed_too_late`` gives what waits for the page at hand.
    """
    app.config["BOOTSTRAP_SERVE_LOCAL"] = True
    Bootstrap5(app)
    init_locale(app, locale_of_user)
    init_given_back(app, typed_too_late)
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.finalize = mark_gaps
    app.jinja_env.globals.update(brand=brand, current_locale=current_locale)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.context_processor(lambda: {"chrome": bare() if "is_bare" in g else chrome()})


def go_bare() -> None:
    """Draw this request's page with nothing around it: for the error pages of a house that may be broken itself."""
    g.is_bare = True
