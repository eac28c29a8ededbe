"""Ratings drawn: of each goal by its levels, and of the whole by the figure of goal attainment scaling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flask_babel import gettext as _

from welfare.access.gate import HOME_ZONE
from welfare.plans.content import GoalText
from welfare.plans.models import PlanGoal
from welfare.plans.pages.opened import Given, OpenedPlan
from welfare.plans.words import LEVEL_TICKS, RATER_WORDS
from welfare.rules.goal_scaling import HIGHEST, LOWEST, Level, Rated, score_of
from welfare.rules.goals import Rater
from welfare.ui.charts import Plot, Series
from welfare.ui.formats import level_text, number_text, short_date_text

LOOKS = {Rater.STUDENT: "pupil", Rater.GUARDIAN: "guardian", Rater.WORKER: "worker"}
Value = float | None


@dataclass(frozen=True)
class Ratings:
    """All ratings of a plan, by day and rater."""

    opened: OpenedPlan

    @cached_property
    def given(self) -> Mapping[tuple[date, Rater], Given]:
        """What each rater said last on each day."""
        return {(each.rated_on, each.rater): each.levels for each in self.opened.ratings}

    @cached_property
    def days(self) -> Sequence[date]:
        """Every day on which somebody rated anything."""
        return sorted({day for day, _rater in self.given})

    @cached_property
    def raters(self) -> Sequence[Rater]:
        """The student and the worker always, a guardian who has rated: what they have not said is missing."""
        said = {rater for _day, rater in self.given}
        return [rater for rater in Rater if rater is not Rater.GUARDIAN or rater in said]

    def latest(self, number: int) -> Mapping[Rater, Level]:
        """What each last thought of a goal."""
        found = {rater: levels[number] for (_day, rater), levels in sorted(self.given.items()) if number in levels}
        return {rater: found[rater] for rater in Rater if rater in found}

    def of_goal(self, goal: GoalText, row: PlanGoal) -> Plot | None:
        """One goal by its levels; nothing before it has been rated."""
        days = [day for day in self.days if _lives(row, day)]
        lines = {rater: [self._level(day, rater, goal.number) for day in days] for rater in self.raters}
        if not any(value is not None for values in lines.values() for value in values):
            return None
        return Plot(
            title=_("Ratings of goal %(number)s", number=goal.number),
            finding=_finding(lines, decimals=None),
            labels=[short_date_text(day) for day in days],
            series=_series(lines),
            low=min(Level),
            high=max(Level),
            words=[str(LEVEL_TICKS[level]) for level in Level],
            middle=(-0.25, 0.25),
            gap=_("no rating"),
            is_signed=True,
        )

    def of_whole(self) -> Plot | None:
        """All goals together; nothing before any has been rated."""
        lines = {rater: [self._score(day, rater) for day in self.days] for rater in self.raters}
        if not any(value is not None for values in lines.values() for value in values):
            return None
        return Plot(
            title=_("All goals together"),
            finding=_finding(lines, decimals=0),
            labels=[short_date_text(day) for day in self.days],
            series=_series(lines),
            low=LOWEST,
            high=HIGHEST,
            middle=(47.5, 52.5),
            gap=_("no rating"),
        )

    def _level(self, day: date, rater: Rater, number: int) -> Value:
        return self.given.get((day, rater), {}).get(number)

    def _score(self, day: date, rater: Rater) -> Value:
        levels = self.given.get((day, rater), {})
        living = [goal for goal in self.opened.text.goals if _lives(self.opened.row(goal.number), day)]
        return score_of(Rated(levels.get(goal.number), goal.weight) for goal in living).value


def _lives(row: PlanGoal, day: date) -> bool:
    closed = row.closed_at.astimezone(HOME_ZONE).date() if row.closed_at else date.max
    return row.set_on <= day <= closed


def _series(lines: Mapping[Rater, Sequence[Value]]) -> list[Series]:
    return [Series(str(RATER_WORDS[rater]), values, LOOKS[rater]) for rater, values in lines.items()]


def _finding(lines: Mapping[Rater, Sequence[Value]], decimals: int | None) -> str:
    return " ".join(_told(rater, [v for v in values if v is not None], decimals) for rater, values in lines.items())


def _told(rater: Rater, known: Sequence[float], decimals: int | None) -> str:
    words = str(RATER_WORDS[rater])
    if not known:
        return _("%(rater)s: no rating.", rater=words)
    first, last = (_figure(value, decimals) for value in (known[0], known[-1]))
    if len(known) == 1:
        return _("%(rater)s: %(value)s.", rater=words, value=last)
    return _("%(rater)s: first %(first)s, now %(last)s.", rater=words, first=first, last=last)


def _figure(value: float, decimals: int | None) -> str:
    return level_text(int(value)) if decimals is None else number_text(value, decimals)
