"""A moment as somebody types it: a day, and a time of day that a clock in Finland shows on that day."""

from datetime import date, datetime, time

from flask_babel import gettext as _
from wtforms.validators import ValidationError

from welfare.calendars.times import NoSuchTimeError, moment_of


def typed_moment(day: date, clock: time, *, is_second: bool = False) -> datetime:
    """The moment, as in `moment_of`. Raises ValidationError, with words for the field of the time."""
    try:
        return moment_of(day, clock, is_second=is_second)
    except NoSuchTimeError:
        raise ValidationError(_("No clock shows this time on that night. Choose another time.")) from None
