"""The words of an arrangement in both languages, and whether it is offered."""

from typing import Any

from flask_babel import lazy_gettext as _l

from welfare.arrangements.models import LONGEST_TEXT
from welfare.catalogues.desk import KeptForm
from welfare.catalogues.forms import NamedForm, state_field
from welfare.ui.fields import LongText

WORDS = ("description_fi", "description_sv", "conditions_fi", "conditions_sv")


class NewArrangementForm(NamedForm):
    """Something that the provider begins to offer."""

    description_fi = LongText(
        _l("What is it? In Finnish"),
        hint=_l("In words that pupils and guardians understand. Nobody is named here."),
        missing=_l("Write in Finnish what it is."),
        rows=3,
        limit=LONGEST_TEXT,
    )
    description_sv = LongText(
        _l("What is it? In Swedish"), missing=_l("Write in Swedish what it is."), rows=3, limit=LONGEST_TEXT
    )
    conditions_fi = LongText(
        _l("On what conditions? In Finnish"),
        hint=_l("Who decides, for how long at most, how it is followed up."),
        is_optional=True,
        rows=3,
        limit=LONGEST_TEXT,
    )
    conditions_sv = LongText(_l("On what conditions? In Swedish"), is_optional=True, rows=3, limit=LONGEST_TEXT)

    @property
    def words(self) -> dict[str, Any]:
        """The columns of a version."""
        return super().words | {name: self[name].data for name in WORDS}


class ArrangementForm(NewArrangementForm, KeptForm):
    """An arrangement as it is, to be changed."""

    state = state_field(_l("What has been agreed on with somebody stays as it was agreed, either way."))
