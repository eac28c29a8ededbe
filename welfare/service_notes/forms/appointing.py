"""A time agreed with a client."""

from datetime import UTC, date, datetime

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms.validators import ValidationError

from welfare.requests.words import WAYS
from welfare.service_notes.actions import PlanAppointment
from welfare.ui.fields import ChoiceTiles, DateText, LongText, TextLine, TimeText, WholeNumber, enum_options
from welfare.ui.formats import HELSINKI
from welfare.ui.forms import RevisedForm

LONGEST = 480


class AppointmentForm(RevisedForm):
    """When, for how long, how and where."""

    on = DateText(_l("Day"), missing=_l("Write the day."))
    clock = TimeText(_l("Time"), missing=_l("Write the time."))
    minutes = WholeNumber(
        lazy_pgettext("appointment", "Minutes"), least=5, most=LONGEST, missing=_l("Write how many minutes.")
    )
    way = ChoiceTiles(_l("How?"), missing=_l("Choose how you meet."), options=enum_options(WAYS), in_rows=True)
    place = TextLine(_l("Place"), is_optional=True, limit=120)
    about = LongText(_l("For your own service"), is_optional=True, limit=1000, rows=2)

    def validate_on(self, field: DateText) -> None:
        """A time to come."""
        if self.today and field.data < self.today:
            raise ValidationError(_("The day has passed. Write a day that is to come"))

    def to_command(self) -> PlanAppointment:
        """The command of a valid form, with its time where the school is."""
        day: date = self.on.data
        return PlanAppointment(
            starts_at=datetime.combine(day, self.clock.data, HELSINKI).astimezone(UTC),
            minutes=self.minutes.data or 0,
            way=self.way.data,
            place=self.place.data,
            about=self.about.data,
        )
