"""Fetching a copy on the own page."""

from flask_babel import lazy_gettext as _l

from welfare.ui.fields import ChoiceTiles, CodeText, Option
from welfare.ui.forms import PageForm

KINDS = [
    Option("pdf", _l("To be read and printed (PDF)")),
    Option("json", _l("For another program (JSON)")),
]


class FetchForm(PageForm):
    """Which file, and the second factor once more."""

    kind = ChoiceTiles(_l("Which file?"), options=KINDS, default="pdf", missing=_l("Choose the file."))
    code = CodeText(
        _l("Six-digit code"),
        hint=_l("Open the authenticator app on your phone. The code changes every 30 seconds."),
        missing=_l("Write the code that the app shows."),
    )
