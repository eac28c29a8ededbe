"""Texts of a page that several write at once, part by part: any of them may be empty, but none may be left out."""

from flask_babel import gettext as _
from wtforms.form import BaseForm
from wtforms.validators import StopValidation

from welfare.ui.fields.typed import LongText, TextLine


class LaterLine(TextLine):
    """One line that may still be empty, but not left out: a page cut short must not empty what others wrote."""

    def pre_validate(self, form: BaseForm) -> None:
        """Stop at what could not be taken in, and at what was not sent at all."""
        del form
        if self.process_errors:
            raise StopValidation
        if not self.raw_data:
            raise StopValidation(_("The form was not whole. Check your answers and send it again."))


class LaterText(LaterLine, LongText):
    """Many lines that may still be empty."""
