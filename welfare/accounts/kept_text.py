"""Text that arrived after its session had run out: kept sealed for its writer, given back after the next sign-in.

It is given back in the very form it was typed into, if its writer may still use that one; else on a page of its own.
"""

from urllib.parse import urlsplit

from werkzeug.datastructures import MultiDict

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import discard_draft, save_draft
from welfare.drafts.page_drafts import keepable
from welfare.drafts.pages import load_draft
from welfare.drafts.queries import find_draft
from welfare.ui.given_back import MARK

TOO_LATE = "too-late"
"""Arrived too late, not yet offered back."""
OFFERED = "offered"
"""Has been offered back once; it stays until it is thrown away or another takes its place."""
_NOT_TYPED = frozenset({"idempotency_key", MARK})


def keep_typed(work: UnitOfWork, page: str, posted: MultiDict[str, str]) -> bool:
    """Keep what was posted to a page, without secrets. False when nothing was worth keeping."""
    typed = keepable(posted)
    if not any(text for name, texts in typed.items() for text in texts if name not in _NOT_TYPED):
        return False
    save_draft(work, TOO_LATE, typed, page=page)
    return True


def offer_typed(work: UnitOfWork) -> bool:
    """At a full sign-in: whether there is text to give back. It is offered by itself only this once."""
    draft = find_draft(work.session, work.actor.account_id, TOO_LATE) if work.actor.account_id else None
    if draft is None:
        return False
    discard_draft(work, OFFERED)
    draft.purpose = OFFERED
    work.session.flush()
    return True


def has_offered(work: UnitOfWork) -> bool:
    """Whether text waits on the page of kept text."""
    return bool(work.actor.account_id and find_draft(work.session, work.actor.account_id, OFFERED))


def typed_for(work: UnitOfWork, path: str) -> MultiDict[str, str] | None:
    """What waits for the form of this page, opened; None when nothing does."""
    saved = load_draft(work, OFFERED) if has_offered(work) else None
    return saved.formdata if saved is not None and urlsplit(saved.page).path == path else None


def let_go(work: UnitOfWork) -> None:
    """The text has been sent from its form, and needs to be kept no more."""
    if has_offered(work):
        work.start_writing()
        discard_draft(work, OFFERED)
