"""Keeping the draft of a page, and throwing it away."""

from flask import Response, current_app, flash, g, make_response, redirect, request, url_for
from flask_babel import gettext as _

from welfare.access.blueprint import GuardedBlueprint
from welfare.access.gate import Gate, refuse
from welfare.access.needs import Reading
from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.page_drafts import discard_page_draft, find_page_draft, save_page_draft
from welfare.drafts.pages import SavedDraft
from welfare.rules.permissions import Permission
from welfare.ui.page_drafts import Keeper, Waiting
from welfare.ui.paths import local_path

bp = GuardedBlueprint("drafts", __name__)


@bp.post("/drafts/page", needs=Permission.DRAFT_KEEP)
def keep(work: UnitOfWork) -> Response:
    """Keep what is being typed on a page, if its writer would be shown that page and its form has drafts."""
    gate: Gate = current_app.extensions["gate"]
    about = gate.draft_facts_for(Reading(work.session, work.actor, work.now, {}), _page())
    if about is None or not gate.takes_form(_page()):
        refuse(work, work.facts)
    save_page_draft(work, _page(), about, request.form)
    return make_response("", 204)


@bp.post("/drafts/page/discard", needs=Permission.DRAFT_KEEP)
def discard(work: UnitOfWork) -> Response:
    """Throw the draft of a page away, and go back to the page as it was."""
    discard_page_draft(work, _page())
    flash(_("The draft has been thrown away."), "info")
    return make_response(redirect(local_path(_page(), "/"), 303))


def page_keeper() -> Keeper:
    """Who keeps the drafts of an application's pages."""
    return Keeper(
        find=_waiting,
        is_open=_is_open,
        keep_url=lambda page: url_for("drafts.keep", page=page),
        discard_url=lambda page: url_for("drafts.discard", page=page),
    )


def _is_open() -> bool:
    if "work" not in g or not g.work.actor.full_sign_in or g.work.actor.account_id is None:
        return False
    gate: Gate = current_app.extensions["gate"]
    return gate.passages[str(request.endpoint)].has_drafts


def _waiting() -> Waiting | None:
    work: UnitOfWork = g.work
    draft = find_page_draft(work, request.path)
    if draft is None:
        return None
    saved = SavedDraft.of(work, draft)
    return Waiting(saved.formdata, saved.saved_at) if saved.typed else None


def _page() -> str:
    return request.args.get("page", "")
