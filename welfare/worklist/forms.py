"""The search field."""

from flask_babel import lazy_gettext as _l

from welfare.ui.fields import TextLine
from welfare.ui.forms import PageForm


class SearchForm(PageForm):
    """Words sought. Nothing is saved by it, so it carries no key; it is posted so that no address holds a name."""

    idempotency_key = None  # type: ignore[assignment]
    q = TextLine(
        _l("Name of a pupil, or the number of a matter or a receipt"),
        missing=_l("Write what you look for"),
        limit=100,
        width="mid",
    )
