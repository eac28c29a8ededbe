"""The second clock: it follows the machine's own, and never faster than time has really passed.

The machine's clock can be set; the time that a machine has been running cannot. The second clock is moved on by what
has been measured so, a few times over where it has fallen behind while the house was closed, and never past the first.
Only where both agree is anything destroyed (issue 6 § 5): a clock set a year ahead is caught up with after weeks alone.
"""

from datetime import datetime, timedelta

CATCHES_UP = 7
"""Days of calendar for each day measured, while it is behind."""
MAY_DIFFER = timedelta(days=2)
"""It is moved once a day, and a weekend's pause must not stop the house."""


def moved_on(counted: datetime, machine: datetime, measured: timedelta) -> datetime:
    """Where the second clock stands after a measured time; set back with the machine's, for late is harmless."""
    return min(machine, counted + max(measured, timedelta()) * CATCHES_UP)


def do_agree(counted: datetime | None, machine: datetime) -> bool:
    """Whether both tell the same day, nearly; a clock that has not begun agrees with none."""
    return counted is not None and abs(machine - counted) <= MAY_DIFFER
