"""One task of the annual clock in a form."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.communal.guard import GuardedForm
from welfare.rules.school_years import MONTHS, NoSuchDayError, SchoolYear
from welfare.school_year.actions.clock import TaskText
from welfare.school_year.models import ClockTask
from welfare.school_year.models.clock import LONGEST_NOTE, LONGEST_TITLE
from welfare.ui.fields import LongText, Option, Select, TextLine, WholeNumber
from welfare.ui.formats import month_name
from welfare.ui.forms import RevisedForm


class NewTaskForm(GuardedForm):
    """A task that is put into a year."""

    title_fi = TextLine(_l("What is done? In Finnish"), is_optional=True, limit=LONGEST_TITLE)
    title_sv = TextLine(
        _l("What is done? In Swedish"),
        is_optional=True,
        limit=LONGEST_TITLE,
        hint=_l("One language is enough; the other then shows the same words."),
    )
    month = Select(_l("In which month?"), missing=_l("Choose the month."))
    day = WholeNumber(
        _l("On which day at the latest?"),
        is_optional=True,
        least=1,
        most=31,
        hint=_l("The day of the month. Leave it empty if any day of the month will do."),
    )
    owner = Select(_l("Who sees to it?"), missing=_l("Choose who sees to it: what nobody owns is not done."))
    note = LongText(
        _l("More about it"),
        is_optional=True,
        rows=3,
        limit=LONGEST_NOTE,
        hint=_l("How it is done, with whom, and where the material is. No pupil is named."),
    )

    def offer(self, year: SchoolYear, owners: Iterable[Option]) -> None:
        """Offer the months of a year and everybody who may own a task."""
        self.year = year
        self.month.offer([Option(month, month_name(year.first_of(month))) for month in MONTHS])
        self.owner.offer(owners)

    def validate_title_fi(self, field: TextLine) -> None:
        """In one language at least."""
        if not field.data and not self.title_sv.data:
            raise ValidationError(_("Write what is done, in Finnish or in Swedish."))

    def validate_day(self, field: WholeNumber) -> None:
        """A day that the month has this year."""
        if field.data is None or self.month.data is None:
            return
        try:
            self.year.day(self.month.data, field.data)
        except NoSuchDayError:
            raise ValidationError(_("The month has no such day. Check the day.")) from None

    def to_text(self) -> TaskText:
        """What was typed; one language stands for both."""
        return TaskText(
            title_fi=self.title_fi.data or self.title_sv.data,
            title_sv=self.title_sv.data or self.title_fi.data,
            month=self.month.data,
            day=self.day.data,
            owner=self.owner.data,
            note=self.note.data,
        )


class TaskForm(NewTaskForm, RevisedForm):
    """A task as it is, to be changed."""

    @staticmethod
    def values_of(task: ClockTask) -> dict[str, object]:
        """The stored values by field name."""
        return {
            "title_fi": task.title_fi,
            "title_sv": task.title_sv,
            "month": task.month,
            "day": task.day,
            "owner": task.owner,
            "note": task.note,
            "revision": task.revision,
        }
