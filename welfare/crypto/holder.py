"""Whom a data key belongs to."""

from dataclasses import dataclass, field
from uuid import UUID

from welfare.rules.registers import Register


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """What one data key belongs to: a matter in a register, or a person in the directory."""

    controller_id: UUID
    register: Register
    subject_id: UUID
    outlives_key: bool = field(default=False, compare=False)
    """A person, who may come back after what stood here was destroyed: the new words get a key that is new. What ends
    once and for all, as a matter does, gets none."""
