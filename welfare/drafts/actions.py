"""Keeping unfinished text, and letting go of it."""

from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256
from uuid import UUID, uuid4

from sqlalchemy import Select, func, select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.models import Draft
from welfare.drafts.queries import draft_of, find_draft
from welfare.rules.events import DraftsAsked, KeptDraft

Ids = Collection[UUID] | Select[UUID]


class NobodysDraftError(LookupError):
    """A draft needs an account that owns it."""


class StaleDraftError(RuntimeError):
    """The draft is not as it was seen: another tab has kept, sent or thrown away the text since."""


def check_draft(work: UnitOfWork, purpose: str, subject_id: UUID | None, seen: int) -> None:
    """Go on only from the draft that was seen: at this revision, or 0 for none. Raises StaleDraftError."""
    owner_id = owner_of(work)
    _wait_for_other_tabs(work, owner_id, purpose)
    statement = draft_of(owner_id, purpose, subject_id).execution_options(populate_existing=True)
    draft = work.session.scalars(statement).one_or_none()
    if (draft.revision if draft else 0) != seen:
        raise StaleDraftError


def save_draft(
    work: UnitOfWork,
    purpose: str,
    typed: Mapping[str, Sequence[str]],
    subject_id: UUID | None = None,
    page: str = "",
) -> Draft:
    """Keep what was typed, in place of what this account had kept before for the same purpose and subject.

    ``page`` is the address the text was meant for, when it is not known from the purpose. Raises NobodysDraftError.
    """
    owner_id = owner_of(work)
    _wait_for_other_tabs(work, owner_id, purpose)
    statement = draft_of(owner_id, purpose, subject_id).with_for_update().execution_options(populate_existing=True)
    draft = work.session.scalars(statement).one_or_none()
    if draft is None:
        draft = Draft(id=uuid4(), account_id=owner_id, purpose=purpose, subject_id=subject_id or owner_id)
    draft.saved_at = work.now
    work.encrypt_document(draft, Draft.document, {"typed": {k: list(v) for k, v in typed.items()}, "page": page})
    work.session.add(draft)
    work.session.flush()
    return draft


def discard_draft(work: UnitOfWork, purpose: str, subject_id: UUID | None = None) -> None:
    """Throw one's own draft away, if there is one: the text has been sent or is not wanted."""
    draft = find_draft(work.session, owner_of(work), purpose, subject_id)
    if draft is not None:
        work.session.delete(draft)
        work.session.flush()


def purge_drafts(work: UnitOfWork, owner_ids: Ids | None = None, subject_ids: Ids | None = None) -> None:
    """Throw away what its writers may not go on with: drafts of these or of anybody, about these subjects or any."""
    statement = select(Draft)
    if owner_ids is not None:
        statement = statement.where(Draft.account_id.in_(owner_ids))
    if subject_ids is not None:
        statement = statement.where(Draft.subject_id.in_(subject_ids))
    _throw_away(work, statement)


def purge_ended_drafts(work: UnitOfWork) -> int:
    """Throw away the drafts that their owners may not go on with today; how many those were.

    A post runs out by its date, a consent ends, a pupil moves: no deed tells of it. So each room is asked.
    """
    columns = (Draft.id, Draft.account_id, Draft.purpose, Draft.subject_id, Draft.page)
    kept = tuple(KeptDraft(*row) for row in work.session.execute(select(*columns).order_by(Draft.id)))
    asked = DraftsAsked(work.facts.on, kept)
    work.tell(asked)
    _throw_away(work, select(Draft).where(Draft.id.in_(asked.ended)))
    return len(asked.ended)


def _throw_away(work: UnitOfWork, statement: Select[Draft]) -> None:
    for draft in work.session.scalars(statement):
        work.session.delete(draft)
    work.session.flush()


def owner_of(work: UnitOfWork) -> UUID:
    """The account at work. Raises NobodysDraftError when there is none."""
    if work.actor.account_id is None:
        raise NobodysDraftError
    return work.actor.account_id


def _wait_for_other_tabs(work: UnitOfWork, owner_id: UUID, purpose: str) -> None:
    """Let two first saves of one draft come one after the other; on SQLite all writers do so anyway."""
    if work.session.get_bind().dialect.name == "postgresql":
        place = sha256(owner_id.bytes + purpose.encode()).digest()[:8]
        work.session.execute(select(func.pg_advisory_xact_lock(int.from_bytes(place, signed=True))))
