"""Small numbers are not shown: a count of few people may tell of one (Decree 338/2011 7 §; rule 38; COM §4).

This is the ground of the one engine that every output goes through before it is a page, a picture, a paper or a file:
the floor, and what may be shown of one number by itself. Numbers that add up to each other, in one table or in
several, are decided together by `welfare.rules.suppression_release`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

FLOOR = 5
"""Fewer than this many are not shown. An installation may ask for more, never for less."""
UNANIMOUS_FROM = 20
"""That all answered alike tells what each of them answered, unless they are this many."""


class FloorError(ValueError):
    """A floor below the house's own."""


class Basis(StrEnum):
    """What a share is reckoned from, and with it of how many it may be told at all."""

    REGISTER = "register"
    SURVEY = "survey"


SHARE_FROM = {Basis.REGISTER: 10, Basis.SURVEY: 20}


class Hidden(StrEnum):
    """Why there is no number. One word for what is small and for what covers it: the reader cannot tell which."""

    PROTECTED = "protected"
    """Fewer than the floor, or hidden so that such a number cannot be reckoned from it."""
    BLANK = "blank"
    """Whoever counted it published none."""
    FEW = "few"
    """A share of too few."""
    UNANIMOUS = "unanimous"
    """A share that would tell of each of them what one would rather not have told."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A count as it may be shown: the number, or the reason why there is none."""

    count: int | None
    hidden: Hidden | None = None


PROTECTED, BLANK = Figure(None, Hidden.PROTECTED), Figure(None, Hidden.BLANK)


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage as it may be shown, and of how many."""

    percent: float | None
    of: Figure
    hidden: Hidden | None = None


def checked_floor(floor: int) -> int:
    """The floor, if it is no lower than the house's own. Raises FloorError."""
    if floor < FLOOR:
        raise FloorError(floor)
    return floor


def shown(count: int, floor: int) -> int | None:
    """The count as it may be shown: None hides it. Nothing at all is no small number. Raises FloorError."""
    return None if 0 < count < checked_floor(floor) else count


def shown_mean(counts: Sequence[int], floor: int) -> float | None:
    """The mean of answers from 1 on, by how many gave each; None for too few, and for few who all answered alike.

    Raises FloorError.
    """
    total = sum(counts)
    is_unanimous = max(counts, default=0) == total
    if not shown(total, floor) or (is_unanimous and total < UNANIMOUS_FROM):
        return None
    return sum(grade * count for grade, count in enumerate(counts, start=1)) / total


def shown_share(part: Figure, of: Figure, basis: Basis = Basis.REGISTER, *, is_sensitive: bool = False) -> Share:
    """The part in per cent, if both numbers are shown and there are enough of the whole.

    A share tells its part to whoever knows the whole, so nothing hidden is ever told as a share. Of a sensitive
    matter, none and all of a few are not told either: they would tell of each.
    """
    if part.count is None or of.count is None:
        is_blank = Hidden.BLANK in {part.hidden, of.hidden}
        return Share(None, of, Hidden.BLANK if is_blank else Hidden.PROTECTED)
    if of.count < SHARE_FROM[basis]:
        return Share(None, of, Hidden.FEW)
    if is_sensitive and part.count in {0, of.count} and of.count < UNANIMOUS_FROM:
        return Share(None, of, Hidden.UNANIMOUS)
    return Share(100 * part.count / of.count, of)
