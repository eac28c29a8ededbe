"""Pages that everybody may read: health, the choice of language, and the statements in the footer."""

from datetime import date

from flask import Response, current_app, g, jsonify, make_response, redirect, render_template, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response as BaseResponse

from welfare.access.blueprint import GuardedBlueprint
from welfare.access.needs import Public
from welfare.audit.models import AuditHead
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.actors import NOBODY, Actor
from welfare.rules.registers import HOUSE, Register
from welfare.ui.layouts import GATE, layout_for
from welfare.ui.locale import LANGUAGE_COOKIE
from welfare.ui.paths import local_path

bp = GuardedBlueprint("public", __name__)
_YEAR = 365 * 24 * 60 * 60
_WRITTEN_ON = date(2026, 11, 23)


@bp.get("/healthz", needs=Public.HEALTH)
def healthz(work: UnitOfWork) -> Response:
    """The process is alive."""
    del work
    return jsonify(status="alive")


@bp.get("/readyz", needs=Public.HEALTH)
def readyz(work: UnitOfWork) -> Response:
    """Database, keys and chain answer, and the chains agree with their anchors; anything else ends in 503."""
    work.session.execute(select(AuditHead.seq).limit(1)).all()
    current_app.extensions["keyring"].secret(HOUSE, Register.AUDIT, "chain")
    if current_app.extensions["gate"].is_read_only():
        return make_response(
            jsonify(status="read-only", database="ok", keys="ok", chain="differs from its anchor"), 503
        )
    return jsonify(status="ready", database="ok", keys="ok", chain="ok")


@bp.get("/robots.txt", needs=Public.LEGAL)
def robots(work: UnitOfWork) -> Response:
    """Nothing here is for search engines."""
    del work
    return Response("User-agent: *\nDisallow: /\n", mimetype="text/plain")


@bp.get("/language/<any(fi, sv, en):code>", needs=Public.LANGUAGE)
def language(work: UnitOfWork, code: str) -> BaseResponse:
    """Choose a language for this browser and go back to the page one came from."""
    del work
    response = redirect(local_path(request.args.get("next", ""), url_for("worklist.show")), 303)
    response.set_cookie(LANGUAGE_COOKIE, code, max_age=_YEAR, httponly=True, samesite="Lax", secure=request.is_secure)
    return response


@bp.get("/accessibility", needs=Public.LEGAL)
def accessibility(work: UnitOfWork) -> str:
    """The accessibility statement."""
    del work
    return _draw("public/accessibility.html", written_on=_WRITTEN_ON)


@bp.get("/privacy", needs=Public.LEGAL)
def privacy(work: UnitOfWork) -> str:
    """What is kept, by whom and why."""
    del work
    return _draw("public/privacy.html")


@bp.get("/keys", needs=Public.LEGAL)
def keys(work: UnitOfWork) -> str:
    """The list of keyboard shortcuts."""
    del work
    return _draw("public/keys.html")


def _draw(template: str, **names: object) -> str:
    """A statement, in the shell of whoever reads it."""
    actor: Actor = g.get("actor", NOBODY)
    return render_template(template, layout=layout_for(actor) if actor.full_sign_in else GATE, **names)
