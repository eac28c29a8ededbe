"""Small numbers are not shown: a count of few people may tell of one (Decree 338/2011 7 §; rule 38; COM §4)."""

from collections.abc import Sequence

FLOOR = 5
"""Fewer than this many are not shown. An installation may ask for more, never for less."""
UNANIMOUS_FROM = 20
"""That all answered alike tells what each of them answered, unless they are this many."""


class FloorError(ValueError):
    """A floor below the house's own."""


def shown(count: int, floor: int = FLOOR) -> int | None:
    """The count as it may be shown: None hides it. Nothing at all is no small number. Raises FloorError."""
    if floor < FLOOR:
        raise FloorError(floor)
    return None if 0 < count < floor else count


def shown_row(counts: Sequence[int], floor: int = FLOOR) -> tuple[int | None, ...]:
    """Counts whose sum is known: where one alone would be hidden, the next smallest is hidden with it.

    Else the hidden one would be the sum less the others. Raises FloorError.
    """
    cells = [shown(count, floor) for count in counts]
    if cells.count(None) == 1:
        open_places = [place for place, cell in enumerate(cells) if cell]
        if open_places:
            cells[min(open_places, key=lambda place: counts[place])] = None
    return tuple(cells)


def shown_mean(counts: Sequence[int], floor: int = FLOOR) -> float | None:
    """The mean of answers from 1 on, by how many gave each; None for too few, and for few who all answered alike.

    Raises FloorError.
    """
    total = sum(counts)
    is_unanimous = max(counts, default=0) == total
    if not shown(total, floor) or (is_unanimous and total < UNANIMOUS_FROM):
        return None
    return sum(grade * count for grade, count in enumerate(counts, start=1)) / total
