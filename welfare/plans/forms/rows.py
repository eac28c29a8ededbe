"""The controls of one goal, of one measure, of one line of agreement, gathered from a form by their names."""

from collections.abc import Iterable
from dataclasses import dataclass

from wtforms.form import BaseForm

from welfare.plans.content import NO_LEVELS, AgreedText, GoalText, MeasureText
from welfare.plans.forms.shape import GoalShape
from welfare.rules.goal_scaling import Level
from welfare.ui.fields import DrawnField

MEASURE_WORDS = ("what", "by", "followed_by", "place")
MEASURE_DAYS = ("starts_on", "until")
LINES_AT_HAND = 3
"""Of agreement; the others are folded together until they are needed."""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """The controls of one measure."""

    form: BaseForm
    goal: int
    number: int

    def field(self, word: str) -> DrawnField:
        """One of them."""
        return _drawn(self.form, f"g{self.goal}_m{self.number}_{word}")

    @property
    def fields(self) -> list[DrawnField]:
        """All of them."""
        return [self.field(word) for word in (*MEASURE_WORDS, *MEASURE_DAYS)]

    @property
    def is_used(self) -> bool:
        """Whether anything stands in it, as it is shown."""
        return any(map(_said, self.fields))

    @property
    def summary(self) -> str:
        """What it is, by whom and by when, in one line."""
        return " · ".join(filter(None, (_said(self.field(word)) for word in ("what", "by", "until"))))

    @property
    def is_open(self) -> bool:
        """Whether something in it is still to be written or mended."""
        asked = [self.field(word) for word in ("what", "by", "followed_by", "until")]
        return has_errors(self.fields) or (self.is_used and not all(map(_said, asked)))

    @property
    def text(self) -> MeasureText:
        """What was typed."""
        words: dict[str, str] = {word: self.field(word).data or "" for word in MEASURE_WORDS}
        days = [self.field(day).data for day in MEASURE_DAYS]
        return MeasureText(number=self.number, starts_on=days[0], until=days[1], **words)

    def put(self, text: MeasureText) -> None:
        """Show a measure."""
        for word in (*MEASURE_WORDS, *MEASURE_DAYS):
            self.field(word).put(getattr(text, word))


@dataclass(frozen=True, slots=True)
class GoalFields:
    """The controls of one goal."""

    form: BaseForm
    shape: GoalShape

    @property
    def number(self) -> int:
        """The number of the goal."""
        return self.shape.number

    def field(self, word: str) -> DrawnField:
        """One of them."""
        return _drawn(self.form, f"g{self.number}_{word}")

    @property
    def levels(self) -> list[DrawnField]:
        """From much less to much more; none where they are fixed."""
        return (
            [self.field(f"level_{number}") for number, _level in enumerate(Level, 1)] if self.shape.has_levels else []
        )

    @property
    def measures(self) -> list[MeasureRow]:
        """Its measures."""
        return [MeasureRow(self.form, self.number, number) for number in self.shape.measures]

    @property
    def title(self) -> str:
        """What the goal is, as it is shown."""
        return _said(self.field("title"))

    @property
    def described(self) -> int:
        """How many of the levels asked for are described."""
        return sum(map(bool, map(_said, self.levels)))

    @property
    def used_measures(self) -> int:
        """How many of its measures say anything."""
        return sum(row.is_used for row in self.measures)

    @property
    def is_used(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.title or _said(self.field("start")) or self.described or self.used_measures)

    @property
    def are_levels_open(self) -> bool:
        """Whether a level is still to be described or mended."""
        return has_errors(self.levels) or self.described < len(self.levels)

    @property
    def has_errors(self) -> bool:
        """Whether something in it is wrong."""
        own = [self.field(word) for word in ("title", "start", "weight")]
        return has_errors([*own, *self.levels, *(field for row in self.measures for field in row.fields)])

    @property
    def is_open(self) -> bool:
        """Whether something in it is still to be written or mended."""
        is_half = self.is_used and (not self.title or self.are_levels_open or not self.used_measures)
        return is_half or self.has_errors or any(row.is_open for row in self.measures)

    def text(self, before: GoalText | None) -> GoalText:
        """What was typed; levels that are fixed are those of the version before."""
        kept = before.levels if before else NO_LEVELS
        measures = (row.text for row in self.measures)
        return GoalText(
            number=self.number,
            title=self.field("title").data or "",
            start=self.field("start").data or "",
            weight=self.field("weight").data or 1,
            levels=tuple(field.data or "" for field in self.levels) if self.shape.has_levels else kept,
            measures=tuple(measure for measure in measures if measure.is_used),
        )

    def put(self, text: GoalText) -> None:
        """Show a goal."""
        for word in ("title", "start", "weight"):
            self.field(word).put(getattr(text, word))
        for field, words in zip(self.levels, text.levels, strict=False):
            field.put(words)
        known = {measure.number: measure for measure in text.measures}
        for row in self.measures:
            row.put(known.get(row.number) or MeasureText(number=row.number))


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """The controls of one line of agreement."""

    form: BaseForm
    line: int

    @property
    def name(self) -> DrawnField:
        """Who."""
        return _drawn(self.form, f"agreed_{self.line}_name")

    @property
    def how(self) -> DrawnField:
        """How."""
        return _drawn(self.form, f"agreed_{self.line}_how")

    @property
    def is_near(self) -> bool:
        """Whether it stands at hand: one of the first, or one that says something or is wrong."""
        fields = [self.name, self.how]
        return self.line <= LINES_AT_HAND or has_errors(fields) or any(map(_said, fields))

    @property
    def text(self) -> AgreedText:
        """What was typed."""
        return AgreedText(self.line, self.name.data or "", self.how.data)


def has_errors(fields: Iterable[DrawnField]) -> bool:
    """Whether something is wrong with one of them."""
    return any(field.errors for field in fields)


def _said(field: DrawnField) -> str:
    """What stands in a field of a goal, as it is shown."""
    return str(getattr(field, "shown", field.data) or "").strip()


def _drawn(form: BaseForm, name: str) -> DrawnField:
    field = form[name]
    if not isinstance(field, DrawnField):
        raise KeyError(name)
    return field
