"""Where a room keeps an unfinished text: one of each kind about each thing, for each writer alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import check_draft, discard_draft, save_draft


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """The purpose and the subject by which a draft is found again."""

    purpose: str
    subject_id: UUID

    @classmethod
    def of(cls, room: str, kind: StrEnum, subject_id: UUID) -> "DraftPlace":
        """What a room writes of one kind: the kind follows a colon, so that all drafts of the room are found too."""
        return cls(f"{room}:{kind.value}", subject_id)


def keep_at(work: UnitOfWork, place: DraftPlace, typed: Mapping[str, Sequence[str]], seen: int) -> int:
    """Keep what was typed and tell its revision. Raises welfare.drafts.actions.StaleDraftError."""
    check_draft(work, place.purpose, place.subject_id, seen)
    return save_draft(work, place.purpose, typed, place.subject_id).revision


def discard_at(work: UnitOfWork, place: DraftPlace) -> None:
    """Throw the draft away: it has been sent, or is not wanted."""
    discard_draft(work, place.purpose, place.subject_id)
