"""Texts and days of a plan that may still be empty while it is written; the rule asks for them when it is agreed on."""

from flask_babel import gettext as _
from wtforms.form import BaseForm
from wtforms.validators import StopValidation

from welfare.journal.forms.texts import EntryLine, EntryText
from welfare.ui.fields import DateText


class LaterLine(EntryLine):
    """One line; left out of the form altogether it is refused, for a page cut short must not empty a plan."""

    def pre_validate(self, form: BaseForm) -> None:
        """Stop at what could not be taken in, and at what was not sent at all."""
        del form
        if self.process_errors:
            raise StopValidation
        if not self.raw_data:
            raise StopValidation(_("The form was not whole. Check your answers and send it again."))


class LaterText(LaterLine, EntryText):
    """Many lines."""


class LaterDay(DateText):
    """A day."""

    def pre_validate(self, form: BaseForm) -> None:
        """Read what was typed; nothing typed is left to the rule, a field left out is not."""
        if not self.raw_data:
            raise StopValidation(_("The form was not whole. Check your answers and send it again."))
        self.is_optional = True
        try:
            super().pre_validate(form)
        finally:
            self.is_optional = False
