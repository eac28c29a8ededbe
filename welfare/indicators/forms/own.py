"""Defining an indicator of one's own, and wording it anew."""

import re

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.communal.guard import GuardedForm
from welfare.indicators.actions.own import DefineIndicator, Wording
from welfare.indicators.models import LONGEST_SOURCE, OwnIndicator
from welfare.indicators.models.own import LONGEST_OWN_CODE, LONGEST_TELLS, LONGEST_TITLE
from welfare.indicators.words import DIRECTION_WORDS, LEVEL_WORDS, LICENCE_WORDS, MEASURE_WORDS, THEME_WORDS
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.indicators import Level, Licence
from welfare.ui.fields import Checkbox, Checkboxes, ChoiceTiles, LongText, Option, Select, TextLine, enum_options
from welfare.ui.forms import RevisedForm

CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LEVELS_OF = {
    OrganisationKind.SCHOOL: (Level.SCHOOL,),
    OrganisationKind.PROVIDER: (Level.SCHOOL, Level.MUNICIPALITY),
    OrganisationKind.COUNTY: (Level.SCHOOL, Level.MUNICIPALITY, Level.COUNTY),
}
"""Where the numbers of an indicator may stand that a unit has defined."""


class WordingForm(GuardedForm):
    """What it is called, what it tells, which way is better, where it comes from."""

    title_fi = TextLine(_l("Name in Finnish"), missing=_l("Write the name in Finnish."), limit=LONGEST_TITLE)
    title_sv = TextLine(_l("Name in Swedish"), missing=_l("Write the name in Swedish."), limit=LONGEST_TITLE)
    title_en = TextLine(
        _l("Name in English"), hint=_l("Without it the Finnish one is shown."), is_optional=True, limit=LONGEST_TITLE
    )
    tells_fi = LongText(
        _l("What it tells, in Finnish"),
        hint=_l("Whom it is counted of and how, in a sentence or two."),
        missing=_l("Write in Finnish what the number tells."),
        rows=2,
        limit=LONGEST_TELLS,
    )
    tells_sv = LongText(
        _l("What it tells, in Swedish"),
        missing=_l("Write in Swedish what the number tells."),
        rows=2,
        limit=LONGEST_TELLS,
    )
    tells_en = LongText(_l("What it tells, in English"), is_optional=True, rows=2, limit=LONGEST_TELLS)
    theme = Select(_l("Theme"), missing=_l("Choose the theme."))
    direction = ChoiceTiles(
        _l("Which way is better?"),
        options=enum_options(DIRECTION_WORDS),
        missing=_l("Choose which way is better."),
        in_rows=True,
    )
    source = TextLine(
        _l("Source"),
        hint=_l("Who counts or asks, for example: the school’s own survey of recesses."),
        missing=_l("Write where the numbers come from."),
        limit=LONGEST_SOURCE,
    )
    licence = ChoiceTiles(
        _l("Licence"),
        options=enum_options(LICENCE_WORDS),
        missing=_l("Choose on what terms the numbers may be used."),
        default=Licence.OWN,
        in_rows=True,
    )

    def offer(self) -> None:
        """Offer the themes of the library."""
        self.theme.offer([Option(code, words) for code, words in THEME_WORDS.items()])

    def to_wording(self) -> Wording:
        """What was typed."""
        return Wording(**{name: self[name].data for name in WORDS})


class DefineForm(WordingForm):
    """A new one."""

    code = TextLine(
        _l("Code"),
        hint=_l("By it the results stand in a file: small letters, numbers and hyphens, for example oma-valitunnit."),
        missing=_l("Write the code."),
        limit=LONGEST_OWN_CODE,
    )
    measure = ChoiceTiles(
        _l("Unit"),
        hint=_l("It cannot be changed afterwards."),
        options=enum_options(MEASURE_WORDS),
        missing=_l("Choose the unit."),
        in_rows=True,
    )
    levels = Checkboxes(_l("Of whom are numbers kept?"), missing=_l("Choose at least one."))
    is_sensitive = Checkbox(_l("Sensitive: none and all of few are hidden, too"), is_optional=True)

    def offer_to(self, unit: Organisation) -> None:
        """Offer what a unit of this kind may define."""
        self.offer()
        self.levels.offer([Option(level, LEVEL_WORDS[level]) for level in LEVELS_OF[unit.kind]])

    def validate_code(self, field: TextLine) -> None:
        """Of the signs that stand well in a file and in an address."""
        if field.data and not CODE.fullmatch(field.data):
            raise ValidationError(_("Write small letters a–z, numbers and hyphens; the first sign is a letter."))

    def to_command(self) -> DefineIndicator:
        """What was typed."""
        return DefineIndicator(
            code=self.code.data,
            measure=self.measure.data,
            levels=self.levels.data,
            is_sensitive=bool(self.is_sensitive.data),
            wording=self.to_wording(),
        )


class WordForm(WordingForm, RevisedForm):
    """One that is there, to be worded anew."""

    @staticmethod
    def values_of(row: OwnIndicator) -> dict[str, object]:
        """The stored values by field name."""
        return {name: getattr(row, name) for name in (*WORDS, "revision")}


WORDS = (
    *("theme", "title_fi", "title_sv", "title_en", "tells_fi", "tells_sv", "tells_en"),
    *("direction", "source", "licence"),
)
