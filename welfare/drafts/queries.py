"""Finding drafts: always one's own."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from welfare.drafts.models import Draft


def find_draft(session: Session, owner_id: UUID, purpose: str, subject_id: UUID | None = None) -> Draft | None:
    """The draft of an account for a purpose, about a subject (the account itself where nothing is chosen yet)."""
    return session.scalars(draft_of(owner_id, purpose, subject_id)).one_or_none()


def draft_of(owner_id: UUID, purpose: str, subject_id: UUID | None) -> Select[Draft]:
    """The statement that finds one draft."""
    return select(Draft).where(
        Draft.account_id == owner_id, Draft.purpose == purpose, Draft.subject_id == (subject_id or owner_id)
    )
