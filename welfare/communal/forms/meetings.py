"""When and where a group meets, what stands on its agenda, and calling a meeting off."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.calendars.typed import typed_moment
from welfare.communal.actions.agendas import ItemTitle
from welfare.communal.actions.meetings import TimeAndPlace
from welfare.communal.guard import GuardedForm
from welfare.communal.models import CommunalMeeting
from welfare.communal.models.meetings import LONGEST_TITLE
from welfare.ui.fields import Checkbox, DateText, Option, Select, TextLine, TimeText
from welfare.ui.formats import local
from welfare.ui.forms import PageForm, RevisedForm


class WhenForm(GuardedForm):
    """Day, beginning, end and place."""

    on = DateText(_l("Day"), missing=_l("Write the day of the meeting."))
    begins = TimeText(_l("Begins at"), missing=_l("Write when the meeting begins."))
    ends = TimeText(_l("Ends at"), missing=_l("Write when the meeting ends."))
    place = TextLine(_l("Place"), is_optional=True, limit=LONGEST_TITLE)

    def validate_begins(self, field: TimeText) -> None:
        """A time that a clock shows on the day."""
        if self.on.data and field.data:
            typed_moment(self.on.data, field.data)

    def validate_ends(self, field: TimeText) -> None:
        """A meeting ends on the day on which it began, and after it."""
        if self.on.data and field.data:
            typed_moment(self.on.data, field.data)
        if self.begins.data and field.data and field.data <= self.begins.data:
            raise ValidationError(_("The meeting ends before it begins. Check the times."))

    def to_when(self) -> TimeAndPlace:
        """What was typed."""
        return TimeAndPlace(
            starts_at=typed_moment(self.on.data, self.begins.data),
            ends_at=typed_moment(self.on.data, self.ends.data),
            place=self.place.data,
        )


class PlanMeetingForm(WhenForm):
    """A new meeting of one of the unit's groups."""

    group = Select(_l("Which group meets?"), missing=_l("Choose the group."))
    theme_fi = TextLine(
        _l("The theme of the meeting in Finnish"),
        hint=_l("One theme is enough. It can be written later too."),
        is_optional=True,
        limit=LONGEST_TITLE,
    )
    theme_sv = TextLine(_l("The theme of the meeting in Swedish"), is_optional=True, limit=LONGEST_TITLE)

    def offer(self, groups: Iterable[Option]) -> None:
        """Offer the groups in office."""
        self.group.offer(groups)

    def day_within(self, first: date, last: date) -> bool:
        """Whether the day lies within the term of the group; if not, the field says so."""
        if first <= self.on.data <= last:
            return True
        self.refuse("on", _("The group is not in office on this day. Choose another day, or name its next term first."))
        return False


class MoveMeetingForm(WhenForm, RevisedForm):
    """Another time or place."""

    @staticmethod
    def values_of(meeting: CommunalMeeting) -> dict[str, object]:
        """The stored values by field name."""
        begins, ends = (local(moment) for moment in (meeting.starts_at, meeting.ends_at))
        return {
            "on": begins.date(),
            "begins": begins.time(),
            "ends": ends.time(),
            "place": meeting.place,
            "revision": meeting.revision,
        }


class CallOffMeetingForm(PageForm):
    """Calling it off; those who were told of it are told."""

    sure = Checkbox(
        _l("The meeting is called off; those who were told of it get a message"),
        missing=_l("Tick the box if the meeting is called off."),
    )


class ItemForm(GuardedForm):
    """An item of the agenda."""

    title_fi = TextLine(
        _l("What is it about? In Finnish"), missing=_l("Write in Finnish what it is about."), limit=LONGEST_TITLE
    )
    title_sv = TextLine(
        _l("What is it about? In Swedish"), missing=_l("Write in Swedish what it is about."), limit=LONGEST_TITLE
    )

    def to_title(self) -> ItemTitle:
        """What was typed."""
        return ItemTitle(title_fi=self.title_fi.data, title_sv=self.title_sv.data)
