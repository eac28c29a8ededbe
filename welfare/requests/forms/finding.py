"""Seeking a student by name."""

from flask_babel import lazy_gettext as _l

from welfare.ui.fields import TextLine
from welfare.ui.forms import PageForm


class FindForm(PageForm):
    """A part of a name. Nothing is saved by it, so sending it twice does no harm and it carries no key."""

    idempotency_key = None  # type: ignore[assignment]
    name = TextLine(_l("Name of the pupil"), missing=_l("Write a part of the name"), limit=100, width="mid")
