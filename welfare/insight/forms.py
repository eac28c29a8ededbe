"""What is asked when a review is signed."""

from flask_babel import lazy_gettext as _l

from welfare.communal.guard import GuardedForm
from welfare.insight.models import LONGEST_COMMENT
from welfare.ui.fields import Checkbox, LongText


class SignForm(GuardedForm):
    """The leader's own words, and the tick."""

    comment = LongText(
        _l("My comment"),
        hint=_l("Everybody who works here reads it, and the board. Nobody is named."),
        is_optional=True,
        rows=3,
        limit=LONGEST_COMMENT,
    )
    looked_through = Checkbox(
        _l("I have looked through the duties, the goals and the figures."),
        missing=_l("Tick the box when you have looked through the page."),
    )
