"""The time of a test, which stands still until it is moved."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
"""A Monday morning in Helsinki, half past nine."""


@dataclass
class Clock:
    """What tells it."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **amount: float) -> None:
        """Moves on by a timedelta's words: minutes=16."""
        self.now += timedelta(**amount)
