"""Drafts of pages: under a hash of the address, about the matter shown, so that they go when their writer goes."""

import re
from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID

from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import owner_of, save_draft
from welfare.drafts.models import Draft
from welfare.rules.actors import Facts
from welfare.ui.given_back import MARK
from welfare.ui.page_drafts import FIELD
from welfare.ui.text import showable

PURPOSE = "page"
"""What the purposes of these drafts begin with; a hash of the address follows a colon."""
_MOST_FIELDS = 200
MOST_PAGES = 100
"""So many unfinished pages an account has at a time; far more than anybody writes."""
_SECRET = frozenset({"csrf", "password", "again", "secret", "token", "code", "codes", "identity", "pin"})
_NOT_OF_A_DRAFT = frozenset({"idempotency_key", MARK, FIELD})


def keepable(posted: MultiDict[str, str]) -> dict[str, Sequence[str]]:
    """The posted fields that may lie in a draft: no password, code, token or identity code, by the field's name."""
    names = [name for name in posted if not _SECRET.intersection(re.split(r"[^a-z]+", name.lower()))]
    return {name: [showable(text) for text in posted.getlist(name)] for name in names[:_MOST_FIELDS]}


def save_page_draft(work: UnitOfWork, page: str, about: Facts, posted: MultiDict[str, str]) -> None:
    """Keep what a form of a page holds; an empty one is no draft."""
    typed = {name: texts for name, texts in keepable(posted).items() if name not in _NOT_OF_A_DRAFT}
    if any(text.strip() for texts in typed.values() for text in texts):
        draft = save_draft(work, _purpose(page), typed, _subject(about), page=page)
        draft.page = page
        work.session.flush()
        _drop_oldest(work)
    else:
        discard_page_draft(work, page)


def find_page_draft(work: UnitOfWork, page: str) -> Draft | None:
    """One's own draft of a page."""
    own = select(Draft).where(Draft.account_id == owner_of(work), Draft.purpose == _purpose(page))
    return work.session.scalars(own).first()


def discard_page_draft(work: UnitOfWork, page: str) -> None:
    """Let it go, if there is one: the form has been sent, or is not wanted."""
    if find_page_draft(work, page) is None:
        return
    work.start_writing()
    draft = find_page_draft(work, page)
    if draft is not None:
        work.session.delete(draft)
        work.session.flush()


def _drop_oldest(work: UnitOfWork) -> None:
    """Let go of what has lain longest, where there are more than anybody goes on with."""
    own = select(Draft).where(Draft.account_id == owner_of(work), Draft.purpose.startswith(f"{PURPOSE}:"))
    for draft in work.session.scalars(own.order_by(Draft.saved_at.desc(), Draft.id).offset(MOST_PAGES)):
        work.session.delete(draft)
    work.session.flush()


def _purpose(page: str) -> str:
    return f"{PURPOSE}:{sha256(page.encode()).hexdigest()[:32]}"


def _subject(about: Facts) -> UUID | None:
    """The matter, whose handlers throw away what somebody had begun who may not go on; else whatever is shown."""
    subjects = dict(about.subject_ids)
    return subjects.get("case") or next(iter(subjects.values()), None)
