"""What the journal says of a version: its number, its goals, and its measures with both parties (OHL 20 § 4)."""

from collections.abc import Iterator

from flask_babel import gettext as _

from welfare.plans.content import GoalText, MeasureText, PlanText
from welfare.ui.formats import date_text


def entry_of(number: int, text: PlanText) -> dict[str, str]:
    """The document of the entry, in the language of its writer."""
    lines = [line for goal in text.goals for line in _goal(goal)]
    return {
        "heading": _("Individual welfare plan, version %(number)s", number=number),
        "information": "\n".join(lines),
    }


def _goal(goal: GoalText) -> Iterator[str]:
    yield _("Goal %(number)s: %(title)s", number=goal.number, title=goal.title)
    yield from (_measure(measure) for measure in goal.measures)


def _measure(measure: MeasureText) -> str:
    parts = [
        f"– {measure.what}",
        _("Carried out by: %(name)s", name=measure.by),
        _("Followed up by: %(name)s", name=measure.followed_by),
    ]
    if measure.until:
        parts.append(_("At the latest %(day)s", day=date_text(measure.until)))
    return ". ".join(parts)
