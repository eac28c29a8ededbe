"""Adding to a request that has been sent."""

from flask_babel import lazy_gettext as _l

from welfare.ui.fields import LongText
from welfare.ui.forms import PageForm

_LONG = 4000


class AddForm(PageForm):
    """More words for the service."""

    text = LongText(
        _l("What do you want to add?"),
        hint=_l("For example another time, or something you did not say. The one who helps you sees it."),
        missing=_l("Write what you want to add"),
        limit=_LONG,
        rows=4,
    )
