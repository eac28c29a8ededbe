"""What is typed into the file of a breach."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from welfare.breaches.actions import OpenBreach, Tell
from welfare.breaches.words import KIND_WORDS, RISK_WORDS, TELLING_WORDS
from welfare.ui.fields import ChoiceTiles, DateText, LongText, TextLine, enum_options
from welfare.ui.forms import PageForm

LONGEST = 4000


class OpenBreachForm(PageForm):
    """What happened."""

    kind = ChoiceTiles(_l("What happened to the data?"), options=enum_options(KIND_WORDS), missing=_l("Choose one."))
    risk = ChoiceTiles(
        _l("How bad may it become?"),
        hint=_l("A risk is told to the authority within 72 hours; a high risk also to those concerned."),
        options=enum_options(RISK_WORDS),
        missing=_l("Choose one."),
    )
    what = LongText(_l("What happened, in words"), missing=_l("Write what happened."), rows=3, limit=LONGEST)
    effects = LongText(
        _l("What may come of it for those concerned"), missing=_l("Write what may come of it."), rows=2, limit=LONGEST
    )
    measures = LongText(
        _l("What has been done about it"), missing=_l("Write what has been done."), rows=2, limit=LONGEST
    )

    def to_command(self) -> OpenBreach:
        """To be asked of a valid form."""
        return OpenBreach(
            kind=self.kind.data,
            risk=self.risk.data,
            what=self.what.data,
            effects=self.effects.data,
            measures=self.measures.data,
        )


class _TellForm(PageForm):
    """A decision about telling somebody."""

    telling = ChoiceTiles(_l("What was decided?"), options=enum_options(TELLING_WORDS), missing=_l("Choose one."))
    on = DateText(_l("Day"), missing=_l("Write the day."))

    def validate_on(self, field: Field) -> None:
        """Not a day to come."""
        if self.today and field.data and field.data > self.today:
            raise ValidationError(_("The day has not come yet. Write the day on which it was done or decided."))


class AuthorityForm(_TellForm):
    """The Data Protection Ombudsman."""

    reference = TextLine(
        _l("Reference of the authority"), is_optional=True, optional_words=_l("if it is known"), limit=60
    )
    words = LongText(
        _l("What was told, or why it is not told"),
        hint=_l("If it was told later than 72 hours after it was noticed, write why."),
        missing=_l("Write what was told, or why it is not told."),
        rows=3,
        limit=LONGEST,
    )

    def to_command(self) -> Tell:
        """To be asked of a valid form."""
        return Tell(
            telling=self.telling.data, on=self.on.data, words=self.words.data, reference=self.reference.data or ""
        )


class PeopleForm(_TellForm):
    """Those concerned."""

    words = LongText(
        _l("What those concerned are told, or why they are not told"),
        hint=_l(
            "What is told stands on the own pages of the pupil, and of the guardians who may know. Write plainly what "
            "happened, what may come of it, what has been done, and whom to ask. Name no place and nobody else."
        ),
        missing=_l("Write what those concerned are told, or why they are not told."),
        rows=4,
        limit=LONGEST,
    )

    def to_command(self) -> Tell:
        """To be asked of a valid form."""
        return Tell(telling=self.telling.data, on=self.on.data, words=self.words.data)
