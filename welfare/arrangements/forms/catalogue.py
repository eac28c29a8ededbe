"""The words of an arrangement in both languages, and whether it is offered."""

from flask_babel import lazy_gettext as _l

from welfare.arrangements.actions import Wording
from welfare.arrangements.models import LONGEST_NAME, LONGEST_TEXT, Arrangement, ArrangementVersion
from welfare.arrangements.words import STATE_WORDS
from welfare.ui.fields import ChoiceTiles, LongText, TextLine, enum_options
from welfare.ui.forms import PageForm, RevisedForm


class NewArrangementForm(PageForm):
    """Something that the provider begins to offer."""

    name_fi = TextLine(_l("Name in Finnish"), missing=_l("Write the name in Finnish."), limit=LONGEST_NAME)
    name_sv = TextLine(_l("Name in Swedish"), missing=_l("Write the name in Swedish."), limit=LONGEST_NAME)
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

    def to_wording(self) -> Wording:
        """What was typed."""
        return Wording(
            name_fi=self.name_fi.data,
            name_sv=self.name_sv.data,
            description_fi=self.description_fi.data,
            description_sv=self.description_sv.data,
            conditions_fi=self.conditions_fi.data,
            conditions_sv=self.conditions_sv.data,
        )


class ArrangementForm(NewArrangementForm, RevisedForm):
    """An arrangement as it is, to be changed."""

    state = ChoiceTiles(
        _l("Is it offered?"),
        options=enum_options(STATE_WORDS),
        in_rows=True,
        missing=_l("Choose whether it is offered."),
        hint=_l("What has been agreed on with somebody stays as it was agreed, either way."),
    )

    @staticmethod
    def values_of(arrangement: Arrangement, version: ArrangementVersion) -> dict[str, object]:
        """The stored values by field name."""
        return {
            "name_fi": version.name_fi,
            "name_sv": version.name_sv,
            "description_fi": version.description_fi,
            "description_sv": version.description_sv,
            "conditions_fi": version.conditions_fi,
            "conditions_sv": version.conditions_sv,
            "state": arrangement.state,
            "revision": arrangement.revision,
        }
