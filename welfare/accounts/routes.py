"""The way in, the way out, and one's own sign-in."""

from flask import Response, current_app, g, redirect, url_for
from werkzeug.wrappers import Response as BaseResponse

from welfare.access.blueprint import GuardedBlueprint
from welfare.access.needs import Public
from welfare.accounts.cookies import clear_cookie
from welfare.accounts.sessions import Ending, end_session
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission

bp = GuardedBlueprint("accounts", __name__)


@bp.get("/sign-in", needs=Public.SIGN_IN)
def sign_in(work: UnitOfWork) -> str:
    """The way in."""
    del work
    return "<h1>sign in</h1>"


@bp.get("/sign-in/second-factor", needs=Permission.SIGN_IN_FINISH)
def second_factor(work: UnitOfWork) -> str:
    """The second factor."""
    del work
    return "<h1>code</h1>"


@bp.get("/stay", needs=Permission.SESSION_END)
def stay(work: UnitOfWork) -> tuple[str, int]:
    """Say that one is still here."""
    del work
    return "", 204


@bp.post("/sign-out", needs=Permission.SESSION_END)
def sign_out(work: UnitOfWork) -> BaseResponse:
    """End this session on every node."""
    end_session(work, g.sign_in.id, Ending.SIGNED_OUT)
    response = Response()
    response = redirect(url_for("accounts.sign_in"), 303)  # type: ignore[assignment]
    clear_cookie(response, current_app.extensions["visitors"].policy)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
