"""Which goals and measures a form asks for: those that are open, those that were typed, and empty places for more."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from welfare.rules.plans import GOALS, MEASURES

_NAME: Final = re.compile(r"g([1-9][0-9]?)_(?:m([1-9][0-9]?)_)?([a-z]\w*)")
_MOST: Final = 2 * GOALS
"""Of a form that nobody drew; two writers together may have set more goals than one form offers."""
_AT_FIRST: Final = 2


@dataclass(frozen=True, slots=True)
class GoalShape:
    """One goal of a form. One that has been rated has its levels already, and is not asked for them."""

    number: int
    has_levels: bool
    measures: tuple[int, ...]


Shape = tuple[GoalShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the goals of a plan when its form is made."""

    measures: Mapping[int, frozenset[int]]
    """By the number of each open goal, those of its open measures."""
    ended: Mapping[int, frozenset[int]]
    """By the number of each goal, open or not, the measures that are over."""
    rated: AbstractSet[int] = frozenset()
    closed: AbstractSet[int] = frozenset()


NOTHING_KNOWN: Final = Known(measures={}, ended={})


def shape_of(known: Known, typed: Mapping[str, str], *, has_room: bool) -> Shape:
    """The shape of a form that holds what is open and what was typed; with ``has_room`` also empty places."""
    named = _named(typed, only_used=has_room)
    goals = sorted((known.measures.keys() | named.keys()) - known.closed)[:_MOST]
    if has_room:
        goals += _free(goals, known.closed, at_least=_AT_FIRST, most=GOALS)
    return tuple(_goal(number, known, named, typed, has_room=has_room) for number in goals)


def parts_of(name: str) -> tuple[int, int | None, str] | None:
    """The goal, the measure and the word that a field's name is made of."""
    found = _NAME.fullmatch(name)
    return (int(found[1]), int(found[2]) if found[2] else None, found[3]) if found else None


def renumbered(typed: Mapping[str, str], numbers: Mapping[int, int]) -> dict[str, str]:
    """What was typed, with other numbers for some goals: two writers have set different ones in one place."""
    return {_renamed(name, numbers): value for name, value in typed.items()}


def _renamed(name: str, numbers: Mapping[int, int]) -> str:
    parts = parts_of(name)
    if parts is None or parts[0] not in numbers:
        return name
    return f"g{numbers[parts[0]]}_{name.partition('_')[2]}"


def _named(typed: Mapping[str, str], *, only_used: bool) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for name, value in typed.items():
        parts = parts_of(name)
        if parts is None or (only_used and not (value.strip() and parts[2] != "weight")):
            continue
        found.setdefault(parts[0], set())
        if parts[1] is not None:
            found[parts[0]].add(parts[1])
    return found


def _goal(
    number: int, known: Known, named: Mapping[int, set[int]], typed: Mapping[str, str], *, has_room: bool
) -> GoalShape:
    over = known.ended.get(number, frozenset())
    measures = sorted((known.measures.get(number, frozenset()) | named.get(number, set())) - over)[:_MOST]
    if has_room:
        measures += _free(measures, over, at_least=_AT_FIRST, most=MEASURES)
    are_levels_typed = any(name.startswith(f"g{number}_level_") for name in typed)
    return GoalShape(number, number not in known.rated or are_levels_typed, tuple(measures))


def _free(used: Iterable[int], over: AbstractSet[int], *, at_least: int, most: int) -> list[int]:
    """Numbers for empty places: one more than are used, and never a number that stood for something else."""
    taken = list(used)
    wanted = min(max(at_least, len(taken) + 1), most) - len(taken)
    beyond = max((*taken, *over), default=0)
    return [beyond + step for step in range(1, wanted + 1)]
