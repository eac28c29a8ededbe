"""Agreeing on an arrangement with its period and conditions, and telling that it has ended."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.journal.forms.texts import EntryText
from welfare.rules.arrangements import CatalogueState, UseLack, what_blocks_use
from welfare.ui.fields import DateText, Option, Select
from welfare.ui.forms import PageForm

LONGEST_CONDITIONS = 4000


class UseForm(PageForm):
    """One of the provider's arrangements, from when to when, and what was agreed on besides."""

    arrangement = Select(
        _l("Which arrangement?"),
        hint=_l("What the education provider offers at present."),
        missing=_l("Choose the arrangement."),
    )
    starts_on = DateText(_l("From which day?"), width="date", missing=_l("Write the first day."))
    ends_on = DateText(
        _l("To which day?"),
        is_optional=True,
        hint=_l("Leave it empty if the end is agreed on later."),
        width="date",
    )
    conditions = EntryText(
        _l("What was agreed on?"),
        hint=_l("The pupil’s own conditions: times, places, who does what. Sealed with the matter."),
        missing=_l("Write what was agreed on."),
        rows=4,
        limit=LONGEST_CONDITIONS,
    )

    def offer(self, arrangements: Iterable[Option]) -> None:
        """Offer what the provider offers."""
        self.arrangement.offer(arrangements)

    def validate_ends_on(self, field: DateText) -> None:
        """A period ends after it begins, and within reason."""
        if not field.data or not self.starts_on.data:
            return
        lacks = what_blocks_use(CatalogueState.ACTIVE, self.starts_on.data, field.data)
        if UseLack.REVERSED in lacks:
            raise ValidationError(_("The last day is before the first."))
        if UseLack.TOO_LONG in lacks:
            raise ValidationError(_("The period is longer than three years. Check the days."))


class EndUseForm(PageForm):
    """The day, and what came of it."""

    ended_on = DateText(_l("Which was its last day?"), width="date", missing=_l("Write the last day."))
    outcome = EntryText(_l("How did the arrangement turn out?"), is_optional=True, rows=3, limit=LONGEST_CONDITIONS)
