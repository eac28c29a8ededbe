"""When, where and about which matters a group meets."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.meetings.actions.planning import PlanMeeting
from welfare.ui.fields import (
    Checkbox,
    Checkboxes,
    DateText,
    Option,
    Select,
    TextLine,
    TimeText,
    WholeNumber,
    enum_options,
)
from welfare.ui.formats import HELSINKI
from welfare.ui.forms import PageForm, RevisedForm

LONGEST = 180
"""Minutes of one item."""


class Repeat(StrEnum):
    """How often a series meets."""

    ONCE = "once"
    WEEKLY = "weekly"
    SECOND_WEEK = "second_week"
    FOURTH_WEEK = "fourth_week"


WEEKS = {Repeat.WEEKLY: 1, Repeat.SECOND_WEEK: 2, Repeat.FOURTH_WEEK: 4}
REPEATS = {
    Repeat.ONCE: _l("Once"),
    Repeat.WEEKLY: _l("Every week"),
    Repeat.SECOND_WEEK: _l("Every second week"),
    Repeat.FOURTH_WEEK: _l("Every fourth week"),
}


class TimeAndPlace:
    """The fields that planning and moving share."""

    on = DateText(_l("Day"), missing=_l("Write the day of the meeting."))
    clock = TimeText(_l("Begins at"), missing=_l("Write when the meeting begins."))
    place = TextLine(
        _l("Place"),
        hint=_l("Told only to those invited, when they have signed in. Never in a mail or a calendar."),
        is_optional=True,
    )
    link = TextLine(_l("Link for taking part from afar"), is_optional=True, limit=500, input_mode="url")
    anyway = Checkbox(_l("Meet at this time although somebody is busy"), is_optional=True)

    today: date | None

    def validate_on(self, field: DateText) -> None:
        """A meeting lies ahead."""
        if field.data and self.today and field.data < self.today:
            raise ValidationError(_("The day has passed. Write a day that is to come."))

    def validate_link(self, field: TextLine) -> None:
        """A link that a browser may follow."""
        if field.data and not field.data.startswith("https://"):
            raise ValidationError(_("Write the whole link; it begins with https://"))


def moment_of(day: date, clock: TimeText) -> datetime:
    """The moment of a day and a time of day in Finland, in universal time."""
    return datetime.combine(day, clock.data, HELSINKI).astimezone(UTC)


class PlanForm(TimeAndPlace, PageForm):
    """A new meeting, or a series of them."""

    cases = Checkboxes(
        _l("Which matters?"),
        hint=_l("Each matter is an item of its own, and its people see only that one."),
        missing=_l("Choose at least one matter."),
    )
    minutes = WholeNumber(_l("Minutes for each item"), least=5, most=LONGEST, default=30)
    repeat = Select(_l("How often?"), options=enum_options(REPEATS), default=Repeat.ONCE)
    until = DateText(_l("The last day of the series"), is_optional=True)

    def offer(self, matters: Iterable[Option]) -> None:
        """Offer the matters that the convenor leads."""
        self.cases.offer(matters)

    def validate_until(self, field: DateText) -> None:
        """A series ends after it has begun."""
        if self.repeat.data is Repeat.ONCE:
            return
        if field.data is None:
            raise ValidationError(_("Write the last day of the series."))
        if self.on.data and field.data <= self.on.data:
            raise ValidationError(_("The last day comes after the first."))

    @property
    def length(self) -> timedelta:
        """How long the whole meeting takes. To be asked of a valid form."""
        minutes: int = self.minutes.data
        return timedelta(minutes=minutes * len(self.cases.data or ()))

    def to_command(self, day: date) -> PlanMeeting:
        """The command for one day of the series."""
        return PlanMeeting(
            starts_at=moment_of(day, self.clock),
            minutes=self.minutes.data or 0,
            place=self.place.data,
            link=self.link.data,
        )


class MoveForm(TimeAndPlace, RevisedForm):
    """Another time or place for a meeting."""

    def to_command(self) -> PlanMeeting:
        """Time and place; how long it takes does not change by moving."""
        day: date = self.on.data
        return PlanMeeting(starts_at=moment_of(day, self.clock), minutes=0, place=self.place.data, link=self.link.data)


class CallOffForm(RevisedForm):
    """Cancelling; everybody invited is told, and nobody why."""

    sure = Checkbox(_l("Call the meeting off"), missing=_l("Tick the box if the meeting is called off."))
