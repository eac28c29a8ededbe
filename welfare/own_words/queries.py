"""Own words as their writer finds them, and as far as a group may see them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.own_words.models import OwnWords


def words_by(session: Session, case_id: UUID, writer_id: UUID | None) -> Sequence[OwnWords]:
    """Every version of one writer in a matter, the newest first."""
    own = (OwnWords.case_id == case_id, OwnWords.writer_person_id == writer_id)
    return session.scalars(select(OwnWords).where(*own).order_by(OwnWords.number.desc())).all()


def words_shown(session: Session, case_id: UUID) -> Sequence[OwnWords]:
    """What writers let the group of a matter see, the newest first."""
    shown = (OwnWords.case_id == case_id, OwnWords.shared_at.is_not(None), OwnWords.taken_back_at.is_(None))
    return session.scalars(select(OwnWords).where(*shown).order_by(OwnWords.shared_at.desc(), OwnWords.id)).all()
