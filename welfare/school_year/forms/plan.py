"""The plan of a year in forms: its words, a goal, a measure, its approval."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.communal.guard import GuardedForm
from welfare.rules.school_years import EARLIEST, LATEST, SchoolYear
from welfare.rules.year_plans import MeasureState, Strength
from welfare.school_year.actions.measures import MeasureText
from welfare.school_year.actions.plan import GoalText
from welfare.school_year.models import YearGoal, YearMeasure, YearPlan
from welfare.school_year.models.plan import LONGEST_LINE, LONGEST_VALUE, LONGEST_WORDS
from welfare.school_year.words import MEASURE_WORDS, STRENGTH_NOTES, STRENGTH_WORDS
from welfare.ui.fields import (
    Checkboxes,
    ChoiceTiles,
    DateText,
    LongText,
    Option,
    Select,
    TextLine,
    WholeNumber,
    enum_options,
)
from welfare.ui.formats import date_text
from welfare.ui.forms import PageForm, RevisedForm

ONE_IS_ENOUGH = _l("One language is enough; the other then shows the same words.")


class BeginPlanForm(PageForm):
    """Which goals of the year before are gone on with."""

    carry = Checkboxes(
        _l("Which goals of last year does this year go on with?"),
        is_optional=True,
        hint=_l("Something is still to be done for these. Their measures are planned anew."),
    )


class PlanWordsForm(GuardedForm, RevisedForm):
    """Where the work begins from, and who was heard."""

    beginning = LongText(
        _l("Where does the year begin from?"),
        hint=_l("What last year’s evaluation and the results tell. No pupil is named."),
        is_optional=True,
        rows=5,
        limit=LONGEST_WORDS,
    )
    heard = LongText(
        _l("Who was heard, and how?"),
        hint=_l("Pupils, guardians and staff: by groups and seats, as “the student council on 12 September”."),
        is_optional=True,
        rows=4,
        limit=LONGEST_WORDS,
    )

    @staticmethod
    def values_of(plan: YearPlan) -> dict[str, object]:
        """The stored values by field name."""
        return {"beginning": plan.beginning, "heard": plan.heard, "revision": plan.revision}


class NewGoalForm(GuardedForm):
    """A goal that is put into a plan."""

    title_fi = TextLine(_l("What is to be reached? In Finnish"), is_optional=True, limit=LONGEST_LINE)
    title_sv = TextLine(
        _l("What is to be reached? In Swedish"), is_optional=True, limit=LONGEST_LINE, hint=ONE_IS_ENOUGH
    )
    indicator = Select(
        _l("Which indicator is it based on?"),
        is_optional=True,
        blank=_l("None of these"),
        hint=_l("Work is based on knowledge. Choose an indicator, or write another source below."),
    )
    datum_source = TextLine(
        _l("Another source"),
        is_optional=True,
        limit=LONGEST_LINE,
        hint=_l("As “climate survey of our own” or “safety walk with pupils”."),
    )
    datum_value = TextLine(
        _l("What does it tell?"),
        limit=LONGEST_VALUE,
        missing=_l("Write what the source tells, as “7 %” or “12 places of worry”."),
        hint=_l("The value with its unit. Never a number of fewer than five pupils."),
    )
    datum_year = WholeNumber(
        _l("Of which year?"), least=EARLIEST, most=LATEST, missing=_l("Write the year that the value is of.")
    )
    target = LongText(
        _l("By what is it seen that the goal has been reached?"),
        rows=3,
        limit=LONGEST_WORDS,
        missing=_l("Write by what it is seen: a value, a finding, something that has been done."),
    )
    owner = Select(
        _l("Who answers for the goal?"), missing=_l("Choose who answers for the goal: a goal needs an owner.")
    )

    def offer(self, indicators: Iterable[Option], owners: Iterable[Option]) -> None:
        """Offer the library and everybody who may own a goal."""
        self.indicator.offer(indicators)
        self.owner.offer(owners)

    def validate_title_fi(self, field: TextLine) -> None:
        """In one language at least."""
        if not field.data and not self.title_sv.data:
            raise ValidationError(_("Write the goal, in Finnish or in Swedish."))

    def validate_datum_source(self, field: TextLine) -> None:
        """Each goal cites something."""
        if not field.data and not self.indicator.data:
            raise ValidationError(_("Choose an indicator or write a source: a goal rests on something that is known."))

    def to_text(self) -> GoalText:
        """What was typed."""
        return GoalText(
            title_fi=self.title_fi.data or self.title_sv.data,
            title_sv=self.title_sv.data or self.title_fi.data,
            indicator=self.indicator.data or "",
            datum_source=self.datum_source.data,
            datum_value=self.datum_value.data,
            datum_year=self.datum_year.data,
            target=self.target.data,
            owner=self.owner.data,
        )


class GoalForm(NewGoalForm, RevisedForm):
    """A goal as it is, to be changed."""

    @staticmethod
    def values_of(goal: YearGoal) -> dict[str, object]:
        """The stored values by field name."""
        names = ("title_fi", "title_sv", "datum_source", "datum_value", "datum_year", "target", "owner", "revision")
        return {name: getattr(goal, name) for name in names} | {"indicator": goal.indicator or None}


class NewMeasureForm(GuardedForm):
    """A measure that is planned for a goal."""

    what_fi = TextLine(_l("What is done? In Finnish"), is_optional=True, limit=LONGEST_LINE)
    what_sv = TextLine(_l("What is done? In Swedish"), is_optional=True, limit=LONGEST_LINE, hint=ONE_IS_ENOUGH)
    strength = ChoiceTiles(
        _l("Whom is it for?"),
        options=enum_options(STRENGTH_WORDS, STRENGTH_NOTES),
        missing=_l("Choose whom the measure is for."),
    )
    owner = Select(_l("Who sees to it?"), missing=_l("Choose who sees to it: what nobody owns is not done."))
    due_on = DateText(_l("By which day?"), width="date", missing=_l("Write the day by which it is done."))

    def offer(self, year: SchoolYear, owners: Iterable[Option]) -> None:
        """Offer everybody who may own a measure of a year."""
        self.year = year
        self.owner.offer(owners)

    def validate_what_fi(self, field: TextLine) -> None:
        """In one language at least."""
        if not field.data and not self.what_sv.data:
            raise ValidationError(_("Write what is done, in Finnish or in Swedish."))

    def validate_due_on(self, field: DateText) -> None:
        """Within the year of the plan."""
        if field.data is None or self.year.starts_on <= field.data <= self.year.ends_on:
            return
        first, last = date_text(self.year.starts_on), date_text(self.year.ends_on)
        raise ValidationError(_("The day is not in the school year, %(first)s–%(last)s.", first=first, last=last))

    @property
    def chosen_state(self) -> MeasureState:
        """How it stands: planned, where nobody asks."""
        return MeasureState.PLANNED

    def to_text(self) -> MeasureText:
        """What was typed."""
        strength: Strength = self.strength.data
        return MeasureText(
            what_fi=self.what_fi.data or self.what_sv.data,
            what_sv=self.what_sv.data or self.what_fi.data,
            due_on=self.due_on.data,
            strength=strength,
            owner=self.owner.data,
            state=self.chosen_state,
        )


class MeasureForm(NewMeasureForm, RevisedForm):
    """A measure as it is, with how it stands."""

    state = ChoiceTiles(
        _l("How does it stand?"),
        options=enum_options(MEASURE_WORDS),
        in_rows=True,
        missing=_l("Choose how the measure stands."),
    )

    @property
    def chosen_state(self) -> MeasureState:
        """As chosen."""
        found: MeasureState = self.state.data
        return found

    @staticmethod
    def values_of(measure: YearMeasure) -> dict[str, object]:
        """The stored values by field name."""
        names = ("what_fi", "what_sv", "strength", "owner", "due_on", "state", "revision")
        return {name: getattr(measure, name) for name in names}


class ApprovalForm(GuardedForm):
    """What is said when a plan is approved."""

    comment = LongText(_l("A word to the welfare group"), is_optional=True, rows=3, limit=LONGEST_WORDS)
