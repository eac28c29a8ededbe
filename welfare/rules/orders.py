"""What a unit of work may order to be done once it has committed. Ids and codes alone: an order has no room for a word.

Orders lie in the open in the database and are carried out by nobody in particular; so what must not be read there
cannot be written into one. A plain string is refused by its type and again when it is spelled.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from welfare.rules.registers import Register

Code = UUID | int | date | StrEnum


class WordInOrderError(TypeError):
    """Something else than an id, a number, a day or a code was put into an order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOrder:
    """One job: which handler does it, what makes it this one and no other, and what it is about."""

    kind: StrEnum
    key: tuple[Code, ...]
    """Ordered twice with one kind and key, it is done once."""
    controller_id: UUID
    """Whose chain tells of it."""
    register: Register
    payload: Mapping[str, Code] = field(default_factory=dict)
    not_before: datetime | None = None


def spell(code: Code) -> str | int:
    """A code as it is stored. Raises WordInOrderError."""
    if isinstance(code, StrEnum):
        return str(code.value)
    if isinstance(code, UUID):
        return str(code)
    if isinstance(code, datetime) or not isinstance(code, int | date):
        raise WordInOrderError(type(code).__name__)
    return code if isinstance(code, int) else code.isoformat()
