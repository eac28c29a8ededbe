"""One step in a matter's life."""

from flask_babel import lazy_gettext as _l

from welfare.cases.forms.grouping import REASON
from welfare.ui.fields import LongText
from welfare.ui.forms import PageForm


class StepForm(PageForm):
    """The reason, where the step asks for one; which step, the address says."""

    reason = LongText(_l("Why?"), is_optional=True, rows=3, limit=REASON)

    def require_reason(self) -> None:
        """Ask for the reason, as reopening does."""
        self.reason.is_optional = False
        self.reason.missing = _l("Write the reason.")
