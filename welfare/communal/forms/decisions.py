"""A decision with its owner and its day, and what came of it."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.communal.actions.decisions import Decide
from welfare.communal.guard import GuardedForm
from welfare.communal.models.meetings import LONGEST_DECISION
from welfare.rules.communal_meetings import DecisionState
from welfare.ui.fields import ChoiceTiles, DateText, LongText, Option, Select, enum_options

END_WORDS = {
    DecisionState.DONE: _l("It is done"),
    DecisionState.UNDONE: _l("It stays undone"),
}


class DecisionForm(GuardedForm):
    """What is decided, who sees to it, and by when."""

    what_fi = LongText(
        _l("What is decided? In Finnish"),
        hint=_l("One of the languages is enough; the public memo shows the other where there is one."),
        is_optional=True,
        rows=2,
        limit=LONGEST_DECISION,
    )
    what_sv = LongText(_l("What is decided? In Swedish"), is_optional=True, rows=2, limit=LONGEST_DECISION)
    owner = Select(
        _l("Who sees to it?"),
        hint=_l("The decision comes to this person’s worklist."),
        missing=_l("Choose who sees to it."),
    )
    due_on = DateText(_l("By when?"), missing=_l("Write by which day."))

    def offer(self, staff: Iterable[Option]) -> None:
        """Offer those who work there."""
        self.owner.offer(staff)

    def validate_what_fi(self, field: LongText) -> None:
        """One of the two at least."""
        if not field.data and not self.what_sv.data:
            raise ValidationError(_("Write the decision in one of the languages at least."))

    def to_command(self) -> Decide:
        """What was typed."""
        return Decide(
            what_fi=self.what_fi.data,
            what_sv=self.what_sv.data,
            owner_id=self.owner.data.person_id,
            due_on=self.due_on.data,
        )


class EndDecisionForm(GuardedForm):
    """Done or undone, and why."""

    state = ChoiceTiles(
        _l("What came of the decision?"), options=enum_options(END_WORDS), in_rows=True, missing=_l("Choose one.")
    )
    reason = LongText(
        _l("In a few words"),
        hint=_l("If it stays undone, tell why."),
        is_optional=True,
        rows=2,
        limit=LONGEST_DECISION,
    )

    def validate_reason(self, field: LongText) -> None:
        """What stays undone is told why."""
        if self.state.data is DecisionState.UNDONE and not field.data:
            raise ValidationError(_("Tell why it stays undone."))
