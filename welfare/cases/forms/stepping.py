"""One step in a matter's life."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.cases.actions import Evaluation
from welfare.cases.forms.grouping import REASON
from welfare.cases.words import JUDGE_WORDS
from welfare.ui.fields import Checkbox, Checkboxes, LongText, enum_options
from welfare.ui.forms import PageForm

REACHED = 10_000


class StepForm(PageForm):
    """The reason, where the step asks for one; which step, the address says."""

    reason = LongText(_l("Why?"), is_optional=True, rows=3, limit=REASON)

    leave_unfinished = Checkbox(
        _l("I close the matter although this is unfinished"),
        missing=_l("Finish the minutes first, or tick that you close the matter all the same."),
    )

    def ask_why_unfinished(self) -> None:
        """Ask for a tick and for the reason: what is left unfinished can be finished by nobody after the closing."""
        self.reason.label.text = _("Why are the minutes left unfinished?")
        self.reason.is_optional = False
        self.reason.missing = _l("Write why the minutes are left unfinished.")
        self.reason.hint = _l("Kept for ever with the closing. The record will lack these minutes.")

    def require_reason(self) -> None:
        """Ask for the reason, as reopening does."""
        self.reason.is_optional = False
        self.reason.missing = _l("Write the reason.")

    @property
    def evaluation(self) -> Evaluation | None:
        """What was reached; of a step that asks for none, nothing."""
        return None


class CloseForm(StepForm):
    """Closing what a group has worked on: what was reached, and who judged it."""

    reached = LongText(
        _l("What was reached?"),
        hint=_l("Of each goal: what was reached and what was not. What is necessary to know: no more."),
        missing=_l("Write what was reached."),
        rows=6,
        limit=REACHED,
    )
    judges = Checkboxes(
        _l("By whom was this judged?"),
        options=enum_options(JUDGE_WORDS),
        in_rows=True,
        missing=_l("Choose by whom it was judged."),
    )

    @property
    def evaluation(self) -> Evaluation | None:
        """What was reached, by whom judged."""
        return Evaluation(self.reached.data, tuple(self.judges.data))
