"""The form of a version: its parts, its goals with their levels and measures, the days, and who agreed."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

from flask_babel import lazy_gettext as _l

from welfare.accounts.words import ROLE_WORDS
from welfare.journal.forms.texts import EntryLine, EntryText
from welfare.plans.content import GoalText, PlanText
from welfare.plans.forms.rows import AgreedRow, GoalFields
from welfare.plans.forms.shape import GoalShape, Shape
from welfare.plans.forms.texts import LaterDay, LaterLine, LaterText
from welfare.plans.words import AGREED_WORDS, HEARD_WORDS, PART_WORDS, WEIGHT_WORDS
from welfare.rules.actors import Role
from welfare.rules.goal_scaling import Level
from welfare.rules.plans import PlanPart
from welfare.ui.characters import MINUS
from welfare.ui.fields import ChoiceTiles, DateText, DrawnField, HiddenRevision, Option, Select, TextLine, enum_options
from welfare.ui.fields.chosen import key_of
from welfare.ui.fields.drawn import Words
from welfare.ui.forms import RevisedForm

LINES: Final = 8
"""Of agreement."""
LONG, SHORT = 10_000, 300


class PlanForm(RevisedForm):
    """What every version asks. ``revision`` is that of the draft on the page, ``based_on`` the version before."""

    SHAPE: Shape = ()

    based_on = HiddenRevision()
    student_words = LaterText(
        PART_WORDS[PlanPart.STUDENT_WORDS],
        hint=_l("As they were said, in the language they were said."),
        rows=4,
    )
    student_absent = EntryText(
        PART_WORDS[PlanPart.STUDENT_ABSENT],
        is_optional=True,
        optional_words=_l("when there are no words of the pupil’s own"),
        rows=2,
        limit=2000,
    )
    heard = Select(
        _l("How was the pupil heard?"),
        options=enum_options(HEARD_WORDS),
        is_optional=True,
        optional_words=_l("when the pupil was heard"),
    )
    help = EntryLine(
        PART_WORDS[PlanPart.HELP],
        hint=_l("An interpreter or a trusted adult; never another pupil."),
        is_optional=True,
    )
    guardian_view = LaterText(_l("The guardian’s view, or why it is missing"), rows=3)
    professional_view = EntryText(PART_WORDS[PlanPart.PROFESSIONAL_VIEW], is_optional=True, rows=3)
    strengths = EntryText(PART_WORDS[PlanPart.STRENGTHS], is_optional=True, rows=3)
    need = LaterText(PART_WORDS[PlanPart.NEED], rows=3)
    rhythm = EntryLine(PART_WORDS[PlanPart.RHYTHM], is_optional=True)
    partners = EntryText(PART_WORDS[PlanPart.PARTNERS], is_optional=True, rows=2, limit=2000)
    duration = EntryLine(PART_WORDS[PlanPart.DURATION], is_optional=True)
    agreed_on = LaterDay(_l("When was the plan agreed on?"))
    review_on = LaterDay(_l("When is the plan reviewed?"))
    office = ChoiceTiles(_l("In which office do you write?"), in_rows=True)

    def offer_offices(self, offices: Sequence[Role]) -> None:
        """Ask for the office only where there is more than one (OHL 20 § 4 k. 6)."""
        self.leading_office = offices[0]
        if len(offices) == 1:
            del self.office
            return
        self.office.offer(Option(role, ROLE_WORDS[role]) for role in offices)
        if self.office.data is None and not self.office.raw_data:
            self.office.put(self.leading_office)

    @property
    def chosen_office(self) -> Role:
        """The office written in. To be asked of a valid form."""
        role: Role = self.office.data if "office" in self else self.leading_office
        return role

    @property
    def typed(self) -> dict[str, list[str]]:
        """With the version it began from: a draft that is taken up later must know it too."""
        return {**super().typed, "based_on": [str(self.base)]}

    @property
    def base(self) -> int:
        """The number of the version that the writer began from; 0 for the first."""
        seen: int | None = self.based_on.data  # type: ignore[assignment]  # the stubs know only text
        return seen or 0

    @property
    def shown(self) -> dict[str, str]:
        """What stands in the fields, as it would be typed, by their names and in the order of the page."""
        return {field.name: _shown(field) for field in self if isinstance(field, DrawnField)}

    @property
    def goals(self) -> list[GoalFields]:
        """The goals it asks for."""
        return [GoalFields(self, shape) for shape in self.SHAPE]

    @property
    def agreed(self) -> list[AgreedRow]:
        """The lines of agreement."""
        return [AgreedRow(self, line) for line in range(1, LINES + 1)]

    def drawn(self, name: str) -> DrawnField:
        """A field by its name."""
        field = self[name]
        if not isinstance(field, DrawnField):
            raise KeyError(name)
        return field

    def text(self, before: PlanText) -> PlanText:
        """What has been typed, with what the version before has fixed."""
        goals = (fields.text(before.goal(fields.number)) for fields in self.goals)
        lines = (row.text for row in self.agreed)
        return PlanText(
            words={part: str(self[part.value].data or "") for part in PlanPart},
            heard=self.heard.data,
            goals=tuple(goal for goal in goals if goal.is_used),
            agreed=tuple(line for line in lines if line.name or line.how),
        )

    def fill(self, text: PlanText) -> None:
        """Show what a version holds; who agreed to it, and when, is asked anew."""
        for part, words in text.words.items():
            self.drawn(part.value).put(words)
        self.heard.put(text.heard)
        for fields in self.goals:
            fields.put(text.goal(fields.number) or GoalText(number=fields.number))


@lru_cache(maxsize=256)
def form_of_shape(shape: Shape) -> type[PlanForm]:
    """The form that asks for these goals and measures."""
    fields: dict[str, Any] = {"SHAPE": shape}
    for goal in shape:
        fields |= dict(_goal_fields(goal))
    for line in range(1, LINES + 1):
        fields |= dict(_agreed_fields(line))
    return type("ShapedPlanForm", (PlanForm,), fields)


def _shown(field: DrawnField) -> str:
    if isinstance(field, TextLine | DateText):
        return field.shown
    return "" if field.data is None else key_of(field.data)


def _goal_fields(goal: GoalShape) -> Iterator[tuple[str, Any]]:
    place = f"g{goal.number}_"
    yield (
        place + "title",
        LaterLine(_l("What is the goal?"), hint=_l("In the pupil’s words, if possible."), limit=SHORT),
    )
    yield (
        place + "start",
        EntryText(_l("Where do things stand now?"), is_optional=True, rows=2, limit=2000),
    )
    weights = [Option(weight, words) for weight, words in WEIGHT_WORDS.items()]
    yield place + "weight", Select(_l("How important is it to the pupil?"), options=weights, blank="", default=1)
    if goal.has_levels:
        for number, level in enumerate(Level, 1):
            yield f"{place}level_{number}", LaterLine(_level_label(level), limit=SHORT)
    for measure in goal.measures:
        yield from _measure_fields(f"{place}m{measure}_")


def _level_label(level: Level) -> Words:
    labels = {
        Level.MUCH_LESS: _l("%(figure)s: much less than expected", figure=f"{MINUS}2"),
        Level.LESS: _l("%(figure)s: less than expected", figure=f"{MINUS}1"),
        Level.EXPECTED: _l("%(figure)s: what is expected", figure="0"),
        Level.MORE: _l("%(figure)s: more than expected", figure="+1"),
        Level.MUCH_MORE: _l("%(figure)s: much more than expected", figure="+2"),
    }
    return labels[level]


def _measure_fields(place: str) -> Iterable[tuple[str, Any]]:
    yield place + "what", LaterLine(_l("What is done?"), limit=SHORT)
    yield place + "by", LaterLine(_l("Who carries it out?"))
    yield place + "followed_by", LaterLine(_l("Who follows it up?"))
    yield place + "place", EntryLine(_l("When in the school day?"), is_optional=True, limit=120)
    yield place + "starts_on", DateText(_l("From when?"), is_optional=True)
    yield place + "until", LaterDay(_l("By when?"))


def _agreed_fields(line: int) -> Iterable[tuple[str, Any]]:
    yield f"agreed_{line}_name", LaterLine(_l("Name"))
    yield (
        f"agreed_{line}_how",
        Select(
            _l("How?"),
            options=enum_options(AGREED_WORDS),
            is_optional=True,
            optional_words=_l("when somebody is named"),
        ),
    )
