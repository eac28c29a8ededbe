"""Dates and times as people type them: day first, dots, and no more than is needed."""

import re
from datetime import date, time
from typing import Final

_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.?(?:\s*([0-9]{4}))?\.?")
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_CLOCK: Final = re.compile(r"(?:klo\s+|kl\.?\s*|at\s+)?([0-9]{1,2})(?:[.:]([0-9]{2}))?", re.IGNORECASE)
_YEARS: Final = range(1900, 2201)


def parse_date(typed: str, *, today: date | None = None) -> date:
    """Read ``1.2.2026``, ``01.02.2026``, ``2026-02-01`` and, when ``today`` is given, ``1.2.`` as the nearest such day.

    Raises ValueError for anything else and for days that do not exist.
    """
    text = typed.strip()
    if iso := _ISO.fullmatch(text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _DAY_FIRST.fullmatch(text)
    if found is None:
        msg = "not a date"
        raise ValueError(msg)
    day, month = int(found[1]), int(found[2])
    if found[3] is not None:
        return _day(int(found[3]), month, day)
    return _nearest(day, month, today)


def parse_time(typed: str) -> time:
    """Read ``9.15``, ``09:15``, ``9`` and ``klo 9.15``. Raises ValueError for anything else."""
    found = _CLOCK.fullmatch(typed.strip())
    if found is None:
        msg = "not a time of day"
        raise ValueError(msg)
    return time(int(found[1]), int(found[2] or 0))


def _day(year: int, month: int, day: int) -> date:
    if year not in _YEARS:
        msg = "year out of range"
        raise ValueError(msg)
    return date(year, month, day)


def _nearest(day: int, month: int, today: date | None) -> date:
    if today is None:
        msg = "the year is missing"
        raise ValueError(msg)
    candidates = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            candidates.append(date(year, month, day))
        except ValueError:
            continue  # 29 February exists only in some of the years
    if not candidates:
        msg = "no near year has such a day"
        raise ValueError(msg)
    return min(candidates, key=lambda candidate: abs(candidate - today))
