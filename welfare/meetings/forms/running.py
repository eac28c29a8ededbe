"""Going on to an item: who is in the room for it."""

from flask_babel import lazy_gettext as _l

from welfare.ui.fields import Checkboxes, HiddenId
from welfare.ui.forms import PageForm


class TakeUpForm(PageForm):
    """The check before an item: those ticked are in the room, everybody else is out."""

    item = HiddenId()
    present = Checkboxes(
        _l("Who is in the room now?"),
        hint=_l("Tick those who are there. Who comes later is ticked when coming."),
        is_optional=True,
    )
