"""What became of a goal."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.journal.forms.texts import EntryText
from welfare.plans.words import OUTCOME_WORDS
from welfare.rules.goals import what_blocks_closing
from welfare.ui.fields import ChoiceTiles, enum_options
from welfare.ui.forms import PageForm


class CloseGoalForm(PageForm):
    """The outcome, and why."""

    outcome = ChoiceTiles(
        _l("What became of the goal?"), options=enum_options(OUTCOME_WORDS), missing=_l("Choose what became of it.")
    )
    note = EntryText(
        _l("In a few words"),
        is_optional=True,
        optional_words=_l("needed when it was not attained or is given up"),
        rows=3,
        limit=2000,
    )

    def validate_note(self, field: EntryText) -> None:
        """An end that nobody hoped for says why."""
        if self.outcome.data and what_blocks_closing(self.outcome.data, has_note=bool(field.data), is_closed=False):
            raise ValidationError(_("Write why the goal is closed so."))
