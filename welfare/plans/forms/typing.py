"""A plan as it would be typed: field names and what stands in them."""

from collections.abc import Iterator, Mapping
from datetime import date

from welfare.plans.content import GoalText, PlanText
from welfare.plans.forms.rows import MEASURE_DAYS, MEASURE_WORDS
from welfare.plans.forms.shape import parts_of

UNSAID = frozenset({"weight"})
"""What every place for a goal says by itself."""


def as_typed(text: PlanText) -> dict[str, str]:
    """A version by the names of the fields; who agreed to it, and when, is asked anew each time."""
    found = {part.value: words for part, words in text.words.items()}
    for goal in text.goals:
        found |= dict(_goal(goal))
    return found


def used_goals(typed: Mapping[str, str]) -> set[int]:
    """The numbers of goals in whose fields something stands."""
    named = ((parts_of(name), value) for name, value in typed.items())
    return {parts[0] for parts, value in named if parts and parts[2] not in UNSAID and value.strip()}


def _goal(goal: GoalText) -> Iterator[tuple[str, str]]:
    place = f"g{goal.number}_"
    yield from ((place + word, str(getattr(goal, word))) for word in ("title", "start", "weight"))
    yield from ((f"{place}level_{number}", words) for number, words in enumerate(goal.levels, 1))
    for measure in goal.measures:
        at = f"{place}m{measure.number}_"
        yield from ((at + word, getattr(measure, word)) for word in MEASURE_WORDS)
        yield from ((at + day, _day(getattr(measure, day))) for day in MEASURE_DAYS)


def _day(day: date | None) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else ""
