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


COUNTY_REGISTERS = frozenset({Register.SOCIAL, Register.PSYCHOLOGY, Register.HEALTH})
"""Controller: the wellbeing services county (OHL 21 § 2, ATL 13 §)."""
