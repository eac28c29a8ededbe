"""Proposals to mend final minutes, their answers, and the day when the record was read back."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.journal.forms.texts import EntryText
from welfare.meetings.actions.amending import ProposeAmendment
from welfare.meetings.record_words import AMENDMENT_BLOCK_WORDS, PROPOSABLE
from welfare.rules.amendments import AmendmentBlock, AmendmentState
from welfare.ui.fields import ChoiceTiles, DateText, Option, Select, enum_options
from welfare.ui.forms import PageForm

ANSWERS = {
    AmendmentState.ACCEPTED: _l("Accept it: the section is corrected to read so"),
    AmendmentState.REJECTED: _l("Do not accept it"),
}


class ProposeForm(PageForm):
    """How a section should read."""

    section = Select(_l("Which part of the minutes?"), options=enum_options(PROPOSABLE), missing=_l("Choose the part."))
    text = EntryText(
        _l("How should it read?"),
        hint=_l("Write the whole part as it should stand. It replaces the present text if it is accepted."),
        missing=_l("Write how it should read."),
        rows=6,
    )
    on_behalf_of = Select(
        _l("Whose wish do you write down?"),
        blank=_l("My own proposal"),
        is_optional=True,
        optional_words=_l("when it is the pupil’s or a guardian’s"),
    )

    def offer(self, family: Iterable[Option]) -> None:
        """Offer the student and the guardians of the item."""
        self.on_behalf_of.offer(family)

    def to_command(self) -> ProposeAmendment:
        """The command of a valid form."""
        return ProposeAmendment(
            section=self.section.data, text=self.text.data, on_behalf_of=self.on_behalf_of.data or None
        )


class AnswerForm(PageForm):
    """Yes or no."""

    state = ChoiceTiles(_l("What do you answer?"), options=enum_options(ANSWERS), missing=_l("Choose your answer."))
    reason = EntryText(
        _l("Why?"), is_optional=True, optional_words=_l("needed when it is not accepted"), rows=3, limit=1000
    )

    def validate_reason(self, field: EntryText) -> None:
        """A refusal says why."""
        if self.state.data is AmendmentState.REJECTED and not field.data:
            raise ValidationError(str(AMENDMENT_BLOCK_WORDS[AmendmentBlock.REASON]))


class ReadBackForm(PageForm):
    """When the record was read through with the student."""

    on = DateText(_l("When was the record read back to the pupil?"), missing=_l("Write the day."))
    first: date | None = None
    """The day when the minutes became final."""

    def validate_on(self, field: DateText) -> None:
        """Between the day the record was there to be read, and today."""
        if field.data and self.today and field.data > self.today:
            raise ValidationError(_("The day is still to come. Write the day on which it happened."))
        if field.data and self.first and field.data < self.first:
            raise ValidationError(_("The minutes were not final on that day yet."))
