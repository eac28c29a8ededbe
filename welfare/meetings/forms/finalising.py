"""Making minutes final: read, ticked, and in which office."""

from flask_babel import lazy_gettext as _l

from welfare.journal.forms.office import OfficeForm
from welfare.ui.fields import Checkbox


class FinaliseForm(OfficeForm):
    """``revision`` is the sum of the revisions that were read."""

    sure = Checkbox(
        _l("I have read the entry. It may go into the journal."),
        missing=_l("Tick the box when you have read the entry."),
    )
