"""What became of a measure."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.journal.forms.texts import EntryText
from welfare.rules.measures import MeasureState, what_blocks_ending
from welfare.ui.fields import ChoiceTiles, enum_options
from welfare.ui.forms import PageForm

ENDS = {MeasureState.DONE: _l("It was done"), MeasureState.NOT_DONE: _l("It was not done")}


class EndMeasureForm(PageForm):
    """Done, or not done and why."""

    state = ChoiceTiles(_l("What became of it?"), options=enum_options(ENDS), missing=_l("Choose what became of it."))
    note = EntryText(
        _l("In a few words"),
        is_optional=True,
        optional_words=_l("needed when it was not done"),
        rows=3,
        limit=2000,
    )

    def validate_note(self, field: EntryText) -> None:
        """What was not done says why."""
        if self.state.data and what_blocks_ending(self.state.data, has_note=bool(field.data)):
            raise ValidationError(_("Write why it was not done."))
