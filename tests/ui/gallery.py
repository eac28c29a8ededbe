"""A small application that shows every shared part in every state. The real one is put together in welfare.web."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from flask import Flask, Response, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from jinja2 import ChoiceLoader, FileSystemLoader
from werkzeug.wrappers import Response as AnyResponse

from tests.ui.gallery_forms import EveryField, Merge, Send, SignIn
from tests.ui.worked_examples import PLOT, conflict, work
from welfare.ui.chrome import Chrome, Link, NavItem, Session, languages_by
from welfare.ui.expired import typed_back
from welfare.ui.fields import Option
from welfare.ui.forms import ActionForm
from welfare.ui.locale import LANGUAGE_COOKIE
from welfare.ui.paging import Page, page_number
from welfare.ui.place import PlaceView
from welfare.ui.setup import init_ui
from welfare.web.files import init_files

WELFARE: Final = Path(__file__).parents[2] / "welfare"
TODAY: Final = date(2026, 11, 23)
PUPIL: Final = UUID("5f0f6a52-6c0f-4f53-9a4e-0c5b3b0f5a11")
POLICY: Final = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def chrome() -> Chrome:
    """Everything that can stand around a page."""
    now = datetime(2026, 11, 23, 14, 40, tzinfo=UTC)
    here = Chrome(
        brand_url="/",
        languages=languages_by(lambda code: f"/language/{code}"),
        footer=(Link("Accessibility", "/a"), Link("Privacy", "/p")),
        is_demo="demo" in request.args,
        is_read_only="read-only" in request.args,
    )
    if "signed-out" in request.args or request.path.startswith("/gate"):
        return here
    return replace(
        here,
        nav=(
            NavItem("Worklist", "/worklist", "inbox", 7, "open", is_current=request.path == "/worklist"),
            NavItem("Cases", "/cases", "folder"),
            NavItem("Meetings", "/meetings", "calendar", 3, "today"),
            NavItem("Guidance", "/guidance", "note", group="Communal work"),
        ),
        search_url="/search",
        account_name="Saara Lehtovirta",
        account_role="Curator · Järvi-Suomi",
        session=Session(now, idle_seconds=int(request.args.get("idle", "900")), stay_url="/stay", sign_out_url="/out"),
        csrf="invented",
        keys_url="/keys",
        has_shortcuts="keys" in request.args,
    )


def make_gallery() -> Flask:
    """Build the application."""
    app = Flask("gallery", static_folder=str(WELFARE / "static"), template_folder=str(WELFARE / "templates"))
    app.config.update(SECRET_KEY="invented for the gallery")
    own = FileSystemLoader(Path(__file__).parent / "templates")
    app.jinja_loader = ChoiceLoader([own, FileSystemLoader(WELFARE / "templates")])
    init_ui(app, chrome=chrome)
    init_files(app)
    for path, view in VIEWS.items():
        app.add_url_rule(path, path, view, methods=["GET", "POST"])
    app.after_request(_harden)
    return app


def _harden(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = POLICY
    if not request.path.startswith(("/static", "/bootstrap", "/modules")):
        response.headers["Cache-Control"] = "no-store"
    return response


def components() -> str:
    """Every component in every state."""
    page: Page[str] = Page(
        ["row"] * 25, page_number(request.args.get("page")), 25, 260, url=lambda number: f"/?page={number}"
    )
    places = [PlaceView("Rantatie 4"), PlaceView(None), PlaceView(None, is_restricted=True)]
    return render_template(
        "components.html", work=work(), page=page, places=places, plot=PLOT, form=ActionForm(), conflict=conflict()
    )


def worklist() -> str:
    """The worklist of the mockup."""
    return render_template("worklist.html", work=work(), form=ActionForm())


def case() -> str:
    """The case page of the mockup."""
    return render_template("case.html", at=datetime(2026, 11, 20, 13, 10, tzinfo=UTC))


def portal() -> str:
    """The student's page of the mockup."""
    return render_template("portal.html", form=ActionForm())


def every_field() -> str:
    """The form of all fields; a good post shows what was taken in."""
    form = EveryField(today=TODAY)
    form.student.offer([Option(PUPIL, "Eetu Kallioniemi, 7A")])
    if form.validate_on_submit():
        return render_template("taken.html", data={name: repr(value) for name, value in form.data.items()})
    return render_template("every_field.html", form=form)


def gate() -> str:
    """The sign-in page."""
    form = SignIn()
    form.validate_on_submit()
    return render_template("sign_in.html", form=form)


def upload() -> str:
    """A form with a file."""
    form = Send()
    if form.validate_on_submit():
        return render_template("taken.html", data={"file": form.file.data.filename})
    return render_template("upload.html", form=form)


def error(name: str) -> AnyResponse:
    """An error page."""
    context = {"home_url": "/", "typed": typed_back(request.form), "again_url": "/form"}
    return make_response(render_template(f"errors/{name}.html", **context), 200)


def stale() -> tuple[str, int]:
    """A save that came second."""
    form = Merge(formdata=None)
    view = conflict()
    form.text.put(view.merged)
    form.revision.put(4)
    context = {"form": form, "field": form.text, "save_url": "/stale", "leave_url": "/", "conflict": view}
    return render_template("errors/409.html", home_url="/", **context), 409


def language(code: str) -> AnyResponse:
    """Set the language and go on."""
    response = redirect(request.args.get("to", "/"))
    response.set_cookie(LANGUAGE_COOKIE, code)
    return response


def accept() -> tuple[str, int]:
    """Take in a draft, or a wish to stay."""
    return "", 204


VIEWS: Final[dict[str, Callable[..., ResponseReturnValue]]] = {
    "/": components,
    "/worklist": worklist,
    "/case": case,
    "/portal": portal,
    "/form": every_field,
    "/gate": gate,
    "/upload": upload,
    "/error/<name>": error,
    "/stale": stale,
    "/language/<code>": language,
    "/draft": accept,
    "/stay": accept,
}
