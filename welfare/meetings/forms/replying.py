"""The answer to an invitation."""

from datetime import datetime

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.calendars.typed import typed_moment
from welfare.meetings.actions import GiveReply
from welfare.rules.invitations import Reply
from welfare.ui.fields import ChoiceTiles, DateText, LongText, TimeText, enum_options
from welfare.ui.forms import PageForm

ANSWERS = {
    Reply.ACCEPTED: _l("I am coming"),
    Reply.DECLINED: _l("I am not coming"),
    Reply.PROPOSED: _l("I propose another time"),
}


ANSWERS_TOLD = {
    Reply.ACCEPTED: _l("Is coming"),
    Reply.DECLINED: _l("Is not coming"),
    Reply.PROPOSED: _l("Proposes another time"),
}


class ReplyForm(PageForm):
    """Coming, not coming, or another time. Nobody has to say why."""

    answer = ChoiceTiles(_l("Are you coming?"), options=enum_options(ANSWERS), missing=_l("Choose your answer."))
    on = DateText(_l("Another day"), is_optional=True, optional_words=_l("when you propose another time"))
    clock = TimeText(_l("Beginning at"), is_optional=True, optional_words=_l("when you propose another time"))
    note = LongText(
        _l("Anything to add?"),
        hint=_l("Kept sealed. Those who call the group together read it."),
        is_optional=True,
        rows=3,
        limit=2000,
    )

    def validate_on(self, field: DateText) -> None:
        """A time proposed has a day that is to come."""
        if self.answer.data is not Reply.PROPOSED:
            return
        if field.data is None:
            raise ValidationError(_("Write the day that you propose."))
        if self.today and field.data < self.today:
            raise ValidationError(_("The day has passed. Write a day that is to come."))

    def validate_clock(self, field: TimeText) -> None:
        """And a time of day that a clock shows."""
        if self.answer.data is not Reply.PROPOSED:
            return
        if field.data is None:
            raise ValidationError(_("Write the time that you propose."))
        self._proposed()

    def _proposed(self) -> datetime | None:
        is_whole = self.answer.data is Reply.PROPOSED and self.on.data and self.clock.data
        return typed_moment(self.on.data, self.clock.data) if is_whole else None

    def to_command(self) -> GiveReply:
        """The command. To be asked of a valid form."""
        return GiveReply(answer=self.answer.data, proposed_at=self._proposed(), note=self.note.data)


class ReplyToldForm(ReplyForm):
    """What an invited person has answered by telephone, on paper or in passing."""

    answer = ChoiceTiles(
        _l("What was the answer?"), options=enum_options(ANSWERS_TOLD), missing=_l("Choose the answer that was given.")
    )
