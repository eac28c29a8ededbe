"""What was found of a goal, or of the year as a whole."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.communal.guard import GuardedForm
from welfare.rules.year_plans import Rating
from welfare.school_year.actions.evaluating import Finding
from welfare.school_year.models import GoalEvaluation, PlanEvaluation
from welfare.school_year.models.plan import LONGEST_WORDS
from welfare.school_year.words import RATING_WORDS
from welfare.ui.fields import ChoiceTiles, DateText, LongText, enum_options
from welfare.ui.forms import RevisedForm


class FindingForm(GuardedForm, RevisedForm):
    """How far a goal was reached, and what shows it."""

    rating = ChoiceTiles(
        _l("How far was it reached?"),
        options=enum_options(RATING_WORDS),
        in_rows=True,
        missing=_l("Choose how far it was reached."),
    )
    evidence = LongText(
        _l("What shows it?"),
        hint=_l("Results, what was done, what pupils and guardians said. No pupil is named."),
        missing=_l("Write what shows it."),
        rows=4,
        limit=LONGEST_WORDS,
    )
    lessons = LongText(
        _l("What was learned?"),
        hint=_l("What is gone on with, what is done otherwise, what is given up."),
        is_optional=True,
        rows=4,
        limit=LONGEST_WORDS,
    )

    @staticmethod
    def values_of(row: GoalEvaluation | PlanEvaluation | None) -> dict[str, object]:
        """The stored values by field name."""
        if row is None:
            return {"rating": None, "evidence": "", "lessons": "", "revision": 0}
        return {"rating": row.rating, "evidence": row.evidence, "lessons": row.lessons, "revision": row.revision}

    @property
    def published(self) -> date | None:
        """Nothing is told in public of one goal."""
        return None

    def to_finding(self) -> Finding:
        """What was typed."""
        rating: Rating = self.rating.data
        return Finding(
            rating=rating, evidence=self.evidence.data, lessons=self.lessons.data, published_on=self.published
        )


class WholeForm(FindingForm):
    """The year as a whole, and when its main results were made public."""

    published_on = DateText(
        _l("When were the main results made public?"),
        is_optional=True,
        width="date",
        hint=_l("The act asks for it (OHL 26 §). Leave it empty until they are."),
    )

    @property
    def published(self) -> date | None:
        """The day that was typed."""
        found: date | None = self.published_on.data
        return found

    def validate_published_on(self, field: DateText) -> None:
        """Not in the future."""
        if field.data and self.today and field.data > self.today:
            raise ValidationError(_("The day lies in the future. Write it when the results have been made public."))

    @staticmethod
    def values_of(row: GoalEvaluation | PlanEvaluation | None) -> dict[str, object]:
        """The stored values by field name."""
        published = row.published_on if isinstance(row, PlanEvaluation) else None
        return FindingForm.values_of(row) | {"published_on": published}
