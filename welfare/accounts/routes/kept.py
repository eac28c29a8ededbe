"""Text that arrived after its session had run out: read it, send it again, or throw it away."""

from flask import Response, current_app, flash, make_response, redirect, url_for
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException

from welfare.accounts.kept_text import OFFERED
from welfare.accounts.pages.kept import KeptText
from welfare.accounts.routes.room import bp
from welfare.accounts.routes.steps import draw_own
from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import discard_draft
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get("/kept-text", needs=Permission.DRAFT_KEEP)
def kept_text(work: UnitOfWork) -> Response:
    """What was typed too late, as it was."""
    kept = KeptText.of(work)
    if kept is None:
        return make_response(redirect(url_for("worklist.show"), 303))
    again = kept.page if _can_be_opened(kept.page) else None
    return make_response(
        draw_own("accounts/kept_text.html", kept=kept, again_url=again, action=ActionForm(formdata=None))
    )


@bp.post("/kept-text/discard", needs=Permission.DRAFT_KEEP)
def kept_text_discard(work: UnitOfWork) -> Response:
    """Throw it away."""
    discard_draft(work, OFFERED)
    flash(_("The text was thrown away."), "good")
    return make_response(redirect(url_for("worklist.show"), 303))


def _can_be_opened(page: str) -> bool:
    """Whether the address is a page to read and not only one to send to."""
    try:
        current_app.url_map.bind("localhost").match(page.partition("?")[0], method="GET")
    except HTTPException:
        return False
    return True
