"""Whom a data key belongs to."""

from dataclasses import dataclass
from uuid import UUID

from welfare.rules.registers import Register


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """What one data key belongs to: a matter in a register, or a person in the directory."""

    controller_id: UUID
    register: Register
    subject_id: UUID
