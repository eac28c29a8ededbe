"""Why a client's plan is printed."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.rules.printing import PrintPurpose, needs_words
from welfare.service_notes.forms.texts import NoteLine
from welfare.ui.fields import ChoiceTiles, enum_options
from welfare.ui.forms import PageForm

PURPOSE_WORDS = {
    PrintPurpose.READING: _l("To be read through with the client"),
    PrintPurpose.PARTY: _l("For the client or a guardian, who asked for it"),
    PrintPurpose.OVERSIGHT: _l("For an authority that oversees or hears an appeal"),
    PrintPurpose.OTHER: _l("Another purpose"),
}


class PrintPlanForm(PageForm):
    """A code for the log, and words that stand on the paper alone. Nothing is saved by it, so it carries no key."""

    idempotency_key = None  # type: ignore[assignment]
    purpose = ChoiceTiles(
        _l("What is it printed for?"),
        options=enum_options(PURPOSE_WORDS),
        hint=_l("Your choice is entered in the log."),
        missing=_l("Choose what it is printed for."),
    )
    words = NoteLine(
        _l("In a few words"),
        hint=_l("Printed at the foot of the paper, and kept nowhere else."),
        is_optional=True,
        optional_words=_l("needed for another purpose"),
        limit=120,
    )

    def validate_words(self, field: NoteLine) -> None:
        """Another purpose is told."""
        if self.purpose.data and needs_words(self.purpose.data) and not field.data:
            raise ValidationError(_("Write what it is printed for."))

    @property
    def foot(self) -> str:
        """What stands at the foot of the paper."""
        return ": ".join(filter(None, (str(PURPOSE_WORDS[self.purpose.data]), self.words.data)))
