"""When, where and about which matters a group meets."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from wtforms.validators import ValidationError

from welfare.access.gate import HOME_ZONE
from welfare.calendars.times import comes_again
from welfare.calendars.typed import typed_moment
from welfare.meetings.actions.planning import PlanMeeting
from welfare.meetings.forms.agenda import length_field
from welfare.meetings.forms.series import REPEATS, DaysLeftOut, Repeat
from welfare.meetings.models import Meeting
from welfare.ui.fields import (
    Checkbox,
    Checkboxes,
    DateText,
    Option,
    Select,
    TextLine,
    TimeText,
    enum_options,
)
from welfare.ui.formats import long_date_text
from welfare.ui.forms import PageForm, RevisedForm


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
    has_clash = False
    """Whether somebody was found to be busy; only then it is asked whether they meet all the same."""

    @property
    def asks_anyway(self) -> bool:
        """Whether the box is drawn."""
        return self.has_clash or bool(self.anyway.data)

    def starts_on(self, day: date) -> datetime:
        """When a meeting on a day begins. Raises ValidationError."""
        return typed_moment(day, self.clock.data)

    def validate_clock(self, field: TimeText) -> None:
        """A time that a clock shows on the day."""
        if self.on.data and field.data:
            self.starts_on(self.on.data)

    def tell_clash(self, names: Iterable[str]) -> None:
        """Say at the time who is busy then."""
        who = ", ".join(names)
        words = _("Busy at this time: %(names)s. Choose another time, or tick the box below.", names=who)
        self.clock.errors = [*self.clock.errors, words]
        self.has_clash = True

    def validate_on(self, field: DateText) -> None:
        """A meeting lies ahead."""
        if field.data and self.today and field.data < self.today:
            raise ValidationError(_("The day has passed. Write a day that is to come."))

    def validate_link(self, field: TextLine) -> None:
        """A link that a browser may follow."""
        if field.data and not field.data.startswith("https://"):
            raise ValidationError(_("Write the whole link; it begins with https://"))


class PlanForm(TimeAndPlace, PageForm):
    """A new meeting, or a series of them."""

    cases = Checkboxes(
        _l("Which matters?"),
        hint=_l("Each matter is an item of its own, and its people see only that one."),
        missing=_l("Choose at least one matter."),
    )
    minutes = length_field(_l("Minutes for each item"))
    repeat = Select(_l("How often?"), options=enum_options(REPEATS), default=Repeat.ONCE)
    until = DateText(_l("The last day of the series"), is_optional=True, optional_words=_l("if it meets again"))
    left_out = DaysLeftOut(
        hint=_l("Somebody is busy on these days. Leave days out, or tick below that you meet all the same.")
    )

    _busy: Mapping[date, Sequence[str]] = MappingProxyType({})

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

    def tell_clashes(self, busy: Mapping[date, Sequence[str]]) -> None:
        """Say on which days of the series somebody is busy, and who; offer to leave them out."""
        self._busy = busy
        words = ngettext(
            "Somebody is busy on one day of the series. Leave it out, or tick the box below.",
            "Somebody is busy on %(num)d days of the series. Leave them out, or tick the box below.",
            len(busy),
        )
        self.refuse("left_out", words)
        self.has_clash = True

    def keep_left_out(self) -> None:
        """Draw the days on which somebody is busy, and those that are left out already."""
        days = sorted({*self._busy, *(self.left_out.data or ())})
        self.has_clash = self.has_clash or bool(days)
        self.left_out.offer(Option(day, long_date_text(day), ", ".join(self._busy.get(day, ()))) for day in days)

    @property
    def length(self) -> timedelta:
        """How long the whole meeting takes. To be asked of a valid form."""
        minutes: int = self.minutes.data
        return timedelta(minutes=minutes * len(self.cases.data or ()))

    def to_command(self, day: date) -> PlanMeeting:
        """The command for one day of the series."""
        return PlanMeeting(
            starts_at=self.starts_on(day),
            minutes=self.minutes.data or 0,
            place=self.place.data,
            link=self.link.data,
        )


class MoveForm(TimeAndPlace, RevisedForm):
    """Another time or place for a meeting. Where an hour comes twice that night, the one that was meant stays meant."""

    def __init__(self, meeting: Meeting, **wishes: Any) -> None:  # noqa: ANN401 - WTForms' own
        self.meeting = meeting
        super().__init__(**wishes)

    def show(self, place: str, link: str) -> None:
        """Put in how it stands."""
        local = self.meeting.starts_at.astimezone(HOME_ZONE)
        for field, value in (
            (self.on, local.date()),
            (self.clock, local.time()),
            (self.place, place),
            (self.link, link),
        ):
            field.put(value)
        self.revision.put(self.meeting.revision)

    def starts_on(self, day: date) -> datetime:
        """When the meeting begins. Raises ValidationError."""
        return typed_moment(day, self.clock.data, is_second=comes_again(self.meeting.starts_at))

    def to_command(self) -> PlanMeeting:
        """Time and place; how long it takes does not change by moving."""
        return PlanMeeting(
            starts_at=self.starts_on(self.on.data), minutes=0, place=self.place.data, link=self.link.data
        )


class CallOffForm(RevisedForm):
    """Cancelling; everybody invited is told, and nobody why."""

    sure = Checkbox(_l("Call the meeting off"), missing=_l("Tick the box if the meeting is called off."))
