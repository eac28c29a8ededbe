"""The controls of one goal, of one measure, of one line of agreement, gathered from a form by their names."""

from dataclasses import dataclass

from wtforms.form import BaseForm

from welfare.plans.content import NO_LEVELS, AgreedText, GoalText, MeasureText
from welfare.plans.forms.shape import GoalShape
from welfare.rules.goal_scaling import Level
from welfare.ui.fields import DrawnField

MEASURE_WORDS = ("what", "by", "followed_by", "place")
MEASURE_DAYS = ("starts_on", "until")


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
    def text(self) -> AgreedText:
        """What was typed."""
        return AgreedText(self.line, self.name.data or "", self.how.data)


def _drawn(form: BaseForm, name: str) -> DrawnField:
    field = form[name]
    if not isinstance(field, DrawnField):
        raise KeyError(name)
    return field
