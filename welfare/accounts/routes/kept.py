"""Text that came after its session had run out: back to its form with it, read it, send it again, or throw it away."""

from urllib.parse import urlsplit

from flask import Response, current_app, flash, make_response, redirect, url_for
from flask_babel import gettext as _

from welfare.access.gate import Gate
from welfare.accounts.kept_text import OFFERED
from welfare.accounts.pages.kept import KeptText
from welfare.accounts.routes.room import bp
from welfare.accounts.routes.steps import draw_own
from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import discard_draft
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm
from welfare.ui.given_back import MARK, MARKED, address_with_text
from welfare.ui.paths import local_path


@bp.get("/kept-text", needs=Permission.DRAFT_KEEP)
def kept_text(work: UnitOfWork) -> Response:
    """What was typed too late, as it was."""
    kept = KeptText.of(work)
    if kept is None:
        return make_response(redirect(url_for("worklist.show"), 303))
    names = {"kept": kept, "form_url": _form_url(work, kept), "mark": (MARK, MARKED)}
    return make_response(draw_own("accounts/kept_text.html", action=ActionForm(formdata=None), **names))


@bp.get("/kept-text/form", needs=Permission.DRAFT_KEEP)
def kept_text_form(work: UnitOfWork) -> Response:
    """To the form it was typed into, where it stands again; what its writer may not use any more is not opened."""
    kept = KeptText.of(work)
    form_url = _form_url(work, kept) if kept is not None else None
    return make_response(redirect(form_url or url_for("accounts.kept_text"), 303))


@bp.post("/kept-text/discard", needs=Permission.DRAFT_KEEP)
def kept_text_discard(work: UnitOfWork) -> Response:
    """Throw it away."""
    discard_draft(work, OFFERED)
    flash(_("The text was thrown away."), "good")
    return make_response(redirect(url_for("worklist.show"), 303))


def _form_url(work: UnitOfWork, kept: KeptText) -> str | None:
    """The address of the form, to be filled in again; None when there is no such page for the actor."""
    gate: Gate = current_app.extensions["gate"]
    may_open = gate.lets_in(work, urlsplit(kept.page).path)
    return local_path(address_with_text(kept.page), "") or None if may_open else None
