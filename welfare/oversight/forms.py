"""What may be asked of the trail."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from welfare.oversight.pages.people import Sought
from welfare.oversight.words import DEEDS_WORDS, OUTCOME_WORDS
from welfare.ui.fields import ChoiceTiles, DateText, Select, TextLine, enum_options
from welfare.ui.forms import PageForm


class FilterForm(PageForm):
    """Kind, outcome and days. It is sent as an address, holds no name and changes nothing."""

    class Meta:
        """Nothing is changed, so nothing can be forged."""

        csrf = False

    idempotency_key = None  # type: ignore[assignment]
    deeds = Select(_l("Kind of deed"), is_optional=True, options=enum_options(DEEDS_WORDS), blank=_l("All"))
    outcome = Select(_l("Outcome"), is_optional=True, options=enum_options(OUTCOME_WORDS), blank=_l("All"))
    since = DateText(_l("From"), is_optional=True)
    until = DateText(_l("Until"), is_optional=True)

    def validate_until(self, field: Field) -> None:
        """The last day is not before the first."""
        if field.data and self.since.data and field.data < self.since.data:
            raise ValidationError(_("The last day is before the first. Change one of them."))


class PersonForm(PageForm):
    """A name, posted so that no address holds it; nothing is saved by it."""

    idempotency_key = None  # type: ignore[assignment]
    name = TextLine(_l("Name or part of it"), missing=_l("Write at least a part of the name"), limit=100)
    sought = ChoiceTiles(
        _l("What do you look for?"),
        missing=_l("Choose what you look for"),
        options=enum_options({Sought.ACTED: _l("What the person did"), Sought.ABOUT: _l("Who looked at the person")}),
        in_rows=True,
    )
