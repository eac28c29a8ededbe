"""What a plot tells, in words: for those who do not see it, and for those who would rather read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from welfare.indicators.library import Indicator
from welfare.indicators.places import Place
from welfare.indicators.queries import Lines, Point
from welfare.indicators.words import WITHHELD_WORDS, value_text
from welfare.rules.indicators import Withheld, is_better
from welfare.rules.suppression import shown
from welfare.ui.formats import number_text


@dataclass(frozen=True, slots=True)
class Trend:
    """How the own number has changed since the measurement before."""

    words: str
    tone: str
    icon: str


def point_text(entry: Indicator, point: Point | None) -> str:
    """A point in a table."""
    if point is None:
        return "–"
    if point.told.value is None:
        return str(WITHHELD_WORDS[point.told.withheld]) if point.told.withheld else "–"
    return value_text(point.told.value, entry.measure)


def count_text(point: Point | None, floor: int) -> str:
    """How many a point is reckoned from, as it may be shown."""
    if point is None or point.respondents is None:
        return "–"
    return f"<{floor}" if shown(point.respondents, floor) is None else number_text(point.respondents)


def shown_of(points: Mapping[int, Point]) -> Sequence[tuple[int, float]]:
    """Year and number of what is shown."""
    return [(year, point.told.value) for year, point in sorted(points.items()) if point.told.value is not None]


def hidden_years(points: Mapping[int, Point]) -> Collection[int]:
    """Of which years there is a number that is not shown; where the publisher has none, there is none to hide."""
    return {year for year, point in points.items() if point.told.withheld in {Withheld.FEW, Withheld.PROTECTED}}


def finding_of(entry: Indicator, lines: Lines) -> str:
    """Each line's latest number, and its own earlier one."""
    return " ".join(sentence for place, points in lines.items() if (sentence := _sentence(entry, place, points)))


def _sentence(entry: Indicator, place: Place, points: Mapping[int, Point]) -> str:
    shown = shown_of(points)
    if not shown:
        return _("%(place)s: not shown.", place=place.name) if points else ""
    year, value = shown[-1]
    now = value_text(value, entry.measure)
    if len(shown) == 1:
        return _("%(place)s: %(value)s in %(year)s.", place=place.name, value=now, year=year)
    first, earlier = shown[-2]
    before = value_text(earlier, entry.measure)
    words = {"place": place.name, "before": before, "first": first, "value": now, "year": year}
    return _("%(place)s: %(before)s in %(first)s, %(value)s in %(year)s.", **words)


def trend_of(entry: Indicator, points: Mapping[int, Point]) -> Trend | None:
    """Whether the own number has got better; None while there are not two to compare."""
    shown = shown_of(points)
    if len(shown) < 2:  # noqa: PLR2004 - two make a change
        return None
    (first, before), (_year, after) = shown[-2:]
    better = is_better(entry.direction, before, after)
    if better is None:
        return Trend(_("As in %(year)s", year=first), "", "clock") if before == after else None
    if better:
        return Trend(_("Better than in %(year)s", year=first), "good", "check")
    return Trend(_("Worse than in %(year)s", year=first), "soon", "alert")
