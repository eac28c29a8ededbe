"""What the self-test says of one thing it looked at."""

from dataclasses import dataclass
from enum import StrEnum

from config.settings import Settings


class Weight(StrEnum):
    """What a finding means."""

    GOOD = "good"
    WARNING = "warning"
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    weight: Weight
    words: str


def by_stage(settings: Settings, name: str, words: str) -> Finding:
    """What may be while trying out, and is refused in production."""
    return Finding(name, Weight.REFUSAL if settings.is_production else Weight.WARNING, words)


def warning(name: str, words: str) -> Finding:
    """What is to be known, and refused nowhere."""
    return Finding(name, Weight.WARNING, words)
