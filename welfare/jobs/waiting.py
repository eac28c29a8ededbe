"""How long a failed job waits: twice as long each time, and by luck more or less, so that all do not come at once."""

from datetime import timedelta

MOST_TRIES = 12
"""Half a day with the waits below: a mail server that is down overnight loses nothing."""
_FIRST, _LONGEST = timedelta(seconds=30), timedelta(hours=4)


def wait_after(tries: int, luck: float) -> timedelta:
    """The wait after so many tries, between a half and one and a half of its measure; ``luck`` is from 0 to 1."""
    doubled: int = 2 ** (min(tries, MOST_TRIES) - 1)
    return min(_LONGEST, _FIRST * doubled) * (0.5 + luck)
