"""Seeking the pupil of a matter."""

from flask_babel import lazy_gettext as _l

from welfare.ui.fields import TextLine
from welfare.ui.forms import PageForm


class FindForm(PageForm):
    """A part of a name or a class; nothing shows everybody. Nothing is saved by it, so it carries no key."""

    idempotency_key = None  # type: ignore[assignment]
    words = TextLine(_l("Name or class"), is_optional=True, limit=100, width="mid")
