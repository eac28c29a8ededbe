"""Who was heard, how, on what, and what it changed."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.communal.guard import GuardedForm
from welfare.participation.actions import Heeded
from welfare.participation.models import LONGEST_LINE, LONGEST_TEXT, Hearing
from welfare.participation.words import HEARD_WORDS, WAY_WORDS, WAYS_OF_PUPILS, heard_words
from welfare.rules.unit_types import UnitType, has_pupils
from welfare.ui.fields import ChoiceTiles, DateText, LongText, Option, Select, TextLine, WholeNumber, enum_options
from welfare.ui.forms import RevisedForm


class NewHearingForm(GuardedForm):
    """A hearing to be kept."""

    heard = ChoiceTiles(
        _l("Who was heard?"), options=enum_options(HEARD_WORDS), in_rows=True, missing=_l("Choose who was heard.")
    )
    whom = TextLine(
        _l("Which of them?"),
        hint=_l("As the student council, the guardians of grade 7. Nobody is named."),
        missing=_l("Write which of them."),
        limit=LONGEST_LINE,
    )
    held_on = DateText(_l("When?"), missing=_l("Write the day."))
    way = Select(_l("How?"), options=enum_options(WAY_WORDS), missing=_l("Choose how."))
    count = WholeNumber(_l("How many took part?"), is_optional=True, most=99_999)
    about = TextLine(_l("On what?"), missing=_l("Write on what they were heard."), limit=LONGEST_LINE)
    said = LongText(_l("What did they say?"), is_optional=True, rows=3, limit=LONGEST_TEXT)
    effect = LongText(
        _l("How did it have effect?"),
        hint=_l("What was decided or done because of it. It can be told later."),
        is_optional=True,
        rows=3,
        limit=LONGEST_TEXT,
    )

    def offer_in(self, unit_type: UnitType | None) -> None:
        """Offer what there is in a unit: a student council and classes are of pupils alone."""
        ways = [way for way in WAY_WORDS if has_pupils(unit_type) or way not in WAYS_OF_PUPILS]
        self.heard.offer([Option(heard, words) for heard, words in heard_words(unit_type).items()])
        self.way.offer([Option(way, WAY_WORDS[way]) for way in ways])

    def validate_held_on(self, field: DateText) -> None:
        """One has been heard when it has happened."""
        if field.data and self.today and field.data > self.today:
            raise ValidationError(_("The day lies in the future. Tell of a hearing when it has been held."))

    def to_heeded(self) -> Heeded:
        """What was answered."""
        return Heeded(
            held_on=self.held_on.data,
            heard=self.heard.data,
            whom=self.whom.data,
            way=self.way.data,
            count=self.count.data,
            about=self.about.data,
            said=self.said.data,
            effect=self.effect.data,
        )


class HearingForm(NewHearingForm, RevisedForm):
    """A hearing as it is, to be changed."""

    @staticmethod
    def values_of(hearing: Hearing) -> dict[str, object]:
        """The stored values by field name."""
        names = "heard", "whom", "held_on", "way", "count", "about", "said", "effect", "revision"
        return {name: getattr(hearing, name) for name in names}
