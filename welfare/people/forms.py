"""Forms of the people room."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.ui.fields import Checkbox, Upload
from welfare.ui.forms import PageForm

ZIP_MARK = b"PK"


class RosterForm(PageForm):
    """The ZIP file that the school's system has made."""

    file = Upload(
        _l("ZIP file"),
        hint=_l("OneRoster 1.1 CSV files, packed without a folder or a password."),
        missing=_l("Choose the ZIP file."),
        accept=".zip",
    )

    def validate_file(self, field: Upload) -> None:
        """Look at the first bytes: a renamed document is told at once."""
        beginning = field.data.stream.read(len(ZIP_MARK))
        field.data.stream.seek(0)
        if beginning != ZIP_MARK:
            raise ValidationError(_("This is not a ZIP file. Pack the CSV files and choose the packed file."))


class ConfirmForm(PageForm):
    """The word to import what has been shown."""


class SureForm(ConfirmForm):
    """The same, where unusually many people would be ended."""

    sure = Checkbox(
        _l("These people have really left, and the file is whole."),
        missing=_l("Tick the box if this is right, or leave the import and check the file."),
    )
