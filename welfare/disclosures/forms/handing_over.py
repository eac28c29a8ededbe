"""The day on which a paper changed hands."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.ui.fields import DateText
from welfare.ui.forms import PageForm


class HandOverForm(PageForm):
    """When the receiver got it."""

    on = DateText(_l("When did the receiver get it?"), missing=_l("Write the day."))

    def validate_on(self, field: DateText) -> None:
        """It has been handed over."""
        if self.today and field.data > self.today:
            raise ValidationError(_("The day is still to come. Write the day on which it happened."))
