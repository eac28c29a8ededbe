"""One item of a meeting as any page of it shows the item to its own people."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from welfare.rules.meetings import ItemState


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """Which matter, whose, when, and how far it has come."""

    id: UUID
    number: str
    student: str
    title: str
    begins: datetime
    ends: datetime
    state: ItemState
    words: str
    look: tuple[str, str]
