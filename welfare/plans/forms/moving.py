"""Words for goals and measures that are over by now: whoever was writing them meanwhile finds them in a new place."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from welfare.plans.forms.shape import Known, parts_of, renumbered
from welfare.plans.forms.typing import UNSAID, used_goals

Typed = Mapping[str, str]
Place = tuple[int, int | None]
"""The number of a goal that is closed; or of one that is open, and of its measure that is over."""


@dataclass(frozen=True, slots=True)
class Move:
    """A goal or a measure that is over, and the number of the new goal, or of the new measure of the same goal."""

    goal: int
    measure: int | None
    to: int


@dataclass(frozen=True, slots=True)
class Moved:
    """What was typed, without what is over; what its writer has changed of that stands in new places."""

    typed: dict[str, str]
    moves: tuple[Move, ...]


def moved(typed: Typed, before: Typed, known: Known) -> Moved:
    """Put what was changed of goals and measures that are over into new ones; ``before`` is what its writer began from.

    What nobody has changed stands in the plan as it was, and is let go.
    """
    found: dict[str, str] = {}
    apart: defaultdict[Place, dict[str, str]] = defaultdict(dict)
    for name, value in typed.items():
        place = place_over(name, known)
        (found if place is None else apart[place])[name] = value
    moves = []
    for place, words in apart.items():
        if any(_is_changed(name, value, before) for name, value in words.items()):
            move = Move(*place, _free(found, place, known))
            found |= _renamed({**_levels(before, place), **words}, move)
            moves.append(move)
    return Moved(found, tuple(moves))


def place_over(name: str, known: Known) -> Place | None:
    """The goal or the measure that a field is of, if it is over."""
    parts = parts_of(name)
    if parts is None:
        return None
    goal, measure, _word = parts
    if goal in known.closed:
        return goal, None
    return (goal, measure) if measure in known.ended.get(goal, ()) else None


def words_of(typed: Typed, goal: int, measure: int | None = None) -> dict[str, str]:
    """What is typed for one goal with its measures, or for one of its measures."""
    named = ((parts_of(name), name, value) for name, value in typed.items())
    return {name: value for parts, name, value in named if parts and parts[0] == goal and measure in {None, parts[1]}}


def _is_changed(name: str, value: str, before: Typed) -> bool:
    parts = parts_of(name)
    if name not in before and parts and parts[2] in UNSAID:
        return False
    return value.split() != before.get(name, "").split()


def _levels(before: Typed, place: Place) -> dict[str, str]:
    """How the levels of a closed goal were described: a form does not ask for those of a goal that has been rated."""
    goal, measure = place
    if measure is not None:
        return {}
    return {name: words for name, words in words_of(before, goal).items() if name.startswith(f"g{goal}_level_")}


def _free(typed: Typed, place: Place, known: Known) -> int:
    goal, measure = place
    if measure is None:
        taken = {*used_goals(typed), *known.measures, *known.ended, *known.closed}
    else:
        used = {parts[1] for name in typed if (parts := parts_of(name)) and parts[0] == goal and parts[1] is not None}
        taken = {*used, *known.measures.get(goal, ()), *known.ended[goal]}
    return max(taken, default=0) + 1


def _renamed(words: Typed, move: Move) -> dict[str, str]:
    if move.measure is None:
        return renumbered(words, {move.goal: move.to})
    old, new = f"g{move.goal}_m{move.measure}_", f"g{move.goal}_m{move.to}_"
    return {new + name.removeprefix(old): value for name, value in words.items()}
