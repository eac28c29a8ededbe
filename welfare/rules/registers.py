"""Which register a record belongs to, and therefore whose it is (OHL 20-21 §, ATL 13 §; IND §1.4)."""

from enum import StrEnum
from uuid import UUID

HOUSE = UUID(int=0)
"""The installation itself: controller of sign-in data that belongs to no provider or county."""


class Register(StrEnum):
    """One key, one log and one controller each; nothing joins them but a disclosure."""

    WELFARE = "welfare"
    SOCIAL = "social"
    PSYCHOLOGY = "psychology"
    HEALTH = "health"
    DIRECTORY = "directory"
    COMMUNAL = "communal"
    AUDIT = "audit"
    SESSION = "session"
    INDEX = "index"


PROVIDER_REGISTERS = frozenset({Register.WELFARE, Register.COMMUNAL})
"""Controller: the education provider (OHL 21 § 1)."""
COUNTY_REGISTERS = frozenset({Register.SOCIAL, Register.PSYCHOLOGY, Register.HEALTH})
"""Controller: the wellbeing services county (OHL 21 § 2, ATL 13 §)."""


def controller_of(register: Register, *, provider_id: UUID, county_id: UUID) -> UUID:
    """The controller of a register at one school. Raises ValueError for registers that have none of their own."""
    if register in PROVIDER_REGISTERS:
        return provider_id
    if register in COUNTY_REGISTERS:
        return county_id
    message = f"register {register} is not tied to a school"
    raise ValueError(message)
