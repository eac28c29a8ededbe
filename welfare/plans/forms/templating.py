"""A template put into a form that is being written: it fills empty places, and never what somebody has typed."""

from collections.abc import Mapping
from itertools import count

from welfare.plan_templates.models import PlanTemplateVersion
from welfare.plans.forms.typing import used_goals
from welfare.rules.plan_templates import TEMPLATE_PARTS, ExampleGoal
from welfare.rules.plans import GOALS


def filled(typed: Mapping[str, str], template: PlanTemplateVersion, locale: str) -> dict[str, str]:
    """What the form holds with the template in it; an example that stands there already is not put in twice."""
    found = dict(typed)
    for part in TEMPLATE_PARTS:
        if not found.get(part.value, "").strip():
            found[part.value] = template.part(part, locale)
    used = used_goals(typed)
    titles = {typed.get(f"g{number}_title", "").strip().casefold() for number in used}
    free = (number for number in count(1) if number not in used)
    new = [goal for goal in template.goals(locale) if goal.title.casefold() not in titles]
    for goal, number in zip(new[: max(GOALS - len(used), 0)], free, strict=False):
        found |= _example(goal, f"g{number}_")
    return found


def _example(goal: ExampleGoal, place: str) -> dict[str, str]:
    levels = {f"{place}level_{number}": words for number, words in enumerate(goal.levels, start=1)}
    measures = {f"{place}m{number}_what": words for number, words in enumerate(goal.measures, start=1)}
    return {f"{place}title": goal.title, **levels, **measures}
