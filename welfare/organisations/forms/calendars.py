"""Forms of the school calendar."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.organisations.actions.calendars import Days
from welfare.organisations.models import SchoolYear
from welfare.ui.fields import DateText, TextLine
from welfare.ui.forms import PageForm, RevisedForm

LONGEST_NAME = 120


class DaysForm(PageForm):
    """A first and a last day."""

    first = DateText(_l("First day"), missing=_l("Write the first day."), width="date")
    last = DateText(_l("Last day"), missing=_l("Write the last day."), width="date")

    def validate_last(self, field: DateText) -> None:
        """A period does not end before it begins."""
        if field.data and self.first.data and field.data < self.first.data:
            raise ValidationError(_("The last day is before the first."))

    def to_days(self) -> Days:
        """What was typed. Raises BackwardsError."""
        return Days(self.first.data, self.last.data)


class YearForm(DaysForm):
    """A school year."""


class ChangedYearForm(DaysForm, RevisedForm):
    """A school year as it is, to be changed."""

    @staticmethod
    def values_of(year: SchoolYear) -> dict[str, object]:
        """The stored values by field name."""
        return {"first": year.starts_on, "last": year.ends_on, "revision": year.revision}


class TermForm(DaysForm):
    """A term of the school year that is shown."""

    name = TextLine(_l("Name of the term"), missing=_l("Write the name, as Autumn term."), limit=LONGEST_NAME)


class ClosedDaysForm(DaysForm):
    """Days without school. One day is its own first and last."""

    name_fi = TextLine(_l("Name in Finnish"), missing=_l("Write the name in Finnish."), limit=LONGEST_NAME)
    name_sv = TextLine(_l("Name in Swedish"), is_optional=True, limit=LONGEST_NAME)

    @property
    def names(self) -> tuple[str, str]:
        """Finnish and Swedish; the latter may be empty."""
        return self.name_fi.data, self.name_sv.data
